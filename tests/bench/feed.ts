/**
 * Papers of the corpus for the workers of extensions. This runs in a page of the extension, where the papers are made:
 * a million of them are more than one would bring in from outside.
 */
import type { Paper } from '../../lib/paper';
import { makePapers } from './corpus';
import type { EngineAnswer, EngineRequest } from './search/engines/engine';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** The pack of Manicule's that they come into. */
export const MADE_UP = 'made up';

/** As many as Manicule takes at once. */
const AT_ONCE = 500;

/** Milliseconds in which papers were taken in, without those in which they were made. */
export interface Imported {
  /** Until they could be searched. */
  indexing: number;
  /** Until that was on disk. */
  whole: number;
}

/** Sends the first `count` papers into a pack of Manicule's: the sending counts, and nothing can be searched sooner. */
export async function feedManicule(count: number): Promise<Imported> {
  let whole = 0;
  const ask = async <Answer>(type: string, data: unknown): Promise<Answer> => {
    const start = performance.now();
    const answer = await chrome.runtime.sendMessage({ type, data, timestamp: Date.now() });
    whole += performance.now() - start;
    const { res, err } = answer as { res?: Answer; err?: { message: string } };
    if (err) throw new Error(err.message);
    return res as Answer;
  };
  const intake = await ask<number>('beginPack', { name: MADE_UP, isWhole: true });
  let batch = 0;
  for (const papers of batches(count)) await ask('addToPack', { intake, batch: batch++, papers });
  await ask('endPack', intake);
  return { indexing: whole, whole };
}

/** Sends the first `count` papers to a search engine: only its own work on them counts. */
export async function feedEngine(count: number): Promise<Imported> {
  let indexing = 0;
  for (const papers of batches(count)) indexing += await engineTime({ ask: 'add', papers });
  return { indexing, whole: indexing + (await engineTime({ ask: 'finish' })) };
}

async function engineTime(request: EngineRequest): Promise<number> {
  const answer = (await chrome.runtime.sendMessage(request)) as EngineAnswer;
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.took;
}

function* batches(count: number): Generator<Paper[]> {
  let batch: Paper[] = [];
  for (const paper of makePapers(count)) {
    batch.push(paper);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
