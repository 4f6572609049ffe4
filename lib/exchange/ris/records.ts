import { linesOf, LONGEST } from '../line-parts';

/** One record of a file. */
export interface RisRecord {
  /** The line of its `TY`, counted from 1. */
  line: number;
  /** The texts of each tag, in order, with `\n` between the lines of one. */
  fields: ReadonlyMap<string, readonly string[]>;
  /** What is wrong with it: the file ends within it, or there is more of it than is held. */
  fault?: 'cut off' | 'too long';
}

const FIELD = /^([A-Z][A-Z0-9]) {1,2}- ?([^]*)$/;

/** A line that was moved by a blank so that it is not taken for a field. */
const MOVED = /^ (?= *[A-Z][A-Z0-9] {1,2}-)/;

/** Splits an RIS file into its records, from `TY` to `ER` or to the next `TY`; what stands between them is passed over. */
export async function* recordsIn(pieces: AsyncIterable<string>): AsyncGenerator<RisRecord> {
  let open: OpenRecord | undefined;
  let isWithinLine = false;
  for await (const { text, number, goesOn } of linesOf(pieces)) {
    const [, tag, value = ''] = (!isWithinLine && FIELD.exec(text)) || [];
    if (open && (tag === 'TY' || tag === 'ER')) yield open.end();
    if (tag === 'TY') open = new OpenRecord(number);
    else if (tag === 'ER') open = undefined;
    else if (tag) open?.begin(tag, value);
    else open?.goOn(isWithinLine ? text : `\n${text.replace(MOVED, '')}`);
    isWithinLine = goesOn;
  }
  if (open) yield { ...open.end(), fault: 'cut off' };
}

/** A record of which the end has not come yet. */
class OpenRecord {
  readonly #fields = new Map<string, string[]>();
  #texts: string[] = [];
  #length = 0;

  constructor(readonly line: number) {}

  begin(tag: string, text: string) {
    this.#texts = this.#fields.get(tag) ?? [];
    this.#fields.set(tag, this.#texts);
    this.#hold(text.length, () => this.#texts.push(text));
  }

  goOn(text: string) {
    this.#hold(text.length, () => this.#texts.push((this.#texts.pop() ?? '') + text));
  }

  #hold(length: number, hold: () => void) {
    this.#length += length;
    if (this.#length <= LONGEST) hold();
    else this.#fields.clear();
  }

  end(): RisRecord {
    const { line } = this;
    return { line, fields: this.#fields, ...(this.#length > LONGEST && { fault: 'too long' }) };
  }
}
