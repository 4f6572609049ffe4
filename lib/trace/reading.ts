import { hashesOf } from './prints';

/** A text, parted into words in one way: which of its words some fingerprint begins with. */
export class Reading {
  /** Of each fingerprint, the last word with which it begins; and of each word, the one before that has the same. */
  readonly #last = new Map<number, number>();
  readonly #before: Int32Array;

  /** @param starts at which letter each word begins. */
  constructor(
    letters: Uint16Array,
    readonly starts: Uint32Array,
  ) {
    const hashes = hashesOf(letters, starts);
    this.#before = new Int32Array(hashes.length);
    for (let word = 0; word < hashes.length; word++) {
      const hash = hashes[word] as number;
      this.#before[word] = this.#last.get(hash) ?? -1;
      this.#last.set(hash, word);
    }
  }

  /** The fingerprints, each once. */
  hashes(): IterableIterator<number> {
    return this.#last.keys();
  }

  /** The words with which a fingerprint begins. */
  *wordsWith(hash: number): Generator<number> {
    for (let word = this.#last.get(hash) ?? -1; word >= 0; word = this.#before[word] ?? -1) yield word;
  }
}
