/**
 * Tells which fingerprints a segment has not, so that hardly any page of the others is read in vain: a Bloom filter (1970),
 * whose bits are parted into pages by the order of the fingerprints, so that it is written in one go of those that come in
 * order (Putze, Sanders and Singler, 2007).
 */

/** With so many bits for each, and so many of them set, one in 800 fingerprints that are not there seems to be. */
const BITS = 14;
const SET = 9;

/** The most bits of a page: four megabytes. The larger it is, the sooner the database has read as much. */
const PAGE_BITS = 2 ** 25;

/** The form of a filter. */
export interface FilterForm {
  pages: number;
  /** How many numbers of 32 bits a page has. */
  words: number;
}

/** The form of a filter for so many fingerprints. */
export function filterFor(prints: number): FilterForm {
  const bits = Math.max(1, BITS * prints);
  const pages = Math.ceil(bits / PAGE_BITS);
  return { pages, words: Math.ceil(bits / pages / 32) };
}

/** On which of so many pages a fingerprint is, all of which have about the same number of them; in their order. */
export function pageOf(hash: number, pages: number): number {
  return Math.floor((hash / 2 ** 32) * pages);
}

/** Notes a fingerprint on its page. */
export function note(page: Uint32Array, hash: number): void {
  const at = first(hash);
  const step = stepOf(hash);
  const scale = scaleOf(page);
  for (let bit = 0; bit < SET; bit++) {
    const place = Math.floor(((at + bit * step) >>> 0) * scale);
    page[place >>> 5] = (page[place >>> 5] as number) | (1 << (place & 31));
  }
}

/** Whether a fingerprint may have been noted on this page. */
export function mayBeOn(page: Uint32Array, hash: number): boolean {
  const at = first(hash);
  const step = stepOf(hash);
  const scale = scaleOf(page);
  for (let bit = 0; bit < SET; bit++) {
    const place = Math.floor(((at + bit * step) >>> 0) * scale);
    if (((page[place >>> 5] as number) & (1 << (place & 31))) === 0) return false;
  }
  return true;
}

/** What makes one of a page's bits of a number of 32 bits. */
function scaleOf(page: Uint32Array): number {
  return (page.length * 32) / 2 ** 32;
}

/** The bits of a fingerprint are so many apart, from a first one on (Kirsch and Mitzenmacher, 2006). */
function first(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
}

function stepOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) | 1;
}
