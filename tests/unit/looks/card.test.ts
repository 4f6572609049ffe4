import { describe, expect, it } from 'vitest';
import type { PaperCard } from '../../../lib/answers';
import { badgeLook } from '../../../lib/looks/badge';
import { cardSheet } from '../../../lib/looks/card';
import { noticeSheet } from '../../../lib/looks/notice';
import type { Markup } from '../../../lib/markup';

const CARD: PaperCard = {
  paper: {
    id: '2512.13961',
    title: 'Olmo 3',
    authors: ['Ann A', 'Bo B', 'Cy C', 'Di D', 'Ed E'],
    published: '2025-12-15',
  },
  state: 'indexed',
};

type Element = Exclude<Markup, string>;

function elements(markup: Markup): Element[] {
  if (typeof markup === 'string') return [];
  const [, , ...children] = markup;
  return [markup, ...children.flatMap(elements)];
}

function textOf(markup: Markup): string {
  if (typeof markup === 'string') return markup;
  const [, , ...children] = markup;
  return children.map(textOf).join('');
}

const named = (card: PaperCard, tag: string) =>
  elements(cardSheet(card, 'id').content).filter(([name]) => name === tag);
const about = (facts: Partial<PaperCard['paper']>) => ({ ...CARD, paper: { ...CARD.paper, ...facts } });
const text = (card: PaperCard) => textOf(cardSheet(card, 'id').content);
const states = (card: PaperCard) => named(card, 'button').flatMap(([, at]) => at['data-save'] ?? []);
const links = (card: PaperCard) => named(card, 'a').map((link) => [textOf(link), link[1]['href']]);

