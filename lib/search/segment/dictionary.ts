import type { Page, SegmentFile } from '../../segment';
import { FIELDS } from '../fields';
import { opened, sealed } from './page';
import { ABSTRACT_ALONE } from './postings';
import { ByteReader, ByteWriter } from './varint';

/** A term of a segment, and where to read on. */
export interface Entry {
  term: string;
  /** How many papers have it. */
  papers: number;
  /** How many papers have it in each field. */
  inField: Uint32Array;
  /** Where its postings and its positions begin in their files, and how many bytes they are. */
  postings: Extent;
  positions: Extent;
}

export interface Extent {
  from: number;
  length: number;
}

/** In bytes, about: what is read to look one term up. */
const PAGE = 4096;

/**
 * Writes words that come in order into pages: each as what it shares with the one before, and the rest of its letters. A
 * page goes by its last word, so that the page with a word is the first one that goes by that or by a later one.
 */
class WordPages {
  readonly writer = new ByteWriter(2 * PAGE);
  #before = '';

  constructor(private readonly file: SegmentFile) {}

  word(word: string): void {
    const { writer } = this;
    const before = this.#before;
    let shared = 0;
    while (shared < before.length && before.charCodeAt(shared) === word.charCodeAt(shared)) shared++;
    writer.varint(shared);
    writer.varint(word.length - shared);
    for (let at = shared; at < word.length; at++) writer.varint(word.charCodeAt(at));
    this.#before = word;
  }

  /** @returns the page, where it is full. */
  full(): Page | undefined {
    return this.writer.length >= PAGE ? this.end() : undefined;
  }

  /** @returns the last page, where there is one. */
  end(): Page | undefined {
    if (this.writer.length === 0) return undefined;
    const page = { file: this.file, key: this.#before, bytes: sealed(this.writer.view()) };
    this.writer.clear();
    this.#before = '';
    return page;
  }
}

/** Writes the dictionary of a segment, of terms that come in order. */
export class DictionaryWriter {
  readonly #pages = new WordPages('terms');

  /** @returns a page where one is full. */
  add({ term, papers, inField, postings, positions }: Entry): Page | undefined {
    const { writer } = this.#pages;
    if (writer.length === 0) {
      writer.varint(postings.from);
      writer.varint(positions.from);
    }
    this.#pages.word(term);
    let fields = 0;
    for (let field = 0; field < FIELDS.length; field++) if (inField[field]) fields |= 1 << field;
    // Of a term in abstracts alone, as most are, the lowest bit says all there is to say.
    const isInAbstracts = fields === ABSTRACT_ALONE;
    writer.varint(papers * 2 + Number(isInAbstracts));
    if (!isInAbstracts) {
      writer.byte(fields);
      for (const count of inField) if (count > 0) writer.varint(count);
    }
    writer.varint(postings.length);
    writer.varint(positions.length);
    return this.#pages.full();
  }

  /** @returns the last page, where there is one. */
  end(): Page | undefined {
    return this.#pages.end();
  }
}

/**
 * The entries of a page of the dictionary, in order.
 *
 * @param isWanted the others are passed over.
 */
export function* entriesOf(
  segment: number,
  page: Uint8Array<ArrayBuffer>,
  isWanted: (term: string) => boolean = () => true,
): Generator<Entry> {
  const reader = new ByteReader(opened(segment, page));
  let postingsFrom = reader.varint();
  let positionsFrom = reader.varint();
  let term = '';
  while (!reader.isAtEnd) {
    term = readTerm(reader, term);
    const head = reader.varint();
    const papers = head >>> 1;
    const isInAbstracts = (head & 1) === 1;
    const fields = isInAbstracts ? ABSTRACT_ALONE : reader.byte();
    const inField = isWanted(term) ? new Uint32Array(FIELDS.length) : undefined;
    for (let rest = fields; rest > 0; rest &= rest - 1) {
      const count = isInAbstracts ? papers : reader.varint();
      if (inField) inField[31 - Math.clz32(rest & -rest)] = count;
    }
    const postings = { from: postingsFrom, length: reader.varint() };
    const positions = { from: positionsFrom, length: reader.varint() };
    if (inField) yield { term, papers, inField, postings, positions };
    postingsFrom += postings.length;
    positionsFrom += positions.length;
  }
}

/** Writes a list of words that come in order. */
export class WordListWriter {
  readonly #pages: WordPages;

  constructor(file: SegmentFile) {
    this.#pages = new WordPages(file);
  }

  /** @returns a page where one is full. */
  add(word: string): Page | undefined {
    this.#pages.word(word);
    return this.#pages.full();
  }

  /** @returns the last page, where there is one. */
  end(): Page | undefined {
    return this.#pages.end();
  }
}

export function* wordsOf(segment: number, page: Uint8Array<ArrayBuffer>): Generator<string> {
  const reader = new ByteReader(opened(segment, page));
  let word = '';
  while (!reader.isAtEnd) yield (word = readTerm(reader, word));
}

function readTerm(reader: ByteReader, before: string): string {
  let term = before.slice(0, reader.varint());
  for (let left = reader.varint(); left > 0; left--) term += String.fromCharCode(reader.varint());
  return term;
}
