import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densePrints, LEAST_WORDS, printsOf } from '../../../lib/trace/prints';
import { type Match, TracedText } from '../../../lib/trace/traced-text';
import { sharedRuns } from './naive';

/** Few words, so that texts share runs of them by chance; all of one length, so that no two are another together. */
const word = fc.constantFrom('one', 'two', 'red', 'ink', 'dog');
const rareWord = fc.stringMatching(/^[a-z]{4}$/);
const words = (of: fc.Arbitrary<string>, max: number) => fc.array(of, { maxLength: max, size: 'max' });

/** An abstract, and a page that has parts of it between other words. */
const pair = fc.oneof(words(word, 60), words(rareWord, 60)).chain((abstract) =>
  fc.record({
    abstract: fc.constant(abstract),
    page: fc
      .array(
        fc.oneof(
          words(word, 8),
          fc
            .tuple(fc.nat(abstract.length), fc.nat(abstract.length))
            .map(([a, b]) => abstract.slice(Math.min(a, b), Math.max(a, b))),
        ),
        { maxLength: 5 },
      )
      .map((parts) => parts.flat()),
  }),
);

/** The words of a text that a match has. */
function wordsOf(page: readonly string[], { start, end }: Match): { from: number; to: number } {
  const places = [0];
  for (const each of page) places.push((places.at(-1) ?? 0) + each.length + 1);
  return { from: places.indexOf(start), to: places.indexOf(end + 1) };
}

function tracedIn(page: readonly string[], paper: { abstract?: string; prints?: number[] }): Match[] {
  const found = printsOf({ id: '2511.07317', title: 'RLVE', authors: [], ...paper });
  return new TracedText(page.join(' ')).matchesWith(found, paper.abstract);
}

describe('with the abstract at hand', () => {
  it('what is found are the longest runs of words that a look at each pair of words finds', () => {
    fc.assert(
      fc.property(pair, ({ abstract, page }) => {
        const matches = tracedIn(page, { abstract: abstract.join(' ') });
        expect(matches.map((match) => wordsOf(page, match))).toEqual(sharedRuns(page, abstract));
        for (const match of matches) {
          const { from, to } = wordsOf(page, match);
          expect(match).toMatchObject({ words: to - from, isExact: true });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('one changed word parts a passage in two, and no more', () => {
    const abstract = Array.from({ length: 40 }, (_, at) => `word${at}`);
    const page = abstract.with(20, 'another');
    const matches = tracedIn(page, { abstract: abstract.join(' ') });
    expect(matches.map((match) => wordsOf(page, match))).toEqual([
      { from: 0, to: 20 },
      { from: 21, to: 40 },
    ]);
  });
});

describe('with fingerprints alone', () => {
  it('every run of enough words is found, and nothing is claimed that is not the same', () => {
    fc.assert(
      fc.property(pair, ({ abstract, page }) => {
        const matches = tracedIn(page, { prints: densePrints(abstract.join(' ')) });
        const found = matches.map((match) => wordsOf(page, match));
        const text = ` ${abstract.join(' ')} `;
        for (const { from, to } of found) {
          expect(to - from).toBeGreaterThanOrEqual(10);
          expect(text).toContain(` ${page.slice(from, to).join(' ')} `);
        }
        for (const { from, to } of sharedRuns(page, abstract)) {
          expect(found.some((claim) => claim.from < to && from < claim.to)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('at its ends no more is left out than lies between two fingerprints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 40 }), fc.nat(30), (length, from) => {
        const abstract = Array.from({ length: 80 }, (_, at) => `word${at}`);
        const page = ['other', ...abstract.slice(from, from + length), 'words'];
        const [match, ...others] = tracedIn(page, { prints: densePrints(abstract.join(' ')) });
        expect(others).toEqual([]);
        const claim = wordsOf(page, match as Match);
        expect(claim.from).toBeLessThanOrEqual(3);
        expect(claim.to).toBeGreaterThanOrEqual(length - 1);
      }),
    );
  });

  it('one fingerprint says nothing yet', () => {
    const abstract = Array.from({ length: LEAST_WORDS }, (_, at) => `word${at}`);
    const page = ['other', ...abstract.slice(0, 9), 'words'];
    expect(tracedIn(page, { prints: densePrints(abstract.join(' ')) })).toEqual([]);
  });
});

describe('a passage on a page', () => {
  const ABSTRACT =
    'We pre-train a small model on twelve kinds of ink, and show that na\\"ive baselines are ' +
    'state-of-the-art on $\\mathcal{O}(n)$ pages of paper that nobody had read before.';

  it.each([
    ['in small letters', ABSTRACT.toLowerCase()],
    ['in capitals', ABSTRACT.toUpperCase()],
    ['in lines', ABSTRACT.replaceAll(' ', '\n')],
    ['typeset', ABSTRACT.replace('na\\"ive', 'naïve').replace('$\\mathcal{O}(n)$', 'O(n)')],
    ['hyphenated', ABSTRACT.replace('baselines', 'base-\nlines').replace('read', 're-\nad')],
    ['broken at its own hyphen', ABSTRACT.replace('pre-train', 'pre-\ntrain')],
    ['quoted', `As they say, “${ABSTRACT}” (p. 3).`],
  ])('%s is all of it', (_, page) => {
    const [match, ...others] = new TracedText(page).matchesWith(
      printsOf({ id: '1', title: '', authors: [], abstract: ABSTRACT }),
      ABSTRACT,
    );
    expect(others).toEqual([]);
    expect(match).toMatchObject({ words: 32, isExact: true });
    expect(page.slice(match?.start, match?.end)).toMatch(/^we\s[^]*before$/i);
  });

  it('ends before what is not the same', () => {
    const page = `Long ago ${ABSTRACT.slice(0, 67)}ever after.`;
    const [match] = new TracedText(page).matchesWith(
      printsOf({ id: '1', title: '', authors: [], abstract: ABSTRACT }),
      ABSTRACT,
    );
    expect(page.slice(match?.start, match?.end)).toMatch(/^We pre-train .* that$/);
  });
});
