import type { Page } from '../../segment';
import { isAttribute } from './attributes';
import { BytesFileWriter } from './bytes-file';
import { DictionaryWriter, WordListWriter } from './dictionary';
import { sortedInSlices } from './sorted';
import type { ByteWriter } from './varint';

/** A term with fewer letters is no other one with a typo. */
const LEAST_LETTERS = 3;

/** Writes the files that go by terms, of terms that come in order. */
export class TermFilesWriter {
  readonly #dictionary = new DictionaryWriter();
  readonly #postings = new BytesFileWriter('postings');
  readonly #positions = new BytesFileWriter('positions');
  readonly #endings: string[] = [];

  /** Adds a term with its postings and places. */
  *add(
    term: string,
    papers: number,
    inField: Uint32Array,
    postings: ByteWriter,
    positions: ByteWriter,
  ): Generator<Page> {
    const page = this.#dictionary.add({
      term,
      papers,
      inField,
      postings: { from: this.#postings.length, length: postings.length },
      positions: { from: this.#positions.length, length: positions.length },
    });
    this.#postings.add(postings.view());
    this.#positions.add(positions.view());
    if (page) yield page;
    yield* this.#postings.full();
    yield* this.#positions.full();
    if (term.length >= LEAST_LETTERS && !isAttribute(term)) this.#endings.push(backwards(term));
  }

  /** The last pages, and the list of endings. */
  *end(): Generator<Page | undefined> {
    const page = this.#dictionary.end();
    if (page) yield page;
    yield* this.#postings.end();
    yield* this.#positions.end();
    const endings = new WordListWriter('endings');
    for (const ending of sortedInSlices(this.#endings)) yield ending === undefined ? undefined : endings.add(ending);
    yield endings.end();
  }
}

/** A word from its last letter to its first. */
export function backwards(word: string): string {
  return Array.from({ length: word.length }, (_, at) => word.charAt(word.length - 1 - at)).join('');
}
