import type { Page, SegmentFile } from '../../segment';
import { DamagedSegment } from './format';
import { opened, sealed } from './page';
import { ByteReader, ByteWriter } from './varint';

/**
 * Words in order, in pages that are found by what they hold: a page goes by its last word, so that the page with a word is
 * the first one that goes by that or by a later one. Each begins with the last word of the page before, and one without
 * words of its own comes last: so it shows where a page is missing.
 */

/** In bytes, about: what is read to look one word up. */
const PAGE = 4096;

/** Comes after every word: it is no character, and words are folded without it. */
export const LAST = '\uffff';

/** Writes words that come in order: each as what it shares with the one before, and the rest of its letters. */
export class WordPagesWriter {
  readonly #writer = new ByteWriter(2 * PAGE);
  #before = '';

  constructor(private readonly file: SegmentFile) {}

  /** Whether the next word is the first of its page. */
  get isAtStart(): boolean {
    return this.#writer.length === 0;
  }

  /** Begins a page: what is written now comes before its words. */
  begin(): ByteWriter {
    writeWord(this.#writer, '', this.#before);
    return this.#writer;
  }

  /** Adds a word: what is written now comes after it. */
  add(word: string): ByteWriter {
    if (this.isAtStart) this.begin();
    writeWord(this.#writer, this.#before, word);
    this.#before = word;
    return this.#writer;
  }

  /** @returns the page, where it is full. */
  full(): Page | undefined {
    return this.#writer.length >= PAGE ? this.#page(this.#before) : undefined;
  }

  /** The last pages. */
  *end(): Generator<Page> {
    if (!this.isAtStart) yield this.#page(this.#before);
    this.begin();
    yield this.#page(LAST);
  }

  #page(key: string): Page {
    const page = { file: this.file, key, bytes: sealed(this.#writer.view()) };
    this.#writer.clear();
    return page;
  }
}

/** Goes through the words of a page. */
export class WordPage {
  readonly reader: ByteReader;
  /** The word at which it is; before the first one, the last word of the page before. */
  word: string;
  /** Whether it has no words, since all are in the pages before. */
  readonly isLast: boolean;

  /**
   * @param page that is to be the first one with words from this one on.
   * @throws {DamagedSegment} where it is another one, since that is missing.
   */
  constructor(segment: number, page: Uint8Array<ArrayBuffer> | undefined, from: string) {
    this.reader = new ByteReader(opened(segment, page));
    this.word = readWord(this.reader, '');
    this.isLast = this.reader.isAtEnd;
    if (this.word !== '' && this.word >= from) throw missing(segment);
  }

  get isAtEnd(): boolean {
    return this.reader.isAtEnd;
  }

  /** Goes on to the next word; what was written after the one before must have been read. */
  next(): string {
    return (this.word = readWord(this.reader, this.word));
  }
}

/**
 * Those of the pages in which words from one to another may stand, each to be gone through to its end.
 *
 * @param pages from the one with the first of these words on.
 * @throws {DamagedSegment} where one is missing.
 */
export function* wordPages(
  segment: number,
  pages: readonly Uint8Array<ArrayBuffer>[],
  from: string,
  to: string,
): Generator<WordPage> {
  let next = from;
  for (const bytes of pages) {
    const page = new WordPage(segment, bytes, next);
    if (page.isLast) return;
    yield page;
    if (page.word >= to) return;
    next = following(page.word);
  }
  throw missing(segment);
}

/** The words from one to another, both included, of the pages in which they are. */
export function* wordsBetween(
  segment: number,
  pages: readonly Uint8Array<ArrayBuffer>[],
  from: string,
  to: string,
): Generator<string> {
  for (const page of wordPages(segment, pages, from, to)) {
    for (const word of wordsIn(page)) {
      if (word > to) return;
      if (word >= from) yield word;
    }
  }
}

/** The words of one page. */
export function* wordsIn(page: WordPage): Generator<string> {
  while (!page.isAtEnd) yield page.next();
}

/** The first that may come after a word. */
export function following(word: string): string {
  return `${word}\0`;
}

function missing(segment: number): DamagedSegment {
  return new DamagedSegment(segment, 'a page of words is missing');
}

function writeWord(writer: ByteWriter, before: string, word: string): void {
  let shared = 0;
  while (shared < before.length && before.charCodeAt(shared) === word.charCodeAt(shared)) shared++;
  writer.varint(shared);
  writer.varint(word.length - shared);
  for (let at = shared; at < word.length; at++) writer.varint(word.charCodeAt(at));
}

function readWord(reader: ByteReader, before: string): string {
  let word = before.slice(0, reader.varint());
  for (let left = reader.varint(); left > 0; left--) word += String.fromCharCode(reader.varint());
  return word;
}
