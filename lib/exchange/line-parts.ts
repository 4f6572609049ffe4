/** A line of a file without its end, or a part of one that is longer than `LONGEST`. */
export interface Line {
  text: string;
  /** Counted from 1. */
  number: number;
  /** Whether the next part is of the same line. */
  goesOn: boolean;
}

/** How many letters of one line, or of one record, are held at a time. No honest one is longer. */
export const LONGEST = 4_000_000;

const LINE_END = /\r\n?|\n/g;

/** The lines of a file that comes in pieces, whatever way they end. A mark of byte order is left out. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 1;
  let held = '';
  let isAfterReturn = false;
  let isStart = true;
  for await (const piece of pieces) {
    if (piece === '') continue;
    // The two letters of one end may come in two pieces.
    let start = isAfterReturn && piece.startsWith('\n') ? 1 : 0;
    if (isStart && piece.startsWith('\uFEFF')) start = 1;
    isStart = false;
    isAfterReturn = piece.endsWith('\r');
    const ends = new RegExp(LINE_END);
    ends.lastIndex = start;
    for (let end = ends.exec(piece); end; end = ends.exec(piece)) {
      yield { text: held + piece.slice(start, end.index), number: number++, goesOn: false };
      held = '';
      start = ends.lastIndex;
    }
    held += piece.slice(start);
    if (held.length > LONGEST) {
      yield { text: held, number, goesOn: true };
      held = '';
    }
  }
  if (held) yield { text: held, number, goesOn: false };
}
