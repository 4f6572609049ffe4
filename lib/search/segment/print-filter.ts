/**
 * Tells which fingerprints a segment has not, so that no page of the others is read in vain: a Bloom filter (1970), whose
 * bits are parted into pages by the order of the fingerprints (Putze, Sanders and Singler, 2007), so that it is written
 * in one go of those that come in order.
 */

/** With so many bits for each, and so many of them set, one fingerprint in 120 that is not there seems to be. */
const BITS = 10;
const SET = 6;

/** The most bits of a page: a quarter of a megabyte, the size from which on the database reads about as fast as it can. */
const PAGE_BITS = 2 ** 21;

/** The form of a filter for so many fingerprints. */
export interface FilterForm {
  pages: number;
  /** How many words of 32 bits a page has. */
  words: number;
}

export function filterFor(prints: number): FilterForm {
  const bits = Math.max(32, BITS * prints);
  const pages = Math.ceil(bits / PAGE_BITS);
  return { pages, words: Math.ceil(bits / pages / 32) };
}

/** On which of so many pages a fingerprint is, all of which have about the same number of them; in order. */
export function pageOf(hash: number, pages: number): number {
  return Math.floor((hash / 2 ** 32) * pages);
}

/** Notes a fingerprint on its page. */
export function note(page: Uint32Array, hash: number): void {
  let mixed = hash;
  for (let bit = 0; bit < SET; bit++) {
    mixed = mix(mixed);
    const at = bitOf(mixed, page.length);
    page[at >>> 5] = (page[at >>> 5] as number) | (1 << (at & 31));
  }
}

/** Whether a fingerprint may have been noted on this page. */
export function mayBeOn(page: Uint32Array, hash: number): boolean {
  let mixed = hash;
  for (let bit = 0; bit < SET; bit++) {
    mixed = mix(mixed);
    const at = bitOf(mixed, page.length);
    if (((page[at >>> 5] as number) & (1 << (at & 31))) === 0) return false;
  }
  return true;
}

function bitOf(mixed: number, words: number): number {
  return Math.floor(((mixed >>> 0) / 2 ** 32) * words * 32);
}

/** One number of 32 bits after another, without any likeness between them (xorshift multiply, as in MurmurHash3). */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b) + 0x9e3779b9;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
