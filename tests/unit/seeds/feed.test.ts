import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError, parseFeed } from '../../../seeds/feed';
import { contentWords } from '../../../lib/search/content-words';
import { abstractsByPaper } from '../../../seeds/abstracts';
import { printsByPaper } from '../../../seeds/prints';
import { wordsByPaper } from '../../../seeds/words';

const LABELLED = `A. Reader
Abstract:We weigh lanterns by night. Lumen is heavier than lamp oil.

Abstract:Boats of paper cross a pond, and Raft counts them.
`;
const GLUED = `We weigh lanterns by night. Lumen is heavier than lamp oil.
4 pages
arXiv:2601.00001Boats of paper cross a pond, and Raft counts them.
arXiv:2601.00002v3`;
const DATED = `We weigh lanterns by night. Lumen is heavier than lamp oil.

4 pages

arXiv:2601.00001
Created: 2026-01-02 Updated: 2026-01-03

Boats of paper cross a pond, and Raft counts them.

arXiv:2601.00002
Created: 2026-01-04
`;

const LANTERNS = 'We weigh lanterns by night. Lumen is heavier than lamp oil.';
const BOATS = 'Boats of paper cross a pond, and Raft counts them.';

describe('a feed', () => {
  it('is read as abstracts, with their ids where there are any', async () => {
    expect(await parseFeed(LABELLED)).toEqual([{ abstract: LANTERNS }, { abstract: BOATS }]);
    expect(await parseFeed(GLUED)).toEqual([
      { abstract: LANTERNS, id: '2601.00001' },
      { abstract: BOATS, id: '2601.00002' },
    ]);
    expect(await parseFeed(DATED)).toEqual(await parseFeed(GLUED));
  });

  it.each([
    '',
    'Only a line of prose.',
    '\n\n\n',
    `${GLUED}\nAn abstract without an id.`,
    `arXiv:2601.00003\n${GLUED}`,
    `${LABELLED}arXiv:2601.00001`,
    `${DATED}Created: 2026-01-04`,
  ])('is refused at its first fault, with its line: %j', async (text) => {
    await expect(parseFeed(text)).rejects.toThrow(FeedError);
    await expect(parseFeed(text)).rejects.toThrow(/^Line \d+: .+\. .+\./);
  });
});

describe('the words of an abstract', () => {
  it('are its content words, folded, without markup and addresses', () => {
    expect(contentWords('We show that \\textbf{Déjà-vu} wins by 18.8\\% at https://example.org/x on a GPU.')).toEqual([
      'show',
      'deja',
      'vu',
      'wins',
      '18',
      '8',
      'gpu',
    ]);
  });

  const papers = [
    { id: '2601.00001', system: 'Lumen', title: 'Lanterns by night' },
    { id: '2601.00002', system: 'Raft', title: 'Boats of paper' },
  ];

  it('go to the paper that another document gives the id of, or whose name they hold', async () => {
    const words = wordsByPaper(abstractsByPaper(await parseFeed(LABELLED), papers));
    expect(words['2601.00001']).toEqual(['heavier', 'lamp', 'lanterns', 'lumen', 'night', 'oil', 'weigh']);
    const both = [...(await parseFeed(GLUED)), ...(await parseFeed(LABELLED))];
    expect(wordsByPaper(abstractsByPaper(both, papers))).toEqual(words);
  });

  it('and its fingerprints do not depend on the order of the documents', async () => {
    const entries = (await Promise.all([LABELLED, GLUED, DATED].map(parseFeed))).flat();
    const made = (given: typeof entries) => {
      const abstracts = abstractsByPaper(given, papers);
      return JSON.stringify([wordsByPaper(abstracts), printsByPaper(abstracts)]);
    };
    const expected = made(entries);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(made(shuffled)).toBe(expected);
      }),
    );
  });

  it.each([
    ['that fits no paper', ['Nothing of the kind.', LANTERNS, BOATS], 'fits no paper'],
    ['that is missing', [LANTERNS], 'No abstract was given for 2601.00002'],
  ])('of one %s are an error', (_, abstracts, message) => {
    expect(() =>
      abstractsByPaper(
        abstracts.map((abstract) => ({ abstract })),
        papers,
      ),
    ).toThrow(message);
  });
});
