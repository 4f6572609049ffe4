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
 * Writes the dictionary of a segment, of terms that come in order: each as what it shares with the one before, and the
 * rest of its letters. A page goes by its last term, so that the page with a term is the first one that goes by that or
 * by a later one.
 */
export class DictionaryWriter {
  readonly #writer = new ByteWriter(2 * PAGE);
  #before = '';

  /** @returns a page where one is full. */
  add({ term, papers, inField, postings, positions }: Entry): Page | undefined {
    const writer = this.#writer;
    if (writer.length === 0) {
      writer.varint(postings.from);
      writer.varint(positions.from);
    }
    writeTerm(writer, this.#before, term);
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
    this.#before = term;
    return writer.length >= PAGE ? this.end() : undefined;
  }

  /** @returns the last page, where there is one. */
  end(): Page | undefined {
    if (this.#writer.length === 0) return undefined;
    const page: Page = { file: 'terms', key: this.#before, bytes: sealed(this.#writer.view()) };
    this.#writer.clear();
    this.#before = '';
    return page;
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

/** Writes a list of words that come in order. A page goes by its last word. */
export class WordListWriter {
  readonly #writer = new ByteWriter(2 * PAGE);
  #before = '';

  constructor(private readonly file: SegmentFile) {}

  add(word: string): Page | undefined {
    writeTerm(this.#writer, this.#before, word);
    this.#before = word;
    return this.#writer.length >= PAGE ? this.end() : undefined;
  }

  end(): Page | undefined {
    if (this.#writer.length === 0) return undefined;
    const page = { file: this.file, key: this.#before, bytes: sealed(this.#writer.view()) };
    this.#writer.clear();
    this.#before = '';
    return page;
  }
}

export function* wordsOf(segment: number, page: Uint8Array<ArrayBuffer>): Generator<string> {
  const reader = new ByteReader(opened(segment, page));
  let word = '';
  while (!reader.isAtEnd) yield (word = readTerm(reader, word));
}

function writeTerm(writer: ByteWriter, before: string, term: string): void {
  let shared = 0;
  while (shared < before.length && before.charCodeAt(shared) === term.charCodeAt(shared)) shared++;
  writer.varint(shared);
  writer.varint(term.length - shared);
  for (let at = shared; at < term.length; at++) writer.varint(term.charCodeAt(at));
}

function readTerm(reader: ByteReader, before: string): string {
  let term = before.slice(0, reader.varint());
  for (let left = reader.varint(); left > 0; left--) term += String.fromCharCode(reader.varint());
  return term;
}
