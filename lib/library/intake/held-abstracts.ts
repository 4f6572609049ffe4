import type { FoundAbstract } from '../../exchange/format';
import type { PaperId } from '../../paper';
import type { Placed } from './batches';

/** Gives the known paper of each of some abstracts that has the same one; null where none has. */
export type PapersWith = (abstracts: string[]) => Promise<(PaperId | null)[]>;

interface Held {
  file: string;
  found: FoundAbstract;
}

/** No author has written as many; each may have as many letters as an abstract has at most. */
const MOST = 500;

/**
 * Abstracts without ids. They wait for all else to be taken in, because the papers that they are of may come after
 * them, or in another file.
 */
export class HeldAbstracts {
  #held: Held[] = [];

  get isFull(): boolean {
    return this.#held.length >= MOST;
  }

  add(file: string, found: FoundAbstract): void {
    this.#held.push({ file, found });
  }

  /** Lets all go that are held, each as the paper that it is of, where there is one. */
  async resolve(papersWith: PapersWith): Promise<{ known: Placed[]; unknown: Held[] }> {
    const held = this.#held;
    this.#held = [];
    const ids = held.length > 0 ? await papersWith(held.map(({ found }) => found.abstract)) : [];
    const known = held.flatMap(({ file, found: { place, abstract, comment } }, at): Placed[] => {
      const id = ids[at];
      return id ? [{ file, place, paper: { facts: { id, abstract, ...(comment && { comment }) } } }] : [];
    });
    return { known, unknown: held.filter((_, at) => !ids[at]) };
  }
}
