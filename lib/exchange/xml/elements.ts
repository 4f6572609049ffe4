import type { Skipped } from '../format';
import type { XmlElement } from './element';
import { withSafeProlog } from './prolog';
import { Malformed, type Stretch, TreeParser } from './tree-parser';

/** How many letters may be read a second time, beside as many as were read a first time. */
const MAX_REREAD = 64_000_000;

/** More letters than a start tag has up to the letter behind its name. */
const LONGEST_START = 200;

/**
 * The elements of an XML file that have one of some names, in order, each when its end has been read. A fault costs the
 * element in which it lies: it is told, and reading goes on with the next start tag of such a name.
 *
 * @param pieces the text of the file, in pieces that end anywhere.
 * @param names of the root and of the elements, without a prefix.
 * @throws {ExpectedError} for a file with a document type, and for one that has another root or is no XML at all.
 */
export async function* elements(
  pieces: AsyncIterable<string>,
  { root, wanted }: { root: string; wanted: readonly string[] },
): AsyncGenerator<XmlElement | Skipped> {
  const reader = new Reader(root, wanted);
  for await (const piece of withSafeProlog(pieces, root)) yield* reader.read(piece);
  yield* reader.end();
}

class Reader {
  readonly #wanted: ReadonlySet<string>;
  readonly #start: RegExp;
  /** None where a start tag is looked for, after a fault. */
  #parser: TreeParser | undefined;
  /** What is being looked through for a start tag. */
  #lost: Stretch = { text: '', line: 1 };
  #around: readonly string[];
  #read = 0;
  #reread = 0;

  constructor(root: string, wanted: readonly string[]) {
    this.#wanted = new Set(wanted);
    this.#start = new RegExp(`<(?:[a-zA-Z_][\\w.-]{0,99}:)?(?:${wanted.join('|')})[ \\t\\r\\n/>]`);
    this.#around = [root];
    this.#parser = new TreeParser(this.#wanted, [], 1);
  }

  *read(piece: string): Generator<XmlElement | Skipped> {
    this.#read += piece.length;
    if (this.#parser) yield* this.#run(this.#parser, (parser) => parser.write(piece));
    else this.#lost.text += piece;
    yield* this.#goOn();
  }

  *end(): Generator<XmlElement | Skipped> {
    while (this.#parser) {
      if (yield* this.#run(this.#parser, (parser) => parser.close())) return;
      yield* this.#goOn();
    }
  }

  /** After a fault: looks for the next start tag, and reads what follows it of the text at hand. */
  *#goOn(): Generator<XmlElement | Skipped> {
    while (!this.#parser) {
      const { text } = this.#lost;
      const at = text.search(this.#start);
      // Without a start tag, only the last letters are kept, in which one may begin.
      this.#lost = after(this.#lost, at < 0 ? Math.max(0, text.length - LONGEST_START) : at);
      if (at < 0) return;
      this.#parser = new TreeParser(this.#wanted, this.#around, this.#lost.line);
      yield* this.#run(this.#parser, (parser) => parser.write(this.#lost.text));
    }
  }

  /** Has the parser do something, and returns whether it could: if not, that is told and the parser given up. */
  *#run(parser: TreeParser, act: (parser: TreeParser) => void): Generator<XmlElement | Skipped, boolean> {
    let fault: Malformed | undefined;
    try {
      act(parser);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      fault = error;
    }
    yield* parser.take();
    if (!fault) return true;
    this.#giveUp(parser, fault);
    const why = `What begins here is broken XML (${fault.message}) and was left out. Fetch the file once more.`;
    yield { kind: 'skipped', place: { line: parser.rest.line }, why };
    return false;
  }

  #giveUp({ around, rest, hasBegun }: TreeParser, { letters }: Malformed): void {
    this.#parser = undefined;
    if (around.length > 0) this.#around = [...around];
    // Text that breaks again and again at the same far place would be read forever, and so would a tag that is none.
    this.#reread += letters;
    const from = this.#reread > this.#read + MAX_REREAD ? letters : hasBegun ? 0 : 1;
    this.#lost = after(rest, from);
  }
}

/** What is left of a stretch after its first letters. CR and LF, which are one line break, stay together. */
function after({ text, line }: Stretch, letters: number): Stretch {
  const from = text[letters - 1] === '\r' && text[letters] === '\n' ? letters - 1 : letters;
  return { text: text.slice(from), line: line + breaksIn(text.slice(0, from)) };
}

function breaksIn(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
