import { exchange, type Line } from '../asking/exchange';
import type { AskingProblem } from '../answers';
import { ExpectedError } from '../errors';
import { readOai } from '../exchange/oai';
import type { HarvestProblem } from '../harvesting';
import type { PackPaper } from '../pack';
import type { PaperId } from '../paper';
import { LAST_LETTERS, PART } from './limits';

/** Where arXiv speaks OAI-PMH: https://info.arxiv.org/help/oa/index.html */
const OAI = 'https://oaipmh.arxiv.org/oai';

/** arXiv's format in which the first version has a day, whatever came after it, and the newest one a number. */
const FORMAT = 'arXivRaw';

/** Which part of a list is asked for: the first one of a set, or the one after another. */
export type PartQuestion = { set: string; from?: string } | { token: string };

/** What a part of a list says. */
export interface Part {
  /** What it tells of each paper; undefined of one that arXiv has taken out. */
  papers: Map<PaperId, PackPaper | undefined>;
  /** How many records it has. */
  records: number;
  /** What to ask for the next part with; absent in the last one. */
  token?: string;
  /** How many records the whole list has. */
  of?: number;
  /** The day on which it was given out, by arXiv's clock. */
  day?: string;
}

/** What came of asking for a part: also what came of it before it went wrong. */
export interface PartReply extends Part {
  trouble?: AskingProblem | HarvestProblem | 'stopped';
  retryAt?: number;
}

/**
 * Asks arXiv for a part of a list of papers. It rejects for nothing: whatever goes wrong is in the reply.
 *
 * @param address where arXiv speaks OAI-PMH.
 */
export async function askForPart(question: PartQuestion, line: Line, address = OAI): Promise<PartReply> {
  const part: Part = { papers: new Map(), records: 0 };
  let refusal: string | undefined;
  const failure = await exchange(`${address}?${parametersOf(question)}`, line, PART, async (pieces) => {
    refusal = await readPart(part, pieces);
  });
  const trouble = failure.trouble ?? troubleOf(refusal);
  return { ...part, ...failure, ...(trouble && { trouble }) };
}

function parametersOf(question: PartQuestion): URLSearchParams {
  const whichPart = 'token' in question ? { resumptionToken: question.token } : { metadataPrefix: FORMAT, ...question };
  return new URLSearchParams({ verb: 'ListRecords', ...whichPart });
}

/** https://www.openarchives.org/OAI/openarchivesprotocol.html#ErrorConditions */
function troubleOf(refusal: string | undefined): HarvestProblem | undefined {
  if (refusal === undefined || refusal === 'noRecordsMatch') return undefined;
  return refusal === 'badResumptionToken' ? 'expired' : 'refused';
}

/** @returns why there is nothing to read, if arXiv says so. */
async function readPart(part: Part, pieces: AsyncIterable<string>): Promise<string | undefined> {
  let refusal: string | undefined;
  let end = '';
  async function* watched(): AsyncGenerator<string> {
    for await (const piece of pieces) {
      end = (end + piece).slice(-LAST_LETTERS);
      yield piece;
    }
  }
  for await (const found of readOai(watched())) {
    if (found.kind === 'paper') part.papers.set(found.facts.id, found.facts);
    else if (found.kind === 'deleted') part.papers.set(found.id, undefined);
    else if (found.kind === 'refused') refusal = found.code;
    else if (found.kind === 'answered') part.day = found.day;
    else if (found.kind === 'token') {
      if (found.token !== undefined) part.token = found.token;
      if (found.completeListSize !== undefined) part.of = found.completeListSize;
    }
    if (found.kind === 'paper' || found.kind === 'deleted') part.records++;
  }
  // Without its end, what is missing is not known: a record, or the token of the next part.
  if (!/<\/(?:[\w.-]+:)?OAI-PMH\s*>\s*$/.test(end)) throw new ExpectedError('The answer breaks off before its end.');
  return refusal;
}
