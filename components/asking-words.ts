import type { AskingProblem, CompletionState } from '../lib/answers';
import { formatTime } from '../lib/dates';
import { papersInWords } from '../lib/papers-in-words';

/** A wait in milliseconds that is not worth telling of: it is the one between any two requests. */
const SHORT = 5000;

/** What is said of a wait, before the moment at which it ends. */
const REASONS: Record<AskingProblem, string> = {
  busy: 'arXiv asked us to wait until',
  offline: 'arXiv cannot be reached. Next try at',
  slow: 'arXiv did not answer in time. Next try at',
  failed: 'arXiv could not answer. Next try at',
  foreign: 'The network answered in the place of arXiv: does it want you to sign in? Next try at',
  unsaved: 'What arXiv answered could not be saved: is the disk full? Next try at',
};

/** What is being done for the papers that wait for their facts; empty where none does, or nothing may be done. */
export function askingWords(state: CompletionState, now = Date.now()): string {
  const { waiting, isAsking, nextAt = 0, problem, isAllowed, isStopped } = state;
  if (!isAllowed || waiting === 0) return '';
  const papers = papersInWords(waiting);
  if (isStopped) return `Stopped: arXiv is not asked about ${papers}.`;
  if (isAsking || nextAt - now < SHORT) return `Asking arXiv about ${papers}…`;
  const reason = problem ? REASONS[problem] : `arXiv has not told of ${papers}. Next try at`;
  return `${reason} ${formatTime(nextAt, now)}.`;
}
