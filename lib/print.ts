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

/** Fingerprints as they are kept: of each its hash and its place. */
export type PackedPrints = Uint32Array<ArrayBuffer>;

export function packed(prints: readonly Print[]): PackedPrints {
  return Uint32Array.from(prints.flatMap(({ hash, place }) => [hash, place]));
}

/** Those of some fingerprints that are wanted. */
export function unpacked(prints: PackedPrints, isWanted: (hash: number) => boolean): Print[] {
  const wanted: Print[] = [];
  for (let at = 0; at < prints.length; at += 2) {
    const hash = prints[at] ?? 0;
    if (isWanted(hash)) wanted.push({ hash, place: prints[at + 1] ?? 0 });
  }
  return wanted;
}
