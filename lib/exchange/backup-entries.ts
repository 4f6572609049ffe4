import type { Skipped } from './format';
import { JsonParser } from './json-parser';

/** A value of a backup: of one of its keys, or one of the many in its lists. */
export interface Entry {
  kind: 'entry';
  line: number;
  /** Absent for one of a list. */
  key?: string;
  value: unknown;
}

/** In letters: more than any paper or record has, with the longest of notes. */
const MAX_ENTRY = 2_000_000;

/** The values of a backup that are read. */
const PATHS = ['$.format', '$.version', '$.papers.*', '$.records.*'];

/** What lets a parser go on in the midst of a list. Which of the two it is does not matter here. */
const IN_A_LIST = '{"papers":[';

/**
 * Goes through the JSON of a backup while it comes. It may be written in any way. In the way of ours, with each entry on
 * a line of its own, damage costs no more than the lines in which it lies.
 */
export async function* entriesIn(pieces: AsyncIterable<string>): AsyncGenerator<Entry | Skipped> {
  const reader = new Reader();
  for await (const piece of pieces) for (const part of piece.split(/(?<=\n)/)) yield* reader.read(part);
  yield* reader.end();
}

class Reader {
  #found: Entry[] = [];
  /** The line at hand, as far as it was read; of a long one, no more than its beginning. */
  #line = '';
  #number = 1;
  #isLost = false;
  #sinceFound = 0;
  #parser = this.#start();

  *read(part: string): Generator<Entry | Skipped> {
    if (!this.#isLong) this.#line += part;
    this.#write(part);
    if (this.#isLong) yield* this.#found.splice(0);
    if (part.endsWith('\n')) yield* this.#endLine();
  }

  *end(): Generator<Entry | Skipped> {
    yield* this.#endLine();
    if (!this.#parser.isEnded) yield this.#skipped('The backup breaks off here. Restore an older one too.');
  }

  get #isLong(): boolean {
    return this.#line.length > MAX_ENTRY;
  }

  *#endLine(): Generator<Entry | Skipped> {
    // An entry in which nothing was found stands where damage has opened one list too many.
    const isUnfound = this.#line.startsWith('{"id":') && this.#found.length === 0;
    if (this.#isLost || isUnfound) {
      yield this.#skipped('The backup is damaged here, and something may be missing. Restore an older one too.');
      this.#parser = this.#start(IN_A_LIST);
      // What the parser broke off at may be whole, and the damage before it.
      if (!this.#isLong) this.#found = [];
      if (!this.#isLong) this.#write(this.#line);
      if (this.#isLost) this.#parser = this.#start(IN_A_LIST);
    }
    yield* this.#found.splice(0);
    this.#line = '';
    this.#number++;
  }

  #start(opening = ''): JsonParser {
    const parser = new JsonParser(PATHS, ({ key, value }) => {
      this.#sinceFound = 0;
      this.#found.push({ kind: 'entry', line: this.#number, ...(typeof key === 'string' && { key }), value });
    });
    parser.write(opening);
    this.#isLost = false;
    this.#sinceFound = 0;
    return parser;
  }

  #write(part: string): void {
    if (this.#isLost) return;
    this.#sinceFound += part.length;
    try {
      this.#parser.write(part);
      this.#isLost = this.#sinceFound > MAX_ENTRY;
    } catch {
      this.#isLost = true;
    }
  }

  #skipped(why: string): Skipped {
    return { kind: 'skipped', place: { line: this.#number }, why };
  }
}
