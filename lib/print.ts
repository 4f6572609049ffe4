/**
 * A fingerprint of a text: a number that some words of it, one after the other, give, and hardly any others. How it is
 * made, and which are kept, says `lib/trace`.
 */
export interface Print {
  /** 32 bits. */
  hash: number;
  /** Where the words begin, in steps of so many words as the fingerprints of one text are apart at least. */
  place: number;
}

/** Places beyond this are not kept. */
export const MOST_PLACES = 1024;
