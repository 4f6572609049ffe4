import { newOperation } from '../edit';
import { ExpectedError } from '../errors';
import type { Kept } from '../exchange/format';
import { zoteroItem } from './item';

/** Where Zotero listens while it runs, to programs of the same machine. */
export const ZOTERO = 'http://127.0.0.1:23119';

/** Zotero takes in one item after the other, and answers when all are in. */
const PER_REQUEST = 50;

/** In milliseconds. It answers at once whether it is there, and takes in a hundred items in a few seconds. */
const LIMITS = { ping: 3000, save: 60_000 };

interface Options {
  fetch?: typeof globalThis.fetch;
  address?: string;
  limits?: typeof LIMITS;
  signal?: AbortSignal;
  onProgress?: (sent: number, of: number) => void;
}

/**
 * Sends papers to Zotero through the connector that its browser extension speaks to: they go where it puts what is
 * saved. Source: zotero/zotero, `server_connector.js`.
 *
 * @throws {ExpectedError} that says how many were sent before, and what to do.
 */
export async function sendToZotero(papers: readonly Kept[], options: Options = {}): Promise<void> {
  const { limits = LIMITS, onProgress } = options;
  await ask('ping', {}, limits.ping, options);
  for (let sent = 0; sent < papers.length; sent += PER_REQUEST) {
    onProgress?.(sent, papers.length);
    const items = papers.slice(sent, sent + PER_REQUEST).map(zoteroItem);
    const request = { sessionID: newOperation(), uri: items[0]?.url, items };
    try {
      await ask('saveItems', request, limits.save, options);
    } catch (error) {
      if (sent === 0 || !(error instanceof ExpectedError)) throw error;
      throw new ExpectedError(`${error.message} The first ${sent} of ${papers.length} papers are in Zotero already.`);
    }
  }
  onProgress?.(papers.length, papers.length);
}

async function ask(
  endpoint: 'ping' | 'saveItems',
  request: object,
  limit: number,
  { fetch = globalThis.fetch, address = ZOTERO, signal }: Options,
): Promise<void> {
  const timeout = AbortSignal.timeout(limit);
  let answer: Response;
  try {
    answer = await fetch(`${address}/connector/${endpoint}`, {
      method: 'POST',
      // Zotero answers no page of the web: who has this header is none.
      headers: { 'Content-Type': 'application/json', 'X-Zotero-Connector-API-Version': '3' },
      body: JSON.stringify(request),
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new ExpectedError(timeout.aborted ? SILENT : NOT_RUNNING, { cause: error });
  }
  if (!answer.ok) throw new ExpectedError(await whyRefused(answer));
}

const NOT_RUNNING = 'Zotero is not running. Start it on this machine, and send the papers once more.';
const SILENT =
  'Zotero does not answer. Look whether it waits for you to close a window, and send the papers once more.';

async function whyRefused(answer: Response): Promise<string> {
  const told = await answer.text().catch(() => '');
  if (answer.status === 404) {
    return 'Something other than Zotero answers in its place, or a very old Zotero. Update Zotero and try again.';
  }
  if (answer.status === 403) {
    return 'Zotero does not let other programs in. Allow them in its settings under Advanced, and try again.';
  }
  if (/"libraryEditable"\s*:\s*false/.test(told)) {
    return 'The library that is chosen in Zotero cannot be changed. Choose another one there, and try again.';
  }
  return `Zotero could not take the papers (error ${answer.status}). Restart Zotero and try again.`;
}
