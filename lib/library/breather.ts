import { nextTask } from './next-task';

/** Half of a frame, in milliseconds: what may be done at one go so that nobody notices. */
const TURN_MS = 8;

/** Gives a function to be awaited after each small step: once the steps have taken a while, others have their turn. */
export function createBreather(now: () => number = () => performance.now()): () => Promise<void> {
  let begun = now();
  return async () => {
    if (now() - begun < TURN_MS) return;
    await nextTask();
    begun = now();
  };
}
