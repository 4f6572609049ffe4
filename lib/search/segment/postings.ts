import { FIELDS } from '../fields';
import { ByteReader, type ByteWriter } from './varint';

/**
 * The postings of a term: for each paper that has it, how far the paper is from the one before, in which fields the term
 * stands, and what it is worth in each. Nearly all terms stand in the abstract alone, which is said by the lowest bit of
 * the distance. The postings of a filter's value stand in no field.
 */

const ABSTRACT = FIELDS.indexOf('abstract');
const ABSTRACT_ALONE = 1 << ABSTRACT;

/** Writes one posting; those of a term come in the order of their papers. */
export function writePosting(writer: ByteWriter, distance: number, fields: number, impacts: Uint8Array): void {
  if (fields === ABSTRACT_ALONE) {
    writer.varint(distance * 2 + 1);
    writer.byte(impacts[ABSTRACT] ?? 0);
    return;
  }
  writer.varint(distance * 2);
  writer.byte(fields);
  for (let field = 0; field < FIELDS.length; field++) if (fields & (1 << field)) writer.byte(impacts[field] ?? 0);
}

/** Goes through the postings of a term, from one paper to the next. */
export class PostingReader {
  readonly #reader: ByteReader;
  paper = -1;
  /** The fields in which the term stands in this paper, one bit for each. */
  fields = 0;
  /** What it is worth in each of these. */
  readonly impacts = new Uint8Array(FIELDS.length);

  constructor(bytes: Uint8Array) {
    this.#reader = new ByteReader(bytes);
  }

  /** @returns whether there is one more. */
  next(): boolean {
    const reader = this.#reader;
    if (reader.isAtEnd) return false;
    const head = reader.varint();
    this.paper += head >>> 1;
    if (head & 1) {
      this.fields = ABSTRACT_ALONE;
      this.impacts[ABSTRACT] = reader.byte();
      return true;
    }
    const fields = (this.fields = reader.byte());
    for (let field = 0; field < FIELDS.length; field++) if (fields & (1 << field)) this.impacts[field] = reader.byte();
    return true;
  }
}

/** Writes the places of a term in one field of a paper, in order: the lowest bit of each says whether more follow. */
export function writePlaces(writer: ByteWriter, places: ArrayLike<number>, from: number, to: number): void {
  let before = -1;
  for (let at = from; at < to; at++) {
    const place = places[at] ?? 0;
    writer.varint((place - before - 1) * 2 + (at + 1 < to ? 1 : 0));
    before = place;
  }
}

/** Goes through the places of a term, field by field of each paper, in the order of its postings. */
export class PlaceReader {
  readonly #reader: ByteReader;

  constructor(bytes: Uint8Array) {
    this.#reader = new ByteReader(bytes);
  }

  /** Where it stands among the bytes. */
  get at(): number {
    return this.#reader.at;
  }

  set at(place: number) {
    this.#reader.at = place;
  }

  /** Passes over the places in one field. */
  skip(): void {
    while (this.#reader.varint() & 1);
  }

  /** Adds the places in one field to others. */
  read(places: number[]): void {
    let before = -1;
    for (;;) {
      const head = this.#reader.varint();
      before += (head >>> 1) + 1;
      places.push(before);
      if ((head & 1) === 0) return;
    }
  }
}
