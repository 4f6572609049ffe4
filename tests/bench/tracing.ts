/** The tasks of a page's main thread that ran a script, as the browser's own trace has them. */
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

/**
 * Traces a page while something is done with it.
 *
 * @param script how the address of the script ends.
 * @returns the work, in milliseconds, of each task in which a function of the script was called or the script itself
 * was run. The whole task counts, so that what the script leads to at once, such as microtasks, is counted with it.
 */
export async function traceTasks(
  browser: Browser,
  page: Page,
  script: string,
  act: () => Promise<void>,
): Promise<number[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  const calls = traceEvents.filter(({ name, args }) => OF_A_SCRIPT.has(name) && args?.data?.url?.endsWith(script));
  const tasks = traceEvents.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const found = tasks.filter((task) => calls.some((call) => isWithin(call, task)));
  if (found.length === 0) throw new Error(`The trace has no task of ${script}.`);
  return found.map(({ tdur = 0 }) => tdur / 1000);
}

function isWithin(call: TraceEvent, task: TraceEvent): boolean {
  const isSameThread = call.pid === task.pid && call.tid === task.tid;
  return isSameThread && call.ts >= task.ts && call.ts < task.ts + (task.dur ?? 0);
}
