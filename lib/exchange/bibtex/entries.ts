import type { Skipped } from '../format';
import { linesOf, LONGEST } from '../line-parts';

/** One entry of a file as it stands there, from its `@` to its closing brace. */
export interface RawEntry {
  kind: 'entry';
  text: string;
  /** The line of its `@`, counted from 1. */
  line: number;
}

const START = /@\s*[a-z]+\s*([{(])/gi;

/** An entry that begins a line. Within another one there is none of this form: the one before was not closed. */
const NEXT = /^@\s*[a-z]+\s*[{(]\s*(?:[^\s{}(),="]+\s*)?,/i;

/**
 * Splits a BibTeX file into its entries, `@string` and `@comment` included; what stands between them is passed over.
 * An entry that is not closed costs no other: it is given up where the next one begins a line.
 */
export async function* entriesIn(pieces: AsyncIterable<string>): AsyncGenerator<RawEntry | Skipped> {
  let open: OpenEntry | undefined;
  let isLost = false;
  let isWithinLine = false;
  for await (const { text, number, goesOn } of linesOf(pieces)) {
    if (!isWithinLine && NEXT.test(text)) {
      if (open) yield unclosed(open, `before the next entry begins in line ${number}`);
      open = undefined;
      isLost = false;
    }
    isWithinLine = goesOn;
    for (let at = 0; !isLost && at < text.length;) {
      if (!open) {
        const [start] = text.slice(at).matchAll(START);
        if (!start) break;
        at += start.index;
        open = new OpenEntry(number, start[1] === '{' ? '}' : ')');
      }
      at = open.take(text, at);
      if (open.isWhole) {
        yield { kind: 'entry', text: open.text, line: open.line };
        open = undefined;
      } else if (open.text.length > LONGEST) {
        yield unclosed(open, `within ${LONGEST.toLocaleString('en')} letters`);
        open = undefined;
        isLost = true;
      }
    }
    if (open && !goesOn) open.text += '\n';
  }
  if (open) yield unclosed(open, 'before the file ends');
}

function unclosed({ line, closing }: OpenEntry, where: string): Skipped {
  const why = `This entry is not closed ${where}. Add the missing \`${closing}\` and import again.`;
  return { kind: 'skipped', place: { line }, why };
}

/** An entry of which the end has not come yet. */
class OpenEntry {
  text = '';
  isWhole = false;
  #depth = 0;
  #isQuoted = false;

  constructor(
    readonly line: number,
    readonly closing: '}' | ')',
  ) {}

  /** Takes what a line has of the entry from a place on, and returns where that ends. */
  take(line: string, from: number): number {
    let end = line.length;
    // A brace after a backslash is a letter, as most programs write it.
    for (const { 0: sign, index } of line.slice(from).matchAll(/\\[^]|[{})"]/g)) {
      if (sign === '{') this.#depth++;
      if (sign === '}') this.#depth--;
      if (sign === '"' && this.#depth === 0) this.#isQuoted = !this.#isQuoted;
      this.isWhole = sign === this.closing && this.#depth === 0 && !this.#isQuoted;
      if (this.isWhole) {
        end = from + index + 1;
        break;
      }
    }
    this.text += line.slice(from, end);
    return end;
  }
}
