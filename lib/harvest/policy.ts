import { waitAfter } from '../asking/limits';
import { believable, type Outcome } from '../asking/pace';
import type { Harvest, HarvestList, HarvestProblem, HarvestRun } from '../harvesting';
import type { HarvestRequest, PackPaper } from '../pack';
import { ENOUGH, FOR_LIST } from './limits';
import type { Part, PartQuestion, PartReply } from './part';
import { setOf } from './sets';

/** All that arXiv has changed lately it says to have changed on this day or after it. */
const FIRST_CHANGES = '2005-09-16';

const NEW_LIST: HarvestList = { parts: 0, received: 0, furthest: 0 };

/** The problems about which nothing can be done but to ask again: a run never ends with them. */
const PASSING: ReadonlySet<HarvestProblem> = new Set(['slow', 'failed']);

/** A run with some papers. */
type Running = Harvest & { run: HarvestRun };

/**
 * A run that is about to begin.
 *
 * @param last the run whose papers are brought up to date; absent where all papers are asked for.
 */
export function newRun(intake: number, request: HarvestRequest, last?: Harvest['last']): HarvestRun {
  const from = last?.began === undefined ? firstDayOf(request.years?.from) : dayBefore(last.began);
  return {
    intake,
    request,
    stage: 'fetching',
    ...(from !== undefined && { from }),
    sets: request.categories.map(setOf),
    list: NEW_LIST,
    listed: 0,
    papers: 0,
    attempts: 0,
    notBefore: 0,
  };
}

/** arXiv dates changes, and no paper was changed before it came out. A day that it takes for too early is left out. */
function firstDayOf(year: number | undefined): string | undefined {
  const day = `${year}-01-01`;
  return year !== undefined && day > FIRST_CHANGES ? day : undefined;
}

/** arXiv's days end later than those of its clock, which is that of Greenwich. */
function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** A run that goes on where it was paused or has failed. */
export function resumed(run: HarvestRun): HarvestRun {
  return { ...withoutProblem(run), stage: 'fetching', attempts: 0, notBefore: 0 };
}

function withoutProblem({ problem: _problem, ...run }: HarvestRun): HarvestRun {
  return run;
}

/** The harvests that have something to ask, in the order in which they come to it: the one that may ask, then the eldest. */
export function inLine(harvests: readonly Harvest[], now: number): Running[] {
  const moment = ({ run }: Running) => Math.max(believable(run.notBefore, now), now);
  return harvests.filter(isAsking).sort((a, b) => moment(a) - moment(b) || a.run.intake - b.run.intake);
}

function isAsking(harvest: Harvest): harvest is Running {
  return harvest.run !== undefined && nextPart(harvest.run) !== undefined;
}

/** What to ask for next; undefined where nothing is to be asked, or all has come. */
export function nextPart({ stage, sets: [set], list: { token }, from }: HarvestRun): PartQuestion | undefined {
  if (stage !== 'fetching' || set === undefined) return undefined;
  return token !== undefined ? { token } : { set, ...(from !== undefined && { from }) };
}

/** Whether a paper came out in the years that are asked for; one of which that is not told did. */
export function isWithin({ published }: PackPaper, { years }: HarvestRequest): boolean {
  const year = Number(published?.slice(0, 'YYYY'.length));
  return !years || Number.isNaN(year) || (years.from <= year && year <= years.to);
}

/**
 * What a reply changes of a run, once what it tells of papers has been taken in.
 *
 * @param run as it stands by now.
 */
export function settle(run: HarvestRun, reply: PartReply, now: number): HarvestRun {
  switch (reply.trouble) {
    case undefined:
      return afterPart(run, reply, now);
    case 'expired':
      return afterProblem(begunAnew(run), 'expired', now);
    case 'slow':
    case 'failed':
    case 'refused':
    case 'unreadable':
      return afterProblem(run, reply.trouble, now);
    default:
      return run;
  }
}

/** What a reply means for whatever arXiv is asked next. */
export function outcomeOf({ trouble, retryAt }: PartReply): Outcome {
  const isOfThis = trouble === 'expired' || trouble === 'refused' || trouble === 'unreadable' || trouble === 'endless';
  return { ...(trouble && !isOfThis && { trouble }), ...(retryAt !== undefined && { retryAt }) };
}

function afterPart(before: HarvestRun, part: Part, now: number): HarvestRun {
  const began = before.began ?? part.day;
  const run = { ...withoutProblem(before), ...(began !== undefined && { began }), notBefore: 0 };
  const { token } = part;
  if (token === undefined) {
    const listed = run.listed + run.list.received + part.records;
    return { ...run, sets: run.sets.slice(1), listed, list: NEW_LIST, attempts: 0 };
  }
  if (token === run.list.token || token === run.list.landmark) return afterProblem(begunAnew(run), 'endless', now);
  const parts = run.list.parts + 1;
  const received = run.list.received + part.records;
  const list = {
    ...run.list,
    token,
    parts,
    received,
    ...(part.of !== undefined && { of: part.of }),
    // Of a circle of tokens, however long, one is met again before as many more have come.
    ...(Number.isInteger(Math.log2(parts)) && { landmark: token }),
  };
  return { ...run, list, attempts: received > list.furthest ? 0 : run.attempts };
}

function begunAnew(run: HarvestRun): HarvestRun {
  const { received, furthest } = run.list;
  return { ...run, list: { ...NEW_LIST, furthest: Math.max(received, furthest) } };
}

function afterProblem(run: HarvestRun, problem: HarvestProblem, now: number): HarvestRun {
  const attempts = run.attempts + 1;
  const isGivenUp = attempts >= ENOUGH && !PASSING.has(problem);
  return {
    ...run,
    attempts,
    notBefore: now + waitAfter(attempts, FOR_LIST),
    problem,
    ...(isGivenUp && run.stage === 'fetching' && { stage: 'failed' as const }),
  };
}
