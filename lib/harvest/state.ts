import { believable } from '../asking/pace';
import type { HarvestRun } from '../harvesting';
import type { HarvestState } from '../pack';
import type { Pace } from '../pace';
import { SENTENCES } from './problems';

/** A wait in milliseconds that is not worth telling of: it is the one between any two requests. */
const SHORT = 5000;

/** How a run stands beside the others. */
interface Around {
  pace: Pace;
  /** Whether it is the one that arXiv is asked for, or will be next. */
  isFirst: boolean;
  isAsking: boolean;
}

/** How a run stands, as a person is told. */
export function stateOf(run: HarvestRun, around: Around, now: number): HarvestState {
  const { stage, sets, list, listed, papers } = run;
  const isLastSet = sets.length === 1 && list.of !== undefined;
  const told = { received: listed + list.received, papers, ...(isLastSet && { of: listed + (list.of ?? 0) }) };
  if (stage === 'paused') return { ...told, kind: 'paused' };
  const problem = run.problem && { problem: SENTENCES[run.problem] };
  if (stage === 'failed') return { ...told, kind: 'failed', ...problem };
  if (!around.isFirst && sets.length > 0) return { ...told, kind: 'waiting', ...problem };
  const nextAt = Math.max(believable(run.notBefore, now), believable(around.pace.nextRequestAt, now));
  if (around.isAsking || sets.length === 0 || nextAt - now < SHORT) return { ...told, kind: 'working' };
  const ofAll = around.pace.problem && { problem: SENTENCES[around.pace.problem] };
  return { ...told, kind: 'waiting', nextAt, ...(ofAll ?? problem) };
}
