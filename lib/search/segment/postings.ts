import { FIELDS } from '../fields';
import { ByteReader, type ByteWriter } from './varint';

/**
 * The postings of a term: for each paper that has it, how far the paper is from the one before, and what the term is worth
 * there. Most terms stand in the abstract alone, once or twice: how often, and how long the abstract is (see `norms.ts`),
 * says what they are worth. Of any other the fields are said, and what it is worth in each. The postings of a filter's value
 * stand in no field.
 */

export const ABSTRACT = FIELDS.indexOf('abstract');
export const ABSTRACT_ALONE = 1 << ABSTRACT;

/** The two lowest bits of the distance: how often a term stands in the abstract alone; three times or more comes after. */
export const ANYWHERE = 0;
export const ONCE = 1;
export const THREE_OR_MORE = 3;
const KINDS = 4;

/** More is not counted. */
const MOST_TIMES = 255;

/**
 * Writes one posting; those of a term come in the order of their papers.
 *
 * @param times how often the term stands in the abstract.
 * @param impacts what it is worth in each field, in steps.
 */
export function writePosting(
  writer: ByteWriter,
  distance: number,
  fields: number,
  times: number,
  impacts: Uint8Array,
): void {
  if (fields === ABSTRACT_ALONE) {
    const kind = Math.min(times, THREE_OR_MORE);
    writer.varint(distance * KINDS + kind);
    if (kind === THREE_OR_MORE) writer.byte(Math.min(times, MOST_TIMES));
    return;
  }
  writer.varint(distance * KINDS + ANYWHERE);
  writer.byte(fields);
  for (let field = 0; field < FIELDS.length; field++) if (fields & (1 << field)) writer.byte(impacts[field] ?? 0);
}

/** Goes through the postings of a term, from one paper to the next. */
export class PostingReader {
  readonly #reader: ByteReader;
  paper = -1;
  /** The fields in which the term stands in this paper, one bit for each. */
  fields = 0;
  /** How often it stands in the abstract, where it stands there alone; otherwise `ANYWHERE`. */
  times = 0;
  /** What it is worth in each of its fields, where it does not. */
  readonly impacts = new Uint8Array(FIELDS.length);

  constructor(bytes: Uint8Array) {
    this.#reader = new ByteReader(bytes);
  }

  /** @returns whether there is one more. */
  next(): boolean {
    const reader = this.#reader;
    if (reader.isAtEnd) return false;
    const head = reader.varint();
    this.paper += head >>> 2;
    this.times = head & 3;
    if (this.times !== ANYWHERE) {
      this.fields = ABSTRACT_ALONE;
      if (this.times === THREE_OR_MORE) this.times = reader.byte();
      return true;
    }
    const fields = (this.fields = reader.byte());
    for (let field = 0; field < FIELDS.length; field++) if (fields & (1 << field)) this.impacts[field] = reader.byte();
    return true;
  }
}

/** Writes the place of a term that stands in the abstract of a paper alone, and once. */
export function writePlace(writer: ByteWriter, place: number): void {
  writer.varint(place);
}

/** Writes the places of any other in one field of a paper, in order: the lowest bit of each says whether more follow. */
export function writePlaces(writer: ByteWriter, places: ArrayLike<number>, from: number, to: number): void {
  let before = -1;
  for (let at = from; at < to; at++) {
    const place = places[at] ?? 0;
    writer.varint((place - before - 1) * 2 + (at + 1 < to ? 1 : 0));
    before = place;
  }
}

/** Goes past the places of a term, from one paper to the next in the order of its postings. */
export class PlaceReader {
  readonly #reader: ByteReader;

  constructor(bytes: Uint8Array) {
    this.#reader = new ByteReader(bytes);
  }

  /** Where it stands among the bytes. */
  get at(): number {
    return this.#reader.at;
  }

  /** Passes over the places in a paper, which has this posting. */
  skip({ times, fields }: PostingReader): void {
    if (times === ONCE) this.#reader.varint();
    else for (let rest = fields; rest > 0; rest &= rest - 1) while (this.#reader.varint() & 1);
  }
}
