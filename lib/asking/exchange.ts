import { isExpected } from '../errors';
import type { Trouble } from '../job';
import { textOf } from './body';
import type { Clock } from './clock';
import { TIME_OUT } from './limits';
import { retryMoment } from './retry-after';

/** How a question gets to arXiv. */
export interface Line {
  fetch: typeof fetch;
  clock: Clock;
  /** Ends the request when it is aborted. */
  signal: AbortSignal;
}

/** How much of an answer is waited for. */
export interface Bounds {
  /** Milliseconds that it may take once it has begun. */
  timeOut: number;
  bytes: number;
}

/** What came between a question and its answer; empty where nothing did. */
export interface Failure {
  trouble?: Exclude<Trouble, 'unsaved' | 'unanswered'>;
  /** When arXiv wants to be asked again, where it said so. */
  retryAt?: number;
}

/**
 * Makes one request for XML. It rejects for nothing: whatever goes wrong is told, and what was read before it is kept by
 * whoever read it.
 *
 * @param read is given the text of the answer as it comes; where it throws an ExpectedError the answer is unreadable.
 */
export async function exchange(
  address: string,
  { fetch, clock, signal }: Line,
  { timeOut, bytes }: Bounds,
  read: (pieces: AsyncIterable<string>) => Promise<void>,
): Promise<Failure> {
  const late = new AbortController();
  const isLate = () => late.abort();
  let stopWaiting = clock.after(TIME_OUT, isLate);
  try {
    const response = await fetch(address, {
      signal: AbortSignal.any([signal, late.signal]),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    stopWaiting();
    stopWaiting = clock.after(timeOut, isLate);
    const trouble = troubleOf(response);
    if (trouble !== undefined) {
      // What a server says in the place of an answer is not read.
      response.body?.cancel().catch(() => undefined);
      const retryAt = retryMoment(response.headers.get('retry-after'), clock.now());
      return { trouble, ...(retryAt !== undefined && { retryAt }) };
    }
    if (response.body) await read(textOf(response.body, bytes));
    return {};
  } catch (error) {
    if (signal.aborted) return { trouble: 'stopped' };
    if (late.signal.aborted) return { trouble: 'slow' };
    return { trouble: isExpected(error) ? 'unreadable' : 'offline' };
  } finally {
    stopWaiting();
  }
}

/** What is wrong with an answer before it is read. One id that is none to arXiv has its API refuse all of them with 400. */
function troubleOf({ ok, status, headers }: Response): Failure['trouble'] {
  if (ok) return isXml(headers.get('content-type')) ? undefined : 'foreign';
  if (status === 400 || status === 404 || status === 414) return 'refused';
  return status >= 500 && status !== 503 ? 'failed' : 'busy';
}

function isXml(contentType: string | null): boolean {
  return /^(?:application\/(?:atom\+)?|text\/)xml\b/i.test(contentType ?? '');
}
