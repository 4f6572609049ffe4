/** The tasks of a page's main thread that ran a script, and those of a worker, as the browser's own trace has them. */
import type { Browser, Page } from 'playwright-core';

/** As much as is read here of an event; times are in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** What the thread itself worked: what the machine did for others in between is not in it. */
  tdur?: number;
  args?: { data?: { url?: string } };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
const OF_A_SCRIPT = new Set(['FunctionCall', 'EvaluateScript']);
/** What the browser does for the next frame, in one task with the events that it tells scripts of before. */
const OF_A_FRAME = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

/**
 * Traces a page while something is done with it.
 *
 * @param scripts how the addresses of the scripts end.
 * @returns the work, in milliseconds, of each task in which a function of a script was called or the script itself
 * was run. The whole task counts, so that what it leads to at once, such as microtasks, is counted with it;
 * only other scripts' functions and the browser's work on a frame do not, unless a script itself asked for it.
 */
export async function traceTasks(page: Page, scripts: readonly string[], act: () => Promise<void>): Promise<number[]> {
  const browser = page.context().browser() as Browser;
  const { traceEvents } = await record(browser, page, async () => {
    await act();
    // A task is in the trace when it has ended; one that comes after it tells that.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  });
  const isOwn = ({ name, args }: TraceEvent) =>
    OF_A_SCRIPT.has(name) && scripts.some((script) => args?.data?.url?.endsWith(script));
  const parts = traceEvents.filter(({ name, dur }) => dur && (OF_A_SCRIPT.has(name) || OF_A_FRAME.has(name)));
  const works = tasksOf(traceEvents).flatMap((task) => {
    const within = parts.filter((part) => isWithin(part, task));
    const others = outermost(within).filter((part) => !isOwn(part));
    return within.some(isOwn) ? [workOf(task) - others.reduce((sum, part) => sum + workOf(part), 0)] : [];
  });
  if (works.length === 0) throw new Error(`The trace has no task of ${scripts.join(', ')}.`);
  return works;
}

/**
 * Traces a worker while something is done.
 *
 * @param script the address of its script.
 * @returns what came of it, and the work, in milliseconds, of each task of the worker's thread, whatever it was for: also
 * when the browser hands something over, and when memory is cleared that is not used any more.
 */
export async function traceWorker<Result>(
  browser: Browser,
  script: string,
  act: () => Promise<Result>,
): Promise<{ tasks: number[]; result: Result }> {
  const { traceEvents, result } = await record(browser, undefined, act);
  const isOwn = ({ name, args }: TraceEvent) => OF_A_SCRIPT.has(name) && args?.data?.url === script;
  const own = new Set(traceEvents.filter(isOwn).map(threadOf));
  const tasks = tasksOf(traceEvents.filter((event) => own.has(threadOf(event)))).map(workOf);
  if (tasks.length === 0) throw new Error(`The trace has no task of ${script}.`);
  return { tasks, result };
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

function tasksOf(events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
}

/** @param page whose processes are traced; all of the browser's where it is undefined. */
async function record<Result>(
  browser: Browser,
  page: Page | undefined,
  act: () => Promise<Result>,
): Promise<{ traceEvents: TraceEvent[]; result: Result }> {
  await browser.startTracing(page, { categories: CATEGORIES });
  const acting = act();
  await acting.catch(() => undefined);
  // Also where something went wrong, so that the next one can be started.
  const trace = await browser.stopTracing();
  return { result: await acting, traceEvents: JSON.parse(trace.toString()).traceEvents };
}

function isWithin(part: TraceEvent, task: TraceEvent): boolean {
  const isSameThread = part.pid === task.pid && part.tid === task.tid;
  return isSameThread && part.ts >= task.ts && part.ts < endOf(task);
}

/** Those that stand in no other one. */
function outermost(parts: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return [...parts]
    .sort((a, b) => a.ts - b.ts || endOf(b) - endOf(a))
    .filter((part) => {
      if (part.ts < end) return false;
      end = endOf(part);
      return true;
    });
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}

function workOf({ tdur = 0 }: TraceEvent): number {
  return tdur / 1000;
}
