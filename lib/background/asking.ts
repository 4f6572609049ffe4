import { createAsker } from '../asking/asker';
import type { Clock } from '../asking/clock';
import type { Completion } from '../completion/completion';
import type { Harvester } from '../harvest/harvester';
import type { Library } from '../library';
import { completionIn, tellOfCompletion } from './completion';
import { harvesterIn } from './harvest';
import { type BackgroundPacks, tellOfPacks } from './packs';
import { stayAwake } from './stay-awake';
import { createWaker } from './waker';

/** What arXiv is asked, as the worker sets it going: nobody waits for it, and what fails is tried again. */
export interface BackgroundAsking {
  /** Asks arXiv for what may be asked for by now. */
  goOn(): void;
  /** The same, also for papers that came into the library when there was no queue. */
  catchUp(): void;
  completion: Completion;
  harvester: Harvester;
}

const clock: Clock = {
  now: Date.now,
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** To be made at each start of the worker: it listens for its alarm and to what the person chooses. */
export function askInBackground(library: Library, packs: BackgroundPacks): BackgroundAsking {
  const waker = createWaker(goOn);
  const completion = completionIn(library, { clock, goOn });
  const harvester = harvesterIn(library, packs, { clock, goOn });
  // Who saves a paper waits for what arXiv says of it; who fetches a pack has time.
  const asker = createAsker([completion, harvester], {
    pace: library.pace,
    clock,
    wakeAt: (moment) => waker.wakeAt(moment),
    stayAwake,
    changed() {
      tellOfCompletion();
      tellOfPacks();
    },
  });

  function goOn(): void {
    asker.goOn().catch(untilNextTime);
  }

  return { goOn, catchUp: () => void completion.catchUp().catch(untilNextTime), completion, harvester };
}

/** A database that cannot be read says so to whoever asks for what is in it. Every start of the worker tries again. */
function untilNextTime(): void {}
