import type { Paper } from '../../paper';

/** Two numbers of 32 bits that are the same for the same facts, and hardly ever for others. */
export type Digest = readonly [number, number];

/** The facts of a paper as a text, the same in whatever order they come. */
export function textOf(paper: Paper): string {
  return JSON.stringify(Object.entries(paper).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The digest of a paper's text. */
export function digestOf(text: string): Digest {
  let [first, second] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul((second << 5) ^ (second >>> 27) ^ unit, 0x5bd1e995);
  }
  return [first >>> 0, second >>> 0];
}

/** Whether two digests are of the same text. */
export function isSame(one: Digest, other: Digest): boolean {
  return one[0] === other[0] && one[1] === other[1];
}
