import { expect, it } from 'vitest';
import type { PageSurvey } from '../../../lib/answers';
import { papersMeant } from '../../../lib/background/papers-meant';

const A = '2511.07317';
const B = '2512.13961';
const C = 'hep-th/9901001';
const NOTHING: PageSurvey = { host: '', isMarking: true, papers: [], selection: '' };
const onPage = (...ids: string[]) => ids.map((id) => ({ id, state: 'unsaved' as const }));

it.each<[string, Partial<PageSurvey>, string[]]>([
  ['nothing where nothing is named', {}, []],
  ['the only paper of the page', { papers: onPage(A) }, [A]],
  ['several, which leaves it open', { papers: onPage(A, B) }, [A, B]],
  ['the paper that the page is about before those it names', { papers: onPage(A, B), own: A }, [A]],
  ['one whose id is selected before the page’s own', { papers: onPage(A, B), own: A, selection: `see ${C}` }, [C]],
  ['one that is selected twice', { own: A, selection: `arXiv:${B}, arXiv:${B}` }, [B]],
  ['the one in focus before all others', { papers: onPage(A, B, C), own: A, selection: B, focused: C }, [C]],
])('a person means %s', (_, survey, ids) => {
  expect(papersMeant({ ...NOTHING, ...survey })).toEqual(ids);
});
