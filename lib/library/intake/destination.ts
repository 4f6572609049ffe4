import type { PaperToImport } from '../../edit';
import type { Outcome } from '../../intake';

/** Where papers are taken in. */
export interface Destination {
  /** Whether it takes what a person has made of a paper, and not only what is known of it. */
  takesMade: boolean;
  /** How many papers were taken in so far. */
  readonly taken: number;
  /** Takes some papers in, no more than a batch has, all together or not at all; rejects where it cannot. */
  take(papers: readonly PaperToImport[]): Promise<void>;
  /** To be called when there are no more: `isWhole` where all files were read to their ends. */
  end(isWhole: boolean): Promise<Outcome>;
  /** To be called where it was stopped, or could not go on. Never rejects. */
  giveUp(): Promise<Outcome>;
}

/** Asks a worker that may be stopped before it answers, until it does. */
export type Persist = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;
