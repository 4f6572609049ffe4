import type { CompletionState } from '../answers';
import { createAsker } from '../asking/asker';
import type { Clock } from '../asking/clock';
import type { Library } from '../library';
import { completionIn, tellOfCompletion, watchPermission } from './completion';
import { stayAwake } from './stay-awake';
import { createWaker } from './waker';

/** What arXiv is asked, as the worker sets it going: nobody waits for it, and what fails is tried again. */
export interface BackgroundAsking {
  /** Asks arXiv for what may be asked for by now. */
  goOn(): void;
  /** The same, also for papers that came into the library when there was no queue. */
  catchUp(): void;
  completion(): Promise<CompletionState>;
}

const clock: Clock = {
  now: Date.now,
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** To be made at each start of the worker: it listens for its alarm and to what the person chooses. */
export function askInBackground(library: Library): BackgroundAsking {
  const waker = createWaker(goOn);
  const completion = completionIn(library, clock);
  const asker = createAsker([completion], {
    pace: library.pace,
    clock,
    wakeAt: (moment) => waker.wakeAt(moment),
    stayAwake,
    changed: tellOfCompletion,
  });

  function goOn(): void {
    asker.goOn().catch(untilNextTime);
  }

  watchPermission(() => void completion.permissionChanged().then(goOn, untilNextTime));
  return {
    goOn,
    catchUp: () => void completion.catchUp().then(goOn, untilNextTime),
    completion: () => completion.state(),
  };
}

/** A database that cannot be read says so to whoever asks for what is in it. Every start of the worker tries again. */
function untilNextTime(): void {}
