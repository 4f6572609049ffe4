import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError, parseFeed } from '../../../seeds/feed';
import { contentWords } from '../../../lib/search/content-words';
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

describe('a feed is read', () => {
  it('in the labelled layout, which has no ids', () => {
    expect(parseFeed(LABELLED)).toEqual([{ abstract: LANTERNS }, { abstract: BOATS }]);
  });

  it('in the glued layout, where an id belongs to the abstract before it', () => {
    expect(parseFeed(GLUED)).toEqual([
      { abstract: LANTERNS, comment: '4 pages', id: '2601.00001' },
      { abstract: BOATS, id: '2601.00002' },
    ]);
  });

  it('in the dated layout', () => {
    expect(parseFeed(DATED)).toEqual([
      { abstract: LANTERNS, comment: '4 pages', id: '2601.00001', created: '2026-01-02', updated: '2026-01-03' },
      { abstract: BOATS, id: '2601.00002', created: '2026-01-04' },
    ]);
  });

  it.each(['', 'Only a line of prose.', '\n\n\n'])('or refused with its line: %j', (text) => {
    expect(() => parseFeed(text)).toThrow(FeedError);
    expect(() => parseFeed(text)).toThrow(/^Line \d+: .+\. .+\./);
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

  it('go to the paper that another document gives the id of, or whose name they hold', () => {
    const words = wordsByPaper(parseFeed(LABELLED), papers);
    expect(words['2601.00001']).toEqual(['heavier', 'lamp', 'lanterns', 'lumen', 'night', 'oil', 'weigh']);
    expect(wordsByPaper([...parseFeed(GLUED), ...parseFeed(LABELLED)], papers)).toEqual(words);
  });

  it('do not depend on the order of the documents', () => {
    const entries = [LABELLED, GLUED, DATED].flatMap(parseFeed);
    const words = JSON.stringify(wordsByPaper(entries, papers));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(JSON.stringify(wordsByPaper(shuffled, papers))).toBe(words);
      }),
    );
  });

  it.each([
    ['that fits no paper', ['Nothing of the kind.', LANTERNS, BOATS], 'fits no paper'],
    ['that is missing', [LANTERNS], 'No abstract was given for 2601.00002'],
  ])('of one %s are an error', (_, abstracts, message) => {
    expect(() =>
      wordsByPaper(
        abstracts.map((abstract) => ({ abstract })),
        papers,
      ),
    ).toThrow(message);
  });
});
