/** How many letters of a word must be changed, left out or added to make another of it, by the definition. */
export function wrongIn(word: string, other: string): number {
  const known = new Map<string, number>();
  function between(one: number, two: number): number {
    if (one === 0 || two === 0) return one + two;
    const name = `${one} ${two}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const change = between(one - 1, two - 1) + (word[one - 1] === other[two - 1] ? 0 : 1);
    const least = Math.min(change, between(one - 1, two) + 1, between(one, two - 1) + 1);
    known.set(name, least);
    return least;
  }
  return between(word.length, other.length);
}
