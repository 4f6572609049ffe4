import { MAX_IMPORTED, type PaperToImport } from '../../edit';
import { isExpected } from '../../errors';
import type { Place } from '../../exchange/format';
import type { Destination } from './destination';

/** A paper, and where it was found. */
export interface Placed {
  file: string;
  place: Place;
  paper: PaperToImport;
}

interface Options {
  destination: Destination;
  /** Why a paper cannot be taken in, whatever the others are; asked where a batch was refused. */
  objection: (paper: PaperToImport) => string | undefined;
  onRefused: (placed: Placed, why: string) => void;
}

/** In letters of JSON: a message between page and worker may have 64 MB. */
const MAX_LETTERS = 8_000_000;

/**
 * Sends papers on in batches, one at a time. No more is held than the batch under way and the one that fills: who adds
 * waits for the one before.
 */
export class Batches {
  #filling: Placed[] = [];
  #letters = 0;
  #underWay = Promise.resolve();

  constructor(private readonly options: Options) {}

  /** Rejects where an earlier batch could not be taken in. */
  async add(placed: Placed): Promise<void> {
    const letters = JSON.stringify(placed.paper).length;
    if (this.#letters + letters > MAX_LETTERS) await this.#send();
    this.#filling.push(placed);
    this.#letters += letters;
    if (this.#filling.length === MAX_IMPORTED) await this.#send();
  }

  /** Resolves when all that was added has been taken in. */
  async flush(): Promise<void> {
    await this.#send();
    await this.#underWay;
  }

  /** Resolves when what is under way has come to its end; what was not sent yet is let go. */
  async stop(): Promise<void> {
    this.#filling = [];
    await this.#underWay;
  }

  async #send(): Promise<void> {
    const batch = this.#filling;
    await this.#underWay;
    this.#filling = [];
    this.#letters = 0;
    if (batch.length === 0) return;
    this.#underWay = this.#take(batch);
    // Whoever waits for it next hears of it.
    this.#underWay.catch(() => undefined);
  }

  async #take(batch: readonly Placed[]): Promise<void> {
    if (batch.length === 0) return;
    const { destination, objection, onRefused } = this.options;
    try {
      await destination.take(batch.map(({ paper }) => paper));
    } catch (error) {
      if (!isExpected(error)) throw error;
      const objections = batch.map(({ paper }) => objection(paper));
      const fine = batch.filter((_, at) => objections[at] === undefined);
      if (fine.length === batch.length) throw error;
      for (const [at, why] of objections.entries()) {
        const placed = batch[at];
        if (placed && why !== undefined) onRefused(placed, why);
      }
      await this.#take(fine);
    }
  }
}
