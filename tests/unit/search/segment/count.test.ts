import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOfId } from '../../../../lib/arxiv/id-code';
import type { Paper } from '../../../../lib/paper';
import { parseQuery } from '../../../../lib/search/query/parse';
import { countPhrase } from '../../../../lib/search/segment/count';
import { searchSegments } from '../../../../lib/search/segment/search';
import { termsOf } from '../../../../lib/search/terms';
import { IDS, papers, word } from './generated';
import { historyOf, written } from './history';
import { memoryPages } from './memory-pages';
import type { NaivePack } from './naive';
import { createPack, NOTHING_KEPT } from './written-pack';

/** So few words that they follow one another again and again. */
const few = fc.constantFrom('the', 'more', 'Móre', 'data');
const lines = fc.array(few, { maxLength: 12 }).map((words) => words.join(' '));
const repetitive: fc.Arbitrary<Paper[]> = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...IDS), title: lines, abstract: lines }), {
    maxLength: 8,
    selector: ({ id }) => id,
  })
  .map((all) => all.map((paper) => ({ ...paper, authors: ['The More', 'Data The'] })));

const history = historyOf(fc.oneof(papers, repetitive));
const phrases = fc.array(
  fc
    .oneof(fc.array(word, { minLength: 1, maxLength: 3 }), fc.array(few, { minLength: 1, maxLength: 5 }))
    .map((words) => words.join(' ')),
  { minLength: 1, maxLength: 6 },
);

/** Looks at each word of each paper: in how many places the words begin; undefined where the paper has them not. */
function placesIn(paper: Paper, words: readonly string[]): number | undefined {
  const { id, system, title, otherTitles = [], authors, venue, summary, abstract } = paper;
  let places = 0;
  for (const text of [id, system, title, ...otherTitles, ...authors, venue, summary, abstract]) {
    const own = termsOf(text ?? '');
    places += own.filter((_, at) => words.every((each, offset) => own[at + offset] === each)).length;
  }
  const isKnown =
    abstract === undefined && words.length === 1 && paper.words?.flatMap(termsOf).includes(words[0] ?? '');
  return places > 0 || isKnown ? places : undefined;
}

function naiveCount(phrase: string, packs: readonly NaivePack[], leftOut: ReadonlySet<number>) {
  const words = termsOf(phrase);
  const found = new Map<number, number>();
  for (const { papers: own, gone } of packs.flatMap(({ segments }) => segments)) {
    for (const paper of own) {
      const code = codeOfId(paper.id);
      const places = words.length > 0 ? placesIn(paper, words) : undefined;
      if (places !== undefined && !gone.has(code) && !leftOut.has(code) && !found.has(code)) found.set(code, places);
    }
  }
  return { papers: found.size, places: [...found.values()].reduce((sum, each) => sum + each, 0) };
}

it('whatever papers are in whatever segments, a phrase is counted as by a look at each of them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(history, { minLength: 1, maxLength: 2 }),
      phrases,
      fc.array(fc.constantFrom(...IDS), { maxLength: 2 }),
      async (histories, texts, keptIds) => {
        const { pages, segments, naive } = await written(histories);
        const leftOut = new Set(keptIds.map(codeOfId));
        const isLeftOut = (code: number) => leftOut.has(code);
        for (const phrase of texts) {
          const count = await countPhrase(phrase, segments, pages, Promise.resolve(isLeftOut));
          expect(count).toEqual(naiveCount(phrase, naive, leftOut));
          const query = parseQuery(`"${phrase}"`);
          // What is no word, or holds a quotation mark itself, is no phrase.
          if (query.words !== '' || query.conditions.length !== 1) continue;
          const options = { ...NOTHING_KEPT, limit: 0, isLeftOut };
          const { total } = await searchSegments(query, { combine: 'AND', typos: false }, segments, pages, options);
          expect(count.papers).toBe(total);
        }
      },
    ),
    { numRuns: 200 },
  );
});

const paper = (id: string, abstract: string, more: Partial<Paper> = {}): Paper => ({
  id,
  title: 'Untitled',
  authors: [],
  abstract,
  ...more,
});

describe('countPhrase', () => {
  it.each<[phrase: string, papers: number, places: number]>([
    ['state of the art', 2, 3],
    ['State-of-the-Art', 2, 3],
    ['STATE OF', 2, 3],
    ['the more the more', 1, 2],
    ['the more', 1, 3],
    ['cafe', 1, 2],
    ['café', 1, 2],
    ['olmo', 2, 1],
    ['olmo flow', 0, 0],
    ['art the', 0, 0],
    ['one two', 0, 0],
    ['nowhere to be found', 0, 0],
    ['so long', 1, 5000],
    ['long so long', 1, 4999],
    ['Smith Noah', 1, 1],
    ['…', 0, 0],
    ['', 0, 0],
  ])('finds “%s” in %i papers and %i places', async (phrase, papersFound, places) => {
    const pages = memoryPages();
    const [one, two] = [createPack('one', pages), createPack('two', pages, 100)];
    await one.add([
      paper('2511.00001', 'A state of the art. It is the State-of-the-Art.', { otherTitles: ['of one', 'two of'] }),
      paper('2511.00002', 'The more the more the more.'),
    ]);
    await one.add([
      paper('2511.00007', 'so long '.repeat(5000), { authors: [...Array(3000).fill('Noah Smith'), 'Smith Noah'] }),
    ]);
    await one.add([paper('2511.00003', 'Café, cafe.'), paper('2511.00004', 'State of the art, gone.')]);
    one.remove([codeOfId('2511.00004')]);
    await two.add([
      paper('2511.00001', 'The state of the art, as another pack has it.'),
      paper('2511.00005', 'State of\nthe art.', { system: 'Olmo' }),
      { id: '2511.00006', title: 'Untitled', authors: [], words: ['olmo', 'flow'] },
    ]);
    const segments = [...(await one.searched()), ...(await two.searched())];
    expect(await countPhrase(phrase, segments, pages, Promise.resolve(NOTHING_KEPT.isLeftOut))).toEqual({
      papers: papersFound,
      places,
    });
  });
});
