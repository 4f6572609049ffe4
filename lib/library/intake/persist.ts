import { isExpected } from '../../errors';

/** A worker that is stopped ten times in a row at the same work does not come to its end. */
const ATTEMPTS = 10;

/** After a first try at once, one that waits a little longer each time. */
const PAUSE_MS = 50;

/**
 * Asks a worker that may be stopped before it answers, until it does. What it is asked must come out the same however
 * often it is done. An error that was foreseen is an answer too.
 *
 * @param pause waits so many milliseconds.
 */
export async function persist<Answer>(
  ask: () => Promise<Answer>,
  pause: (milliseconds: number) => Promise<void>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (isExpected(error) || attempt === ATTEMPTS) throw error;
      await pause((attempt - 1) * PAUSE_MS);
    }
  }
}
