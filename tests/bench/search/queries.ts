/** Queries that people might type, made of papers that are there: the same on every machine. */
import { contentWords } from '../../../lib/search/content-words';
import type { Paper } from '../../../lib/paper';
import { makePapers } from '../corpus';
import { createRandom, type Random } from '../random';

/** `begun` is one whose last word is still being typed. */
export type QueryKind = 'words' | 'begun' | 'typo' | 'phrase' | 'filter';

export interface TypedQuery {
  kind: QueryKind;
  text: string;
}

/** How many of each kind come in a hundred. */
const SHARES: Record<QueryKind, number> = { words: 40, begun: 25, typo: 15, phrase: 10, filter: 10 };
const KINDS = (Object.keys(SHARES) as QueryKind[]).flatMap((kind) => Array<QueryKind>(SHARES[kind]).fill(kind));

/** Every one of these papers is in every corpus that is searched. */
const PAPERS = 2000;

const MAKERS: Record<QueryKind, (paper: Paper, random: Random) => string> = {
  words: (paper, random) => pickWords(paper, random).join(' '),
  begun(paper, random) {
    const typed = pickWords(paper, random).join(' ');
    const last = typed.length - typed.lastIndexOf(' ') - 1;
    return typed.slice(0, typed.length - random.between(0, Math.max(0, last - 3)));
  },
  typo: (paper, random) =>
    pickWords(paper, random)
      .map((word) => misspell(word, random))
      .join(' '),
  phrase({ abstract = '' }, random) {
    const words = abstract.toLowerCase().replaceAll('.', '').split(' ');
    const from = random.between(0, words.length - 3);
    return `"${words.slice(from, from + random.between(2, 3)).join(' ')}"`;
  },
  filter(paper, random) {
    const filters = [`year:${paper.published?.slice(0, 4)}`, `cat:${paper.category}`, `author:"${paper.authors[0]}"`];
    return `${random.pick(filters)} ${pickWords(paper, random).join(' ')}`;
  },
};

/** So many queries, mixed as one hundred are; more of them begin with the fewer. */
export function makeQueries(count: number): TypedQuery[] {
  const random = createRandom(PAPERS);
  const papers = [...makePapers(PAPERS)];
  return Array.from({ length: count }, () => {
    const kind = random.pick(KINDS);
    return { kind, text: MAKERS[kind](random.pick(papers), random) };
  });
}

/** One to three words that stand together in a paper, each as likely as it is common. */
function pickWords({ abstract = '' }: Paper, random: Random): string[] {
  const words = contentWords(abstract);
  return Array.from({ length: random.between(1, 3) }, () => random.pick(words));
}

/** A word in which one letter is missing, doubled or another one; a short one stays as it is. */
function misspell(word: string, random: Random): string {
  if (word.length < 5) return word;
  const at = random.between(1, word.length - 2);
  const letter = random.pick(['', word.charAt(at).repeat(2), random.pick([...'aeiou'])]);
  return word.slice(0, at) + letter + word.slice(at + 1);
}
