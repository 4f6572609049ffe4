/**
 * Tells which fingerprints a segment has not, so that hardly any page of the others is read in vain: a Bloom filter (1970),
 * whose bits are parted into pages by the order of the fingerprints, so that it is written in one go of those that come in
 * order (Putze, Sanders and Singler, 2007).
 */

/** With so many bits for each, and so many of them set, one in 800 fingerprints that are not there seems to be. */
const BITS = 14;
const SET = 8;

/** The most bits of a page: a quarter of a megabyte, from which on a database reads about as fast as it can. */
const MOST_BITS = 2 ** 21;
const LEAST_BITS = 32;

/** The form of a filter. */
export interface FilterForm {
  pages: number;
  /** How many bits a page has: a power of two. */
  bits: number;
}

/** The form of a filter for so many fingerprints. */
export function filterFor(prints: number): FilterForm {
  const all = Math.max(LEAST_BITS, BITS * prints);
  const bits = Math.min(MOST_BITS, 2 ** Math.ceil(Math.log2(all)));
  return { pages: Math.ceil(all / bits), bits };
}

/** On which of so many pages a fingerprint is, all of which have about the same number of them; in their order. */
export function pageOf(hash: number, pages: number): number {
  return Math.floor((hash / 2 ** 32) * pages);
}

/** Notes a fingerprint on its page. */
export function note(page: Uint32Array, hash: number): void {
  const shift = shiftFor(page);
  let at = first(hash);
  for (let bit = 0; bit < SET; bit++, at = (at + step(hash)) | 0) {
    const place = at >>> shift;
    page[place >>> 5] = (page[place >>> 5] as number) | (1 << (place & 31));
  }
}

/** Whether a fingerprint may have been noted on this page. */
export function mayBeOn(page: Uint32Array, hash: number): boolean {
  const shift = shiftFor(page);
  let at = first(hash);
  for (let bit = 0; bit < SET; bit++, at = (at + step(hash)) | 0) {
    const place = at >>> shift;
    if (((page[place >>> 5] as number) & (1 << (place & 31))) === 0) return false;
  }
  return true;
}

/** By how many bits a number of 32 bits is too long to be one of a page's bits. */
function shiftFor(page: Uint32Array): number {
  return Math.clz32(page.length * 32 - 1);
}

/** The bits of a fingerprint are so many apart, from a first one on (Kirsch and Mitzenmacher, 2006). */
function first(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
}

function step(hash: number): number {
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) | 1;
}
