import { linePartsOf, LONGEST } from './line-parts';

/** A line of a text, its end taken off. */
export interface Line {
  /** Counted from 1. */
  number: number;
  /** Absent where the line is too long to be held. */
  text?: string;
}

/**
 * Cuts a text that comes in pieces into its lines, which end with CRLF, CR or LF, or with the text. Of a line longer
 * than `max` letters nothing is held.
 */
export async function* lines(
  pieces: AsyncIterable<string>,
  { max = LONGEST }: { max?: number } = {},
): AsyncGenerator<Line> {
  let tooLong: number | undefined;
  for await (const { text, number, goesOn } of linePartsOf(pieces, max)) {
    if (goesOn) tooLong = number;
    else {
      yield number === tooLong || text.length > max ? { number } : { number, text };
      tooLong = undefined;
    }
  }
  if (tooLong !== undefined) yield { number: tooLong };
}
