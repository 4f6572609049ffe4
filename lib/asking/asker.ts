import type { Pace } from '../pace';
import type { Clock } from './clock';
import { RENEWAL } from './limits';
import { believable, claim, FRESH, type Outcome, paceAfter, type PaceStore } from './pace';

/** Something that arXiv is to be asked. */
export interface Question {
  /** When it may be asked at the earliest, in milliseconds since 1970. */
  notBefore: number;
  /** Asks it, and puts on disk what came of it. Rejects for nothing. */
  ask(): Promise<Outcome>;
}

/** Somebody who has questions for arXiv. */
export interface Inquirer {
  /** What to ask next; undefined where there is nothing to ask. Nobody's question is open meanwhile. */
  next(): Promise<Question | undefined>;
}

/** What lies outside, for the tests to put something else in its place. */
export interface Surroundings {
  pace: PaceStore;
  clock: Clock;
  /** Has `goOn` called at this moment instead of any that was named before, and also where the worker dies meanwhile. */
  wakeAt(moment: number): Promise<void>;
  /** Keeps the worker from being stopped as long as this has not ended. */
  stayAwake(work: Promise<void>): Promise<void>;
  /** Called when what came of a question is on disk, and when arXiv may be asked next. */
  changed(): void;
}

/** The one place from which arXiv is asked, so that it is asked one thing at a time, and nothing too soon. */
export interface Asker {
  /** Asks what may be asked by now, one question after the other. Resolves when there is nothing to do yet. */
  goOn(): Promise<void>;
}

/** @param inquirers whose questions go before those of the ones after them. */
export function createAsker(inquirers: readonly Inquirer[], outside: Surroundings): Asker {
  const { clock } = outside;
  let going: Promise<void> | undefined;
  let isCalledAgain = false;

  /** @returns whether there may be more to do at once. */
  async function step(): Promise<boolean> {
    const found = await Promise.all(inquirers.map((inquirer) => inquirer.next()));
    const questions = found.filter((question) => question !== undefined);
    const pace = (await outside.pace.get()) ?? FRESH;
    const moment = nextRequest(questions, pace, clock.now());
    if (moment === undefined) return false;
    const question = questions.find(({ notBefore }) => believable(notBefore, clock.now()) <= clock.now());
    if (!question || moment > clock.now()) {
      await outside.wakeAt(moment);
      return false;
    }
    const outcome = await claimed(pace, () => question.ask());
    await outside.pace.set(paceAfter(pace, outcome, clock.now()));
    outside.changed();
    return true;
  }

  /** Holds the pace ahead of a request for as long as that is open: who dies within it leaves a moment behind. */
  async function claimed(pace: Pace, request: () => Promise<Outcome>): Promise<Outcome> {
    async function hold(): Promise<void> {
      const held = claim(pace, clock.now());
      await outside.pace.set(held);
      await outside.wakeAt(held.nextRequestAt);
    }
    let renewing: Promise<void> | undefined;
    function renew(): void {
      renewing = hold().catch(notRenewed);
      stop = clock.after(RENEWAL, renew);
    }
    await hold();
    let stop = clock.after(RENEWAL, renew);
    try {
      return await request();
    } finally {
      stop();
      await renewing;
    }
  }

  async function work(): Promise<void> {
    try {
      do isCalledAgain = false;
      while ((await step()) || isCalledAgain);
    } finally {
      // In the same breath, so that no call is lost between the last look and the end.
      going = undefined;
    }
  }

  return {
    async goOn() {
      isCalledAgain = true;
      going ??= outside.stayAwake(work());
      return going;
    },
  };
}

/** When arXiv is to be asked next; undefined where nothing waits. */
export function nextRequest(
  questions: readonly Pick<Question, 'notBefore'>[],
  pace: Pace,
  now: number,
): number | undefined {
  if (questions.length === 0) return undefined;
  const moments = questions.map(({ notBefore }) => believable(notBefore, now));
  const earliest = moments.reduce((one, other) => Math.min(one, other));
  return Math.max(earliest, believable(pace.nextRequestAt, now));
}

/** The request goes on; what was written before holds for as long as it did. */
function notRenewed(): void {}
