/** How papers are ranked: BM25+ (Lv and Zhai, 2011) over the fields of a paper, with the constants of MiniSearch 7.2. */
const { k, b, d } = { k: 1.2, b: 0.7, d: 0.5 };

/** What a word is worth that a query says by its beginning, or with a typo, against one that it says in full. */
const [PREFIX, TYPO] = [0.375, 0.45];

/** The greatest part that the frequency of a term can have, which is k + 1. */
const MOST = k + 1;
const STEPS = 255;

/** How much a term says that stands so often in a field of this length. */
export function partOfScore(frequency: number, length: number, meanLength: number): number {
  return partOfTimes(frequency, lengthPart(length, meanLength));
}

/** The same, of what is made of the length. */
export function partOfTimes(frequency: number, ofLength: number): number {
  return d + (frequency * MOST) / (frequency + ofLength);
}

/** What the length of a field does to the frequency of its terms: the longer it is, the less one says. */
export function lengthPart(length: number, meanLength: number): number {
  return k * (1 - b + (b * length) / meanLength);
}

/** The same in 255 steps, as it is known when a paper is indexed. */
export function impactOf(frequency: number, length: number, meanLength: number): number {
  return Math.max(1, Math.round(((partOfScore(frequency, length, meanLength) - d) / MOST) * STEPS));
}

/** How much a step says. */
export function partOf(impact: number): number {
  return d + (impact / STEPS) * MOST;
}

/** What a term is worth by how many papers of all have it. */
export function rarity(papers: number, all: number): number {
  return Math.log(1 + (Math.max(all, papers) - papers + 0.5) / (papers + 0.5));
}

/** What a term is worth that begins with a word of the query, by the lengths of both. */
export function prefixWeight(term: number, word: number): number {
  return (PREFIX * term) / (term + 0.3 * (term - word));
}

/** What a term is worth that is a word of the query but for so many letters. */
export function typoWeight(term: number, distance: number): number {
  return (TYPO * term) / (term + distance);
}
