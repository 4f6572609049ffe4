/** How soon a phrase is counted over all papers, by a worker that was stopped, beside a scan of all their texts. */
import type { PhraseCount } from '../../../lib/answers';
import { ask } from '../ask';
import type { BrowserWith } from '../browser';
import { bundle } from '../inject';
import { inTurn } from '../rounds';
import type { Row } from '../row';
import { makeQueries } from '../search/queries';
import { inFull } from '../search/rows';
import type * as scan from './scan-phrase';
import { startWorker } from './start-worker';

const ROUNDS = 15;

/** Words that stand in nearly every paper: what takes an index longest. */
const FREQUENT = ['of the', 'in this we', 'the of and', 'to a', 'with our', 'and the', 'is on the', 'of the of'];

/** What the worker is given. */
declare global {
  var lookedThrough: typeof scan;
}

/** Measures in a browser that holds so many papers. */
export async function counts(browser: BrowserWith<'manicule'>, papers: number): Promise<Row[]> {
  const { desk, afterStop } = browser.extensions.manicule;
  const code = await bundle('trace/scan-phrase.ts', 'lookedThrough');
  const drawn = makeQueries(500).flatMap(({ kind, text }) => (kind === 'phrase' ? [text.slice(1, -1)] : []));

  async function counted(phrase: string): Promise<{ took: number; answer: PhraseCount }> {
    const { took, answer } = await ask(desk, { type: 'count', data: phrase, timestamp: Date.now() });
    const { res, err } = answer as { res?: PhraseCount; err?: { message: string } };
    if (!res) throw new Error(`The count of "${phrase}" was answered with ${err?.message}.`);
    return { took, answer: res };
  }

  async function scanned(phrase: string): Promise<{ took: number; answer: scan.Scanned }> {
    const { worker, took } = await startWorker(browser, code);
    const answer = await worker.evaluate((text) => globalThis.lookedThrough.scan(text), phrase);
    return { took: took + answer.took, answer };
  }

  async function row(what: string, phrases: readonly string[]): Promise<Row> {
    const phraseOf = (round: number) => phrases[round % phrases.length] ?? '';
    const { index, texts } = await inTurn(ROUNDS, {
      index: (round) => afterStop(() => counted(phraseOf(round))),
      texts: (round) => afterStop(() => scanned(phraseOf(round))),
    });
    for (const [run, { answer }] of index.entries()) {
      const expected = texts[run]?.answer;
      if (answer.papers !== expected?.papers || answer.places !== expected.places) {
        throw new Error(`"${answer.phrase}" was counted wrong: ${JSON.stringify([answer, expected])}`);
      }
    }
    return {
      what: `exact count of ${what}, worker stopped, ${inFull(papers)}`,
      unit: 'ms',
      measured: index.map(({ took }) => took),
      against: { what: 'a scan of all texts', measured: texts.map(({ took }) => took) },
      reach: { ratio: 1 / 50 },
    };
  }

  return [await row('a phrase of a paper', drawn), await row('a phrase of the commonest words', FREQUENT)];
}
