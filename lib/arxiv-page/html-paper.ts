import { parseId } from '../arxiv/identifier';
import { idFromLink } from '../arxiv/link';
import { type PageFacts, present } from '../paper-facts';
import { dayIn } from './fields';
import { wordsOf } from './words';

/** What LaTeXML did not understand. */
const BROKEN = '.ltx_ERROR';

/** A name of two to four words with nothing else about it. */
const NAME = /^[\p{L}\p{M}.'’-]+(?: [\p{L}\p{M}.'’-]+){1,3}$/u;

/** Reads a paper in HTML, `/html/ID`, on arXiv and ar5iv: LaTeXML's markup of the head of the paper itself. */
export function readHtmlPaper(page: Document, address: string): PageFacts[] {
  const asked = idFromLink(address);
  if (!asked) return [];
  const { id } = asked;
  const mark = watermarkIn(page, id);
  const shown = asked.version ?? mark.version;
  return [
    present({
      id,
      title: whole(page.querySelector('h1.ltx_title_document')),
      authors: authorsIn(page),
      abstract: whole(page.querySelector('.ltx_abstract')),
      category: mark.category,
      published: mark.version === 1 ? mark.day : undefined,
      version: shown,
      shown,
    }),
  ];
}

/** The words of a part that LaTeXML has understood all of. */
function whole(part: Element | null): string | undefined {
  return part?.querySelector(BROKEN) ? undefined : wordsOf(part, '.ltx_title_abstract');
}

/** The authors, where each is marked up as one: often all names, affiliations and addresses stand in one piece. */
function authorsIn(page: Document): string[] {
  const people = [...page.querySelectorAll('.ltx_role_author > .ltx_personname')];
  const names = people.map((person) => (person.querySelector(':scope > :not(.ltx_note)') ? '' : wordsOf(person)));
  return names.every((name) => NAME.test(name)) ? names : [];
}

/** What stands at the edge of the first page: `arXiv:2511.07317v1 [cs.LG] 10 Nov 2025`, the day of this version. */
function watermarkIn(
  page: Document,
  id: string,
): { version?: number | undefined; category?: string; day?: string | undefined } {
  const words = wordsOf(page.querySelector('#watermark-tr'));
  const [, written = '', category = '', day] = /^arXiv:(\S+) \[([\w.-]+)\] (.+)$/.exec(words) ?? [];
  const named = parseId(written);
  return named?.id === id ? { version: named.version, category, day: dayIn(day) } : {};
}
