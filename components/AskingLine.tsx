import type { AskingProblem, CompletionState } from '../lib/answers';
import { formatTime } from '../lib/dates';
import type { Asking } from './use-asking';

/** A wait in milliseconds that is not worth telling of: it is the one between any two requests. */
const SHORT = 5000;

/** What is said of a wait, before the moment at which it ends. */
const REASONS: Record<AskingProblem, string> = {
  busy: 'arXiv asked us to wait until',
  offline: 'arXiv cannot be reached. Next try at',
  slow: 'arXiv did not answer in time. Next try at',
  failed: 'arXiv could not answer. Next try at',
  foreign: 'The network answered in arXiv’s place: does it want you to sign in? Next try at',
  unsaved: 'What arXiv answered was not saved: is the disk full? Next try at',
};

/** What is being done for the papers that wait for their facts: nothing where none does. */
export function AskingLine({ asking: { state, stop, resume } }: { asking: Asking }) {
  if (!state?.isAllowed || state.waiting === 0) return null;
  return (
    <div class="asking">
      <p role="status">{wordsOf(state, Date.now())}</p>
      <button type="button" onClick={state.isStopped ? resume : stop}>
        {state.isStopped ? 'Resume' : 'Stop'}
      </button>
    </div>
  );
}

function wordsOf({ waiting, isAsking, nextAt = 0, problem, isStopped }: CompletionState, now: number): string {
  const papers = waiting === 1 ? '1 paper' : `${waiting.toLocaleString()} papers`;
  if (isStopped) return `Stopped. arXiv is to be asked about ${papers}.`;
  if (isAsking || nextAt - now < SHORT) return `Asking arXiv about ${papers}…`;
  const reason = problem ? REASONS[problem] : `arXiv did not tell of ${papers} yet. Next try at`;
  return `${reason} ${formatTime(nextAt, now)}.`;
}
