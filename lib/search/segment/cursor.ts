import { FIELDS } from '../fields';
import type { Entry } from './dictionary';
import type { Looked } from './extents';
import { ABSTRACT_ALONE, ANYWHERE, ONCE, THREE_OR_MORE } from './postings';
import { NOWHERE } from './placed-terms';

/**
 * The places of all fields as one: so far apart are those of two words that follow one another, and between them are
 * those of the other fields.
 */
export const STEP = FIELDS.length;

export function fieldAt(place: number): number {
  return place % STEP;
}

export function placeInField(place: number): number {
  return Math.floor(place / STEP);
}

/**
 * Goes through the papers that have a term, with its places in each. Postings and places are read in one loop each, by
 * no reader of single numbers: a phrase of words that stand everywhere spends its time here, most of it before any of it
 * has been compiled.
 */
export class Cursor {
  readonly #postings: Uint8Array;
  readonly #positions: Uint8Array;
  /** Where the next posting begins, and where the places of the paper do; once these are read, those of the next one. */
  #posting = 0;
  #position = 0;
  #isRead = true;
  #kind = ANYWHERE;
  paper = -1;
  /** The fields in which the term stands in this paper, one bit for each. */
  fields = 0;
  /** The first `count` are the places in which it stands there, field by field; the others are of papers before. */
  readonly places: number[] = [];
  count = 0;
  /** All of them are below it. */
  end = 0;

  constructor(entry: Entry, { segment, extents }: Looked) {
    this.#postings = extents.bytes(segment, 'postings', entry);
    this.#positions = extents.bytes(segment, 'positions', entry);
  }

  /** Goes on to the first paper that has this number or a higher one. @returns whether there is one. */
  reach(least: number): boolean {
    const postings = this.#postings;
    const positions = this.#positions;
    const end = postings.length;
    let paper = this.paper;
    let kind = this.#kind;
    let fields = this.fields;
    let isRead = this.#isRead;
    let posting = this.#posting;
    let position = this.#position;
    while (paper < least) {
      if (posting >= end) return false;
      if (!isRead) {
        const flag = kind === ONCE ? 0 : 1;
        for (let rest = fields; rest > 0; rest &= rest - 1) {
          let hasMore = false;
          do {
            const head = positions[position++] as number;
            hasMore = (head & flag) === 1;
            if (head > 0x7f) while ((positions[position++] as number) > 0x7f);
          } while (hasMore);
        }
      }
      isRead = false;
      let head = postings[posting++] as number;
      if (head > 0x7f) {
        head &= 0x7f;
        for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
          byte = postings[posting++] as number;
          head |= (byte & 0x7f) << shift;
        }
      }
      paper += head >>> 2;
      kind = head & 3;
      fields = ABSTRACT_ALONE;
      if (kind === THREE_OR_MORE) {
        posting++;
      } else if (kind === ANYWHERE) {
        fields = postings[posting++] as number;
        for (let rest = fields; rest > 0; rest &= rest - 1) posting++;
      }
    }
    this.paper = paper;
    this.#kind = kind;
    this.fields = fields;
    this.#isRead = isRead;
    this.#posting = posting;
    this.#position = position;
    return true;
  }

  /** Reads the places in which the term stands in the paper. */
  read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    const positions = this.#positions;
    const places = this.places;
    // The lowest bit of a place says whether more follow in its field, except where there is but one.
    const flag = this.#kind === ONCE ? 0 : 1;
    let position = this.#position;
    let count = 0;
    let last = 0;
    for (let rest = this.fields; rest > 0; rest &= rest - 1) {
      const field = 31 - Math.clz32(rest & -rest);
      let place = -1;
      let hasMore = false;
      do {
        let head = positions[position++] as number;
        if (head > 0x7f) {
          head &= 0x7f;
          for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
            byte = positions[position++] as number;
            head |= (byte & 0x7f) << shift;
          }
        }
        hasMore = (head & flag) === 1;
        place += (head >>> flag) + 1;
        if (place < NOWHERE) places[count++] = place * STEP + field;
      } while (hasMore);
      if (place > last && place < NOWHERE) last = place;
    }
    this.#position = position;
    this.count = count;
    this.end = (last + 1) * STEP;
  }
}
