import { type Bounds, exchange, type Line } from '../asking/exchange';
import { TIME_OUT } from '../asking/limits';
import { readAtom } from '../exchange/atom';
import type { Paper, PaperId } from '../paper';
import { MOST_BYTES } from './limits';
import type { Reply } from './policy';

/** The query interface of arXiv's API: https://info.arxiv.org/help/api/user-manual.html */
const API = 'https://export.arxiv.org/api/query';

const BOUNDS: Bounds = { timeOut: TIME_OUT, bytes: MOST_BYTES };

/** What arXiv tells of a paper: its title and its abstract at least. */
export type ToldPaper = Partial<Paper> & Required<Pick<Paper, 'id' | 'title' | 'abstract'>>;

/**
 * Asks arXiv about papers, in one request. It rejects for nothing: whatever goes wrong is in the reply, beside what was
 * told before it. An entry about another paper than those that were asked for, an entry that stands for an error and
 * one without title or abstract are no answer.
 *
 * @param ids canonical and without versions, at most `MOST_PAPERS` of them.
 * @param address where the API is.
 */
export async function askArxiv(ids: readonly PaperId[], line: Line, address = API): Promise<Reply<ToldPaper>> {
  const facts = new Map<PaperId, ToldPaper>();
  const failure = await exchange(addressFor(ids, address), line, BOUNDS, (pieces) => readInto(facts, ids, pieces));
  return { facts, ...failure };
}

/** The API would give no more than ten papers if it were not told how many. */
function addressFor(ids: readonly PaperId[], address: string): string {
  return `${address}?id_list=${ids.join(',')}&max_results=${ids.length}`;
}

async function readInto(
  facts: Map<PaperId, ToldPaper>,
  ids: readonly PaperId[],
  pieces: AsyncIterable<string>,
): Promise<void> {
  for await (const found of readAtom(pieces)) {
    if (found.kind !== 'paper' || !ids.includes(found.facts.id)) continue;
    const { title, abstract } = found.facts;
    if (title && abstract) facts.set(found.facts.id, { ...found.facts, title, abstract });
  }
}
