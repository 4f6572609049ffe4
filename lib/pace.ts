import type { AskingProblem } from './answers';

/** When arXiv may be asked again, about anything. */
export interface Pace {
  /** In milliseconds since 1970. */
  nextRequestAt: number;
  /** How many requests in a row have failed. */
  failures: number;
  /** What was wrong with the last one. */
  problem?: AskingProblem;
}
