import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorFeed } from '../../../lib/exchange/author-feed';
import type { FoundAbstract } from '../../../lib/exchange/format';
import { itemsOf, skippedIn } from './pieces';

const LANTERNS = 'We weigh lanterns by night. Lumen is heavier than lamp oil.';
const BOATS = 'Boats of paper cross a pond, and Raft counts them.';

function abstractAt(line: number, abstract: string): FoundAbstract {
  return { kind: 'abstract', place: { line }, abstract };
}

const paperAt = (line: number, facts: object) => ({ kind: 'paper', place: { line }, facts });

describe('a feed is read', () => {
  it('in the labelled layout, which has no ids', async () => {
    const text = `A. Reader\nAbstract:${LANTERNS}\n\nAbstract: ${BOATS}\n`;
    expect(await itemsOf(authorFeed, text)).toEqual([abstractAt(2, LANTERNS), abstractAt(4, BOATS)]);
  });

  it('in the labelled layout, with abstracts of several lines', async () => {
    const text = `Abstract:\nWe weigh lanterns by night.\n\nLumen is heavier than lamp oil.\nAbstract:${BOATS}`;
    expect(await itemsOf(authorFeed, text)).toEqual([abstractAt(1, LANTERNS), abstractAt(5, BOATS)]);
  });

  it('in the glued layout, where an id belongs to the abstract before it', async () => {
    const text = `${LANTERNS}\n4 pages\n2 figures\narXiv:2601.00001${BOATS}\narXiv:2601.00002v3`;
    expect(await itemsOf(authorFeed, text)).toEqual([
      paperAt(1, { id: '2601.00001', abstract: LANTERNS, comment: '4 pages 2 figures' }),
      paperAt(4, { id: '2601.00002', abstract: BOATS }),
    ]);
  });

  it.each([
    ['2601.00001', '27 boats'],
    ['1412.0001', '15 boats'],
    ['hep-th/9901001', '3 boats'],
  ])('with digits glued to %s', async (id, glued) => {
    const text = `${LANTERNS}\narXiv:${id}${glued}\narXiv:2601.00002`;
    expect(await itemsOf(authorFeed, text)).toEqual([
      paperAt(1, { id, abstract: LANTERNS }),
      paperAt(2, { id: '2601.00002', abstract: glued }),
    ]);
  });

  it('in the dated layout', async () => {
    const text = `${LANTERNS}

4 pages

arXiv:2601.00001
Created: 2026-01-02 Updated: 2026-01-03

${BOATS}

arXiv:2601.00002
Created: 2026-01-04
`;
    expect(await itemsOf(authorFeed, text.replaceAll('\n', '\r\n'))).toEqual([
      paperAt(1, {
        id: '2601.00001',
        abstract: LANTERNS,
        comment: '4 pages',
        published: '2026-01-02',
        updated: '2026-01-03',
      }),
      paperAt(8, { id: '2601.00002', abstract: BOATS, published: '2026-01-04', updated: '2026-01-04' }),
    ]);
  });

  it('with what stands there twice', async () => {
    const entry = `${LANTERNS}\narXiv:2601.00001\n`;
    const items = await itemsOf(authorFeed, entry + entry);
    expect(items.map(({ place }) => place.line)).toEqual([1, 3]);
  });
});

describe('a fault is told, and what is around it is kept', () => {
  const before = `${LANTERNS}\narXiv:2601.00001\n`;
  const after = `${BOATS}\narXiv:2601.00002\n`;
  const papers = [
    { facts: { id: '2601.00001', abstract: LANTERNS } },
    { facts: { id: '2601.00002', abstract: BOATS } },
  ];

  it.each([
    ['an id without an abstract', 'arXiv:2601.00003\n', 3, 'No abstract stands before arXiv:2601.00003'],
    ['an id of no paper', 'Paper planes fly.\narXiv:2613.00001\n', 4, 'arXiv has no paper 2613.00001'],
    ['days of no calendar', 'Created: 2026-02-30\n', 3, 'These dates follow no arXiv id, or are none'],
    ['a labelled abstract', 'Abstract:Paper planes fly.\n', 3, 'A labelled abstract stands among abstracts with ids'],
    ['dates twice', 'Created: 2026-01-02\nCreated: 2026-01-02\n', 4, 'These dates follow no arXiv id'],
    ['what has no end', `${'word '.repeat(30_000)}\narXiv:2601.00003\n`, 3, 'longer than any abstract'],
  ])('%s', async (_, fault, line, why) => {
    const items = await itemsOf(authorFeed, before + fault + after);
    expect(skippedIn(items)).toEqual([[line, expect.stringContaining(why)]]);
    expect(items.filter(({ kind }) => kind === 'paper')).toMatchObject(papers);
  });

  it.each([
    [
      'dates that follow an abstract',
      `${before}${BOATS}\nCreated: 2026-01-02\narXiv:2601.00002`,
      4,
      'These dates follow',
    ],
    ['the end without an id', `${before}${after}Paper planes`, 5, 'No arXiv id follows this abstract'],
  ])('%s', async (_, text, line, why) => {
    const items = await itemsOf(authorFeed, text);
    expect(skippedIn(items)).toEqual([[line, expect.stringContaining(why)]]);
    expect(items.filter(({ kind }) => kind === 'paper')).toMatchObject(papers);
  });

  it.each([
    ['a label without an abstract', 'Abstract:\n', 2, 'Nothing follows "Abstract:"'],
    ['an id', 'arXiv:2601.00001\n', 2, 'An id stands among abstracts that are labelled'],
  ])('%s among labelled abstracts', async (_, fault, line, why) => {
    const items = await itemsOf(authorFeed, `Abstract:${LANTERNS}\n${fault}Abstract:${BOATS}`);
    expect(skippedIn(items)).toEqual([[line, expect.stringContaining(why)]]);
    expect(items.filter(({ kind }) => kind === 'abstract')).toEqual([abstractAt(1, LANTERNS), abstractAt(3, BOATS)]);
  });

  it.each(['', 'Only a line of prose.', '\n\n\n'])('%j, which is no feed', async (text) => {
    expect(skippedIn(await itemsOf(authorFeed, text))).toEqual([
      [1, expect.stringContaining('This is not an author feed')],
    ]);
  });
});

it('every paper of a feed of many is found', async () => {
  const word = fc.constantFrom('lanterns', 'boats', 'weigh', '27', 'arXiv', '(2601.00001)', 'Abstract', '👩‍🔬', 'نص');
  const written = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `We ${words.join(' ')}.`);
  const number = fc.integer({ min: 1, max: 99_999 }).map((n) => `2601.${String(n).padStart(5, '0')}`);
  const entries = fc.array(fc.record({ id: number, abstract: written, comment: fc.constantFrom('', '4 pages') }), {
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(entries, fc.boolean(), async (papers, isGlued) => {
      const text = papers
        .map(({ id, abstract, comment }) => `${abstract}\n${comment}\narXiv:${id}`)
        .join(isGlued ? '' : '\n');
      const items = await itemsOf(authorFeed, text);
      expect(items.map((item) => item.kind === 'paper' && item.facts)).toEqual(
        papers.map(({ comment, ...facts }) => ({ ...facts, ...(comment && { comment }) })),
      );
    }),
  );
});
