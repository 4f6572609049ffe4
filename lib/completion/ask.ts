import { isExpected } from '../errors';
import { readAtom } from '../exchange/atom';
import type { Trouble } from '../job';
import type { Paper, PaperId } from '../paper';
import { textOf } from './body';
import type { Clock } from './clock';
import { MOST_BYTES, TIME_OUT } from './limits';
import type { Reply } from './policy';
import { retryMoment } from './retry-after';

/** The query interface of arXiv's API: https://info.arxiv.org/help/api/user-manual.html */
const API = 'https://export.arxiv.org/api/query';

/** What arXiv tells of a paper: its title and its abstract at least. */
export type ToldPaper = Partial<Paper> & Required<Pick<Paper, 'id' | 'title' | 'abstract'>>;

/** How a question gets to arXiv. */
export interface Line {
  fetch: typeof fetch;
  clock: Clock;
  /** Ends the request when it is aborted. */
  signal: AbortSignal;
  /** Where the API is. */
  address?: string;
}

/**
 * Asks arXiv about papers, in one request. It rejects for nothing: whatever goes wrong is in the reply, beside what was
 * told before it. An entry about another paper than those that were asked for, an entry that stands for an error and
 * one without title or abstract are no answer.
 *
 * @param ids canonical and without versions, at most `MOST_PAPERS` of them.
 */
export async function askArxiv(ids: readonly PaperId[], line: Line): Promise<Reply<ToldPaper>> {
  const facts = new Map<PaperId, ToldPaper>();
  const late = new AbortController();
  const stopWaiting = line.clock.after(TIME_OUT, () => late.abort());
  try {
    const response = await line.fetch(addressFor(ids, line.address), {
      signal: AbortSignal.any([line.signal, late.signal]),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const trouble = troubleOf(response);
    if (trouble !== undefined) {
      // What a server says in the place of an answer is not read.
      response.body?.cancel().catch(() => undefined);
      const retryAt = retryMoment(response.headers.get('retry-after'), line.clock.now());
      return { facts, trouble, ...(retryAt !== undefined && { retryAt }) };
    }
    if (response.body) await readInto(facts, ids, response.body);
    return { facts };
  } catch (error) {
    if (line.signal.aborted) return { facts, trouble: 'stopped' };
    if (late.signal.aborted) return { facts, trouble: 'slow' };
    return { facts, trouble: isExpected(error) ? 'unreadable' : 'offline' };
  } finally {
    stopWaiting();
  }
}

/** The API would give no more than ten papers if it were not told how many. */
function addressFor(ids: readonly PaperId[], address = API): string {
  return `${address}?id_list=${ids.join(',')}&max_results=${ids.length}`;
}

/** What is wrong with an answer before it is read. One id that is none to arXiv has it refuse all of them with 400. */
function troubleOf({ ok, status, headers }: Response): Trouble | undefined {
  if (ok) return isXml(headers.get('content-type')) ? undefined : 'foreign';
  if (status === 400 || status === 404 || status === 414) return 'refused';
  return status >= 500 && status !== 503 ? 'failed' : 'busy';
}

function isXml(contentType: string | null): boolean {
  return /^(?:application\/(?:atom\+)?|text\/)xml\b/i.test(contentType ?? '');
}

async function readInto(
  facts: Map<PaperId, ToldPaper>,
  ids: readonly PaperId[],
  body: ReadableStream<Uint8Array>,
): Promise<void> {
  for await (const found of readAtom(textOf(body, MOST_BYTES))) {
    if (found.kind !== 'paper' || !ids.includes(found.facts.id)) continue;
    const { title, abstract } = found.facts;
    if (title && abstract) facts.set(found.facts.id, { ...found.facts, title, abstract });
  }
}
