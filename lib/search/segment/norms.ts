import { lengthPart } from './score';

/**
 * How long the abstract of each paper is, as ranking has it: against the mean, in 256 steps of 1.6 per cent, from none to
 * twenty times the mean. One byte for each paper, so that most postings need none.
 */

const [LEAST, STEP] = [0.36, 1.016];
const STEPS = 256;

/** The step of an abstract with so many terms. */
export function normOf(length: number, meanLength: number): number {
  const step = Math.round(Math.log(lengthPart(length, meanLength) / LEAST) / Math.log(STEP));
  return Math.min(STEPS - 1, Math.max(0, step));
}

/** What is made of the length of an abstract, for each step. */
export const LENGTH_PARTS = Float64Array.from({ length: STEPS }, (_, step) => LEAST * STEP ** step);
