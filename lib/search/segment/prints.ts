import { MOST_PLACES } from '../../print';
import type { Page } from '../../segment';
import { DamagedSegment } from './format';
import { contentOf } from './page';
import { type FilterForm, filterFor, note, pageOf } from './print-filter';
import { asNumbers, sealedNumbers } from './tables';

/**
 * The fingerprints of the papers of a segment, in order. A page of the file `prints` holds those of one stretch of all
 * numbers of 32 bits: first the fingerprints themselves, then of each which paper has it, and where. So it is searched by
 * halving, without being decoded. The file `filter` is read as a whole, and spares nearly all pages without a match. How
 * many pages there are of either follows from the number of fingerprints, which stands in front of each page of the filter.
 */

/** So many fingerprints stand in a page, on the average. */
const IN_PAGE = 512;

/** How many pages so many fingerprints take. */
export function pagesFor(prints: number): number {
  return Math.ceil(prints / IN_PAGE);
}

/** Which paper has a fingerprint and where, in one number: of 32 bits, ten are left for the place. */
export function spotOf(paper: number, place: number): number {
  return paper * MOST_PLACES + place;
}

export function paperAt(spot: number): number {
  return Math.floor(spot / MOST_PLACES);
}

export function placeAt(spot: number): number {
  return spot % MOST_PLACES;
}

/** Writes the fingerprints of a segment, which come in order. */
export class PrintWriter {
  readonly #pages: number;
  readonly #form: FilterForm;
  readonly #filter: Uint32Array;
  #hashes: number[] = [];
  #spots: number[] = [];
  #page = 0;
  #filterPage = 0;

  /** @param most how many come at most. */
  constructor(private readonly most: number) {
    this.#pages = pagesFor(most);
    this.#form = filterFor(most);
    this.#filter = new Uint32Array(this.#form.words);
  }

  /** Adds a fingerprint: gives the pages that are full now. */
  *add(hash: number, spot: number): Generator<Page> {
    yield* this.#upTo(pageOf(hash, this.#pages), pageOf(hash, this.#form.pages));
    this.#hashes.push(hash);
    this.#spots.push(spot);
    note(this.#filter, hash);
  }

  /** The last pages. */
  *end(): Generator<Page> {
    yield* this.#upTo(this.#pages, this.#form.pages);
  }

  *#upTo(page: number, filterPage: number): Generator<Page> {
    for (; this.#page < page; this.#page++) {
      yield {
        file: 'prints',
        key: this.#page,
        bytes: sealedNumbers(Uint32Array.from([...this.#hashes, ...this.#spots])),
      };
      [this.#hashes, this.#spots] = [[], []];
    }
    for (; this.#filterPage < filterPage; this.#filterPage++) {
      const numbers = new Uint32Array(1 + this.#filter.length);
      numbers[0] = this.most;
      numbers.set(this.#filter, 1);
      yield { file: 'filter', key: this.#filterPage, bytes: sealedNumbers(numbers) };
      this.#filter.fill(0);
    }
  }
}

/**
 * The filter of a segment, of all pages of its file, which are yet to be checked: how many fingerprints it was written for,
 * and the bits of each page.
 *
 * @throws {DamagedSegment} where a page is missing, or is not of the size that it has with so many.
 */
export function filterIn(
  segment: number,
  file: readonly Uint8Array<ArrayBuffer>[],
): { most: number; bits: Uint32Array[] } {
  const pages = file.map((page) => asNumbers(contentOf(segment, page)));
  const most = pages[0]?.[0] ?? 0;
  const form = filterFor(most);
  const bits = pages.map((page) => page.subarray(1));
  if (bits.length !== form.pages || bits.some(({ length }) => length !== form.words)) {
    throw new DamagedSegment(segment, 'its filter is not of its size');
  }
  return { most, bits };
}
