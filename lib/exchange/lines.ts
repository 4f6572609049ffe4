/** A line of a text, its end taken off. */
export interface Line {
  /** Counted from 1. */
  number: number;
  /** Absent where the line is too long to be held. */
  text?: string;
}

/** In letters: no honest line of any format has a tenth as many. */
export const MAX_LINE = 4_000_000;

const LINE_END = /\r\n?|\n/g;

/**
 * Cuts a text that comes in pieces into its lines, which end with CRLF, CR or LF, or with the text. Of a line longer
 * than `max` letters nothing is held.
 */
export async function* lines(
  pieces: AsyncIterable<string>,
  { max = MAX_LINE }: { max?: number } = {},
): AsyncGenerator<Line> {
  let number = 1;
  let begun: string[] = [];
  let length = 0;
  let isAfterReturn = false;

  const take = (part: string) => {
    length += part.length;
    if (length > max) begun = [];
    else if (part !== '') begun.push(part);
  };
  const close = (): Line => {
    const line = length > max ? { number } : { number, text: begun.join('') };
    number++;
    begun = [];
    length = 0;
    return line;
  };

  for await (const piece of pieces) {
    if (piece === '') continue;
    // The line feed of a CRLF that was cut in two ends nothing once more.
    const text = isAfterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    isAfterReturn = piece.endsWith('\r');
    let start = 0;
    for (const { 0: end, index } of text.matchAll(LINE_END)) {
      take(text.slice(start, index));
      yield close();
      start = index + end.length;
    }
    take(text.slice(start));
  }
  if (length > 0) yield close();
}
