/**
 * What counts as a typo, and how words with one are found without looking at all of them.
 *
 * Of a word in which k letters may be wrong, left out or too many, one of k + 1 parts is right. Only the first and the last
 * part are looked for, where terms begin and where they end: what is wrong in both and right in the middle is taken for
 * another word.
 */

/** One letter in five may be wrong, in words long enough to be told from their neighbours; a number is meant as it is. */
const [SHARE, LEAST_LETTERS, MOST] = [0.2, 4, 6];

/** How many letters may be wrong in a word. */
export function mostWrong(word: string): number {
  return word.length < LEAST_LETTERS || /\d/.test(word) ? 0 : Math.min(MOST, Math.round(word.length * SHARE));
}

/** The beginning and the end of a word of which one must be right. */
export function endsOf(word: string): { beginning: string; ending: string } {
  const part = Math.floor(word.length / (mostWrong(word) + 1));
  return { beginning: word.slice(0, part), ending: word.slice(word.length - part) };
}

/**
 * How many letters must be changed, left out or added to make one word of another (Levenshtein, 1966); undefined where
 * these are more than a limit.
 */
export function distance(one: string, other: string, limit: number): number | undefined {
  if (Math.abs(one.length - other.length) > limit) return undefined;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    let least = at;
    for (let to = 1; to <= other.length; to++) {
      const change = (row[to - 1] ?? 0) + Number(one.charCodeAt(at - 1) !== other.charCodeAt(to - 1));
      const steps = Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1);
      next.push(steps);
      if (steps < least) least = steps;
    }
    if (least > limit) return undefined;
    row = next;
  }
  const steps = row[other.length] ?? 0;
  return steps <= limit ? steps : undefined;
}

/** How many letters of a term are wrong, where it counts as the word with a typo; undefined where it does not. */
export function typosIn(term: string, word: string): number | undefined {
  const { beginning, ending } = endsOf(word);
  return term.startsWith(beginning) || term.endsWith(ending) ? distance(word, term, mostWrong(word)) : undefined;
}
