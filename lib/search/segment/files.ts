import type { Page } from '../../segment';
import { isAttribute } from './attributes';
import { BytesFileWriter } from './bytes-file';
import { DictionaryWriter, WordListWriter } from './dictionary';
import { sortedInSlices } from './sorted';

/** A term with fewer letters is no other one with a typo. */
const LEAST_LETTERS = 3;

/** Writes the files that go by terms, of terms that come in order. */
export class TermFilesWriter {
  readonly #dictionary = new DictionaryWriter();
  readonly #postings = new BytesFileWriter('postings');
  readonly #positions = new BytesFileWriter('positions');
  readonly #endings: string[] = [];

  /** The postings and the places of a term are written here, before it is added. */
  readonly postings = this.#postings.writer;
  readonly positions = this.#positions.writer;

  /** Adds a term. */
  *add(term: string, papers: number, inField: Uint32Array): Generator<Page> {
    const [postings, positions] = [this.#postings.endTerm(), this.#positions.endTerm()];
    const page = this.#dictionary.add({ term, papers, inField, postings, positions });
    if (page) yield page;
    yield* this.full();
    if (term.length >= LEAST_LETTERS && !isAttribute(term)) this.#endings.push(backwards(term));
  }

  /** The pages that are full by now, be it in the middle of a term. */
  *full(): Generator<Page> {
    yield* this.#postings.full();
    yield* this.#positions.full();
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
