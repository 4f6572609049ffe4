import { codeOfId } from '../../../../lib/arxiv/id-code';
import type { Paper } from '../../../../lib/paper';
import type { Attempt } from '../../../../lib/search/attempts';
import { matches, type Query } from '../../../../lib/search/query/query';
import { queryTerms, termsOf } from '../../../../lib/search/terms';
import { wrongIn } from './wrong-in';

/** A search that looks at each paper, word by word, and knows no index. */

export interface NaiveSegment {
  papers: readonly Paper[];
  /** The codes of those that have left it. */
  gone: ReadonlySet<number>;
}

export interface NaivePack {
  name: string;
  segments: readonly NaiveSegment[];
  /** The papers that it was first written with: their fields say what is long. */
  first: readonly Paper[];
}

/** What a paper is worth, and by how much that may be off where it is counted in 255 steps. */
export interface Worth {
  score: number;
  tolerance: number;
}

const FIELDS: readonly [boost: number, textsOf: (paper: Paper) => (string | undefined)[]][] = [
  [6, ({ system }) => [system]],
  [6, ({ id }) => [id]],
  [4, ({ title }) => [title]],
  [3, ({ otherTitles = [] }) => otherTitles],
  [2, ({ authors }) => authors],
  [1.5, ({ venue }) => [venue]],
  [1.5, ({ summary }) => [summary]],
  [1, ({ abstract, words = [] }) => (abstract === undefined ? words : [abstract])],
];

/** The words of a paper, field by field. */
function fieldsOf(paper: Paper): string[][] {
  return FIELDS.map(([, textsOf]) => textsOf(paper).flatMap((text = '') => termsOf(text)));
}

/** The papers that a query asks for, by their codes. */
export function naiveSearch(
  query: Query,
  { combine, typos }: Attempt,
  packs: readonly NaivePack[],
  leftOut: ReadonlySet<number>,
): Map<number, Worth> {
  const asked = queryTerms(query.words);
  const written = packs.flatMap(({ segments }) => segments.flatMap(({ papers }) => papers.map(fieldsOf)));
  const terms = new Set(written.flat(2));
  const all = packs.reduce(
    (sum, { segments }) => sum + segments.reduce((papers, segment) => papers + liveIn(segment).length, 0),
    0,
  );
  const countOf = (term: string, field: number) => written.filter((fields) => fields[field]?.includes(term)).length;
  const meanings = asked.map((word) =>
    [...terms].map((term) => ({ term, weight: weightOf(term, word, typos) })).filter(({ weight }) => weight > 0),
  );
  const found = new Map<number, Worth>();
  for (const { segments, first } of packs) {
    const means = FIELDS.map((_, field) => meanOf(first.map((paper) => lengthOf(fieldsOf(paper)[field]))));
    for (const paper of segments.flatMap(liveIn)) {
      const code = codeOfId(paper.id);
      const having = packs.filter(({ segments: own }) =>
        own.some((segment) => liveIn(segment).some(({ id }) => id === paper.id)),
      );
      const candidate = { paper, packs: having.map((pack) => pack.name) };
      if (!matches(query, candidate) || leftOut.has(code) || found.has(code)) continue;
      const own = fieldsOf(paper);
      let [met, score, tolerance] = [0, 0, 0];
      for (const meant of meanings) {
        let isMet = false;
        for (const { term, weight } of meant) {
          for (const [field, [boost]] of FIELDS.entries()) {
            const frequency = own[field]?.filter((each) => each === term).length ?? 0;
            if (frequency === 0) continue;
            isMet = true;
            const papers = countOf(term, field);
            const rarity = Math.log(1 + (Math.max(all, papers) - papers + 0.5) / (papers + 0.5));
            const length = lengthOf(own[field]) / (means[field] ?? 1);
            const part = (frequency * 2.2) / (frequency + 1.2 * (1 - 0.7 + 0.7 * length));
            score += weight * boost * rarity * (0.5 + part);
            tolerance += (weight * boost * rarity * 2.2) / 255;
          }
        }
        if (isMet) met++;
      }
      if (asked.length > 0 && (combine === 'AND' ? met < asked.length : met === 0)) continue;
      found.set(code, { score: score * met, tolerance: tolerance * met + 1e-9 });
    }
  }
  return found;
}

function liveIn({ papers, gone }: NaiveSegment): Paper[] {
  return papers.filter(({ id }) => !gone.has(codeOfId(id)));
}

function lengthOf(words: readonly string[] = []): number {
  return words.length;
}

/** What is not there counts as long as one word. */
function meanOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + Math.max(1, length), 0) / lengths.length;
}

/** What a term is worth for a word of a query: 1 where it is that word, 0 where it has nothing to do with it. */
function weightOf(term: string, word: string, typos: boolean): number {
  if (term === word) return 1;
  const { length } = term;
  if (term.startsWith(word)) return (0.375 * length) / (length + 0.3 * (length - word.length));
  const most = word.length < 4 || /\d/.test(word) ? 0 : Math.min(6, Math.round(word.length / 5));
  const wrong = typos ? wrongIn(word, term) : Infinity;
  if (wrong > most) return 0;
  // One end of the word must be right, as long as it would be if the faults were spread evenly.
  const right = Math.floor(word.length / (most + 1));
  const isRight = term.startsWith(word.slice(0, right)) || term.endsWith(word.slice(word.length - right));
  return isRight ? (0.45 * length) / (length + wrong) : 0;
}
