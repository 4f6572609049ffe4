/** Words that begin alike are sorted at one go: few enough that it takes no more than some milliseconds. */
const LETTERS = 3;

/**
 * Sorts words by the values of their letters, as the keys of a database are; `undefined` between them is a resting point,
 * since many words take a while.
 */
export function* sortedInSlices(words: Iterable<string>): Generator<string | undefined> {
  const beginnings = new Map<string, string[]>();
  let count = 0;
  for (const word of words) {
    const beginning = word.slice(0, LETTERS);
    const alike = beginnings.get(beginning);
    if (alike) alike.push(word);
    else beginnings.set(beginning, [word]);
    if (++count % 4096 === 0) yield undefined;
  }
  for (const beginning of [...beginnings.keys()].sort()) {
    yield* beginnings.get(beginning)?.sort() ?? [];
    yield undefined;
  }
}
