import type { Page } from '../../segment';
import { FIELDS } from '../fields';
import { ABSTRACT_ALONE } from './postings';
import { type WordPage, wordPages, WordPagesWriter } from './word-pages';

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

/** Writes the dictionary of a segment, of terms that come in order. */
export class DictionaryWriter {
  readonly #pages = new WordPagesWriter('terms');

  /** @returns a page where one is full. */
  add({ term, papers, inField, postings, positions }: Entry): Page | undefined {
    if (this.#pages.isAtStart) {
      const first = this.#pages.begin();
      first.varint(postings.from);
      first.varint(positions.from);
    }
    const writer = this.#pages.add(term);
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

  /** The last pages. */
  end(): Generator<Page> {
    return this.#pages.end();
  }
}

/** The entries of the terms from one to another, both included, of the pages in which they are. */
export function* entriesBetween(
  segment: number,
  pages: readonly Uint8Array<ArrayBuffer>[],
  from: string,
  to: string,
): Generator<Entry> {
  for (const page of wordPages(segment, pages, from, to)) {
    for (const entry of entriesIn(page, from)) {
      if (entry.term > to) return;
      yield entry;
    }
  }
}

/**
 * The entries of one page, in order.
 *
 * @param from those of earlier terms are passed over.
 */
export function* entriesIn(page: WordPage, from = ''): Generator<Entry> {
  if (page.isLast) return;
  const { reader } = page;
  let postingsFrom = reader.varint();
  let positionsFrom = reader.varint();
  while (!page.isAtEnd) {
    const term = page.next();
    const head = reader.varint();
    const papers = head >>> 1;
    const isInAbstracts = (head & 1) === 1;
    const fields = isInAbstracts ? ABSTRACT_ALONE : reader.byte();
    const inField = term >= from ? new Uint32Array(FIELDS.length) : undefined;
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
