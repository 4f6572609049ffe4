import type { Paper, PaperId } from '../../paper';
import { LETTERS } from '../latex/signs';
import { partsOf } from '../names';
import { publishedOf } from '../publication';

/** Words with which a title may begin and by which nobody remembers it. */
const PASSED_OVER = new Set(
  'a an the on in of for to and or with from by at as is are do does can what why how when toward towards via'.split(
    ' ',
  ),
);

/** The key of a paper, `liu2025olmotrace`: family name, year and first telling word of the title. */
export function keyOf(paper: Paper): string {
  const [author = ''] = paper.authors;
  const name = partsOf(author);
  const surname = plain('whole' in name ? (name.whole.split(' ')[0] ?? '') : name.particle + name.family);
  const words = paper.title.split(/[^\p{L}\p{M}\p{N}]+/u).map(plain);
  const word = words.find((each) => each && !PASSED_OVER.has(each)) ?? '';
  return `${surname || 'arxiv'}${publishedOf(paper)[0]}${word}`;
}

/**
 * A key for each paper, unique among them and the same in whatever order they stand. Of papers with one key, the one
 * with the oldest id has it as it is, and each other with its id behind, `liu2025olmotrace-2504.07096`: a paper that
 * is added later rarely changes the key of another.
 */
export function keysOf(papers: readonly Paper[]): Map<PaperId, string> {
  const keys = new Map<PaperId, string>();
  const taken = new Set<string>();
  for (const paper of papers.toSorted((a, b) => (age(a) < age(b) ? -1 : 1))) {
    const key = keyOf(paper);
    keys.set(paper.id, taken.has(key) ? `${key}-${paper.id.replace('/', '-')}` : key);
    taken.add(key);
  }
  return keys;
}

/** Sorts ids by when they were given out: the old kind, which has letters, came before the new. */
function age({ id }: Paper): string {
  const [year] = publishedOf({ id });
  return `${year}${id.replace(/^.*\//, '')}${id}`;
}

/** A text in small letters of ASCII and digits; letters that have no such form are left out. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^ -~]/g, (sign) => LETTERS.get(sign) ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