describe('a card', () => {
  it('is a dialog named by the title', () => {
    const [dialog] = elements(cardSheet(CARD, 'id').content);
    expect(dialog?.[1]).toMatchObject({ role: 'dialog', 'aria-labelledby': 'title' });
    expect(textOf(named(CARD, 'h2')[0] ?? '')).toBe('Olmo 3');
  });

  it('names three authors and counts the rest, which can be unfolded', () => {
    expect(textOf(named(CARD, 'summary')[0] ?? '')).toBe('Ann A, Bo B, Cy C, and 2 more');
    expect(textOf(named(CARD, 'details')[0] ?? '')).toContain('Di D, Ed E');
    const three = { ...CARD, paper: { ...CARD.paper, authors: ['Ann A', 'Bo B', 'Cy C'] } };
    expect(named(three, 'details')).toEqual([]);
  });

  describe('says what it is about', () => {
    const sentence = 'We point at things. ';
    const long = sentence.repeat(40).trim();

    it('in our words before those of the abstract', () => {
      expect(text(about({ summary: 'Ours.', abstract: 'Theirs.' }))).toContain('Ours.');
      expect(text(about({ summary: 'Ours.', abstract: 'Theirs.' }))).not.toContain('Theirs.');
    });

    it('in the abstract, all of it where it is short', () => {
      const short = about({ abstract: sentence.repeat(10).trim(), authors: [] });
      expect(text(short)).toContain(sentence.repeat(10).trim());
      expect(named(short, 'details')).toEqual([]);
    });

    it.each([
      ['after a sentence', long, sentence.repeat(13).trim()],
      ['between words', 'abcdefghi '.repeat(100).trim(), 'abcdefghi '.repeat(26).trim()],
      [
        'after a sentence that is long enough to show',
        `Eh. ${'abcdefghi '.repeat(50)}`.trim(),
        `Eh. ${'abcdefghi '.repeat(25)}`.trim(),
      ],
    ])('in the beginning of a long abstract, parted %s', (_, abstract, beginning) => {
      const [details] = named(about({ abstract, authors: [] }), 'details');
      const [, , summary = '', rest = ''] = details ?? [];
      expect(textOf(summary)).toBe(`${beginning} more`);
      expect(`${beginning} ${textOf(rest)}`).toBe(abstract);
    });

    it('in one word as it is', () => {
      expect(named(about({ abstract: 'a'.repeat(1000), authors: [] }), 'details')).toEqual([]);
    });

    it('and what its authors remark', () => {
      expect(text(about({ comment: '12 pages, 9 hands' }))).toContain('12 pages, 9 hands');
    });
  });

  it.each([
    ['says which version is new', 2, true],
    ['says nothing of a version that has been seen', 3, false],
  ])('%s', (_, seenVersion, isNew) => {
    const record = { id: CARD.paper.id, state: 'saved', savedAt: 0, seenVersion } as const;
    const card: PaperCard = { ...about({ version: 3 }), state: 'saved', record };
    expect(text(card).includes('Version 3 is new since you saved version 2.')).toBe(isNew);
  });

  it.each([
    ['2025-12-15', false],
    ['2026-01-02', true],
  ])('updated on %s, says so: %s', (updated, isSaid) => {
    expect(text(about({ updated })).includes('updated')).toBe(isSaid);
  });

  it('links only to what exists, and only to the web', () => {
    const linked: PaperCard = {
      ...CARD,
      paper: { ...CARD.paper, links: { code: 'https://github.com/allenai/OLMo-core', demo: 'javascript:alert(1)' } },
    };
    expect(links(linked)).toEqual([
      ['Abstract', 'https://arxiv.org/abs/2512.13961'],
      ['PDF', 'https://arxiv.org/pdf/2512.13961'],
      ['HTML', 'https://arxiv.org/html/2512.13961'],
      ['Code', 'https://github.com/allenai/OLMo-core'],
    ]);
    const old = { ...CARD, paper: { ...CARD.paper, id: 'hep-th/9901001', published: '1999-01-01' } };
    expect(links(old).map(([name]) => name)).toEqual(['Abstract', 'PDF']);
  });

  it('offers to save, then the states', () => {
    expect(states(CARD)).toEqual(['saved']);
    const record = { id: CARD.paper.id, state: 'reading', savedAt: 0 } as const;
    expect(states({ ...CARD, state: 'reading', record })).toEqual(['saved', 'reading', 'read']);
  });

  it('says why it is here', () => {
    const record = {
      id: CARD.paper.id,
      state: 'saved',
      savedAt: Date.UTC(2025, 4, 3, 12),
      savedFrom: 'github.com',
    } as const;
    expect(textOf(cardSheet(CARD, 'id').content)).toContain('In the bundled index');
    expect(textOf(cardSheet({ ...CARD, state: 'saved', record }, 'id').content)).toMatch(
      /Saved on .*May.* from github\.com/,
    );
  });

  it('says that it was recognised by its title, and nothing of an id', () => {
    expect(textOf(cardSheet(CARD, 'title').content)).toContain('In the bundled index · Recognised by its title');
    expect(textOf(cardSheet(CARD, 'id').content)).not.toContain('Recognised');
  });

  it('of a paper whose title is not known is headed by its id', () => {
    const bare: PaperCard = { paper: { id: '2601.00001', title: '2601.00001', authors: [] }, state: 'unsaved' };
    expect(textOf(named(bare, 'h2')[0] ?? '')).toBe('arXiv:2601.00001');
  });
});

it('badges have five marks that differ, of one size', () => {
  const marks = Object.values(badgeLook().states).map(({ mark }) => elements(mark));
  expect(new Set(marks.map((mark) => JSON.stringify(mark))).size).toBe(5);
  expect(new Set(marks.map(([svg]) => svg?.[1]['viewBox'])).size).toBe(1);
});

it('a problem is read out at once, a success when there is time', () => {
  const sheets = (['done', 'problem'] as const).map((kind) => noticeSheet({ kind, text: 'Said.' }));
  expect(sheets.map(({ content }) => elements(content)[0]?.[1]['role'])).toEqual(['status', 'alert']);
});
