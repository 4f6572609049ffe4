import type { PageReader } from './reader';
import type { Tracer } from './tracer';

export type TraceWith = (reader: PageReader) => Tracer;

/** What the scripts of ours share that stand in one page; the page sees nothing of it. */
export const world = globalThis as {
  /** Lets a script that came here before leave the page to one that comes now. */
  leaveToNext?: () => void;
  /** Is there once the script that traces has been loaded. */
  traceWith?: TraceWith;
};
