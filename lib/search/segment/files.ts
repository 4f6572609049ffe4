import type { Page } from '../../segment';
import { isAttribute } from './attributes';
import { BytesFileWriter } from './bytes-file';
import { DictionaryWriter } from './dictionary';
import { sortedInSlices } from './sorted';
import { WordPagesWriter } from './word-pages';

/** A term with fewer letters is no other one with a typo. */
const LEAST_LETTERS = 3;

/** Writes the files that go by terms, of terms that come in order. */
export class TermFilesWriter {
  readonly #dictionary = new DictionaryWriter();
  readonly #postings = new BytesFileWriter('postings');
  readonly #positions = new BytesFileWriter('positions');

  /** The postings and the places of a term are written here, before it is added. */
  readonly postings = this.#postings.writer;
  readonly positions = this.#positions.writer;

  /** Adds a term. */
  *add(term: string, papers: number, inField: Uint32Array): Generator<Page> {
    const [postings, positions] = [this.#postings.endTerm(), this.#positions.endTerm()];
    const page = this.#dictionary.add({ term, papers, inField, postings, positions });
    if (page) yield page;
    yield* this.full();
  }

  /** The pages that are full by now, be it in the middle of a term. */
  *full(): Generator<Page> {
    yield* this.#postings.full();
    yield* this.#positions.full();
  }

  /** The last pages. */
  *end(): Generator<Page> {
    yield* this.#dictionary.end();
    yield* this.#postings.end();
    yield* this.#positions.end();
  }
}

/** Writes the list of endings of these terms. */
export function* writeEndings(terms: Iterable<string>): Generator<Page | undefined> {
  const list = new WordPagesWriter('endings');
  for (const ending of sortedInSlices(endingsOf(terms))) {
    if (ending !== undefined) list.add(ending);
    yield list.full();
  }
  yield* list.end();
}

function* endingsOf(terms: Iterable<string>): Generator<string> {
  for (const term of terms) if (term.length >= LEAST_LETTERS && !isAttribute(term)) yield backwards(term);
}

/** A word from its last letter to its first. */
export function backwards(word: string): string {
  let letters = '';
  for (let at = word.length - 1; at >= 0; at--) letters += word.charAt(at);
  return letters;
}
