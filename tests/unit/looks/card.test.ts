import { describe, expect, it } from 'vitest';
import type { PaperCard } from '../../../lib/answers';
import type { LibraryRecord, Recognition } from '../../../lib/paper';
import { badgeLook } from '../../../lib/looks/badge';
import { cardSheet } from '../../../lib/looks/card';
import type { Surroundings } from '../../../lib/looks/making';
import { noticeSheet } from '../../../lib/looks/notice';
import type { Markup, MarkupElement } from '../../../lib/markup';

const CARD: PaperCard = {
  paper: {
    id: '2512.13961',
    title: 'Olmo 3',
    authors: ['Ann A', 'Bo B', 'Cy C', 'Di D', 'Ed E'],
    published: '2025-12-15',
  },
  state: 'indexed',
  packs: ['bundled'],
};

const RECORD: LibraryRecord = { id: CARD.paper.id, state: 'saved', savedAt: 0 };

const AROUND: Surroundings = { tags: ['to cite', 'agents'], styles: ['BibTeX', 'APA'] };

const sheetOf = (card: PaperCard, by: Recognition = 'id', around: Partial<Surroundings> = {}) =>
  cardSheet(card, by, { ...AROUND, ...around }).content;

function elements(markup: Markup): MarkupElement[] {
  if (typeof markup === 'string') return [];
  const [, , ...children] = markup;
  return [markup, ...children.flatMap(elements)];
}

/** Each element by the way to it, by places and names, and the names of its attributes. */
function paths([tag, attributes, ...children]: MarkupElement, way = ''): [path: string, names: string][] {
  const path = `${way}/${tag}`;
  const below = children.flatMap((child, at) => (typeof child === 'string' ? [] : paths(child, `${path}/${at}`)));
  return [[path, Object.keys(attributes).toSorted().join(' ')], ...below];
}

/** The controls of a card and what they stand in, which no act may take away from under a person. */
function controls(card: PaperCard, around?: Partial<Surroundings>) {
  return paths(sheetOf(card, 'id', around)).filter(([path]) => !/option|bdi|readonly/.test(path));
}

function textOf(markup: Markup): string {
  if (typeof markup === 'string') return markup;
  const [, , ...children] = markup;
  return children.map(textOf).join('');
}

const named = (card: PaperCard, tag: string) => elements(sheetOf(card)).filter(([name]) => name === tag);
/** The values of the controls of a name. */
const values = (card: PaperCard, name: string) =>
  elements(sheetOf(card)).flatMap(([, at]) => (at['name'] === name ? [at['value']] : []));
const about = (facts: Partial<PaperCard['paper']>) => ({ ...CARD, paper: { ...CARD.paper, ...facts } });
const text = (card: PaperCard) => textOf(sheetOf(card));
/** The texts that are folded, the note left aside. */
const folds = (card: PaperCard) => named(card, 'details').filter(([, at]) => at['class'] !== 'remark');
const why = (card: PaperCard) =>
  elements(sheetOf(card)).flatMap((one) => (one[1]['class'] === 'why quiet' ? [textOf(one)] : []));
const links = (card: PaperCard) => named(card, 'a').map((link) => [textOf(link), link[1]['href']]);

describe('a card', () => {
  it('is a dialog named by the title', () => {
    const [dialog] = elements(sheetOf(CARD));
    expect(dialog?.[1]).toMatchObject({ role: 'dialog', 'aria-labelledby': 'title' });
    expect(textOf(named(CARD, 'h2')[0] ?? '')).toBe('Olmo 3');
  });

  it('names three authors and counts the rest, which can be unfolded', () => {
    expect(textOf(named(CARD, 'summary')[0] ?? '')).toBe('Ann A, Bo B, Cy C, and 2 more');
    expect(textOf(folds(CARD)[0] ?? '')).toContain('Di D, Ed E');
    const three = { ...CARD, paper: { ...CARD.paper, authors: ['Ann A', 'Bo B', 'Cy C'] } };
    expect(folds(three)).toEqual([]);
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
      expect(folds(short)).toEqual([]);
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
      const [details] = folds(about({ abstract, authors: [] }));
      const [, , summary = '', rest = ''] = details ?? [];
      expect(textOf(summary)).toBe(`${beginning} more`);
      expect(`${beginning} ${textOf(rest)}`).toBe(abstract);
    });

    it('in one word as it is', () => {
      expect(folds(about({ abstract: 'a'.repeat(1000), authors: [] }))).toEqual([]);
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
    expect(values(CARD, 'save')).toEqual(['saved']);
    const record: LibraryRecord = { ...RECORD, state: 'reading' };
    expect(values({ ...CARD, state: 'reading', record }, 'save')).toEqual(['saved', 'reading', 'read']);
  });

  it('says why it is here', () => {
    const record = {
      id: CARD.paper.id,
      state: 'saved',
      savedAt: Date.UTC(2025, 4, 3, 12),
      savedFrom: 'github.com',
    } as const;
    expect(why(CARD)).toEqual(['Came with Manicule']);
    expect(why({ ...CARD, packs: ['Glass', 'Hands'] })).toEqual(['In the packs “Glass” and “Hands”']);
    expect(why({ ...CARD, state: 'unsaved', packs: [] })).toEqual(['Named on this page; not in your library yet']);
    expect(why({ ...CARD, state: 'saved', record })).toEqual([
      expect.stringMatching(/^Saved on .*May.* from github\.com · Came with Manicule$/),
    ]);
  });

  it('says that it was recognised by its title, and nothing of an id', () => {
    expect(textOf(sheetOf(CARD, 'title'))).toContain('Came with Manicule · Recognised by its title');
    expect(textOf(sheetOf(CARD))).not.toContain('Recognised');
  });

  it('has what the person made: star, tags to take away, the note', () => {
    const record: LibraryRecord = { ...RECORD, isStarred: true, tags: ['to cite', 'مهم'], note: 'Read *this*.' };
    const made: PaperCard = { ...CARD, state: 'saved', record };
    expect(values(CARD, 'star')).toEqual(['on']);
    expect(values(made, 'star')).toEqual(['off']);
    expect(values(made, 'untag')).toEqual(['to cite', 'مهم']);
    expect(named(made, 'textarea').map(textOf)).toEqual(['Read *this*.']);
    expect(named(CARD, 'textarea').map(textOf)).toEqual(['']);
  });

  it('offers the tags that were given, and the ways to cite', () => {
    expect(named(CARD, 'option').map(([, at]) => at['value'])).toEqual(['to cite', 'agents']);
    expect(values(CARD, 'cite')).toEqual(['BibTeX', 'APA']);
  });

  it('says what came of the last act, and gives a text to copy by hand', () => {
    const said = { problem: 'Not done.', done: 'Copied.', text: '@misc{olmo}' };
    const all = elements(sheetOf(CARD, 'id', { said }));
    const withRole = (role: string) => all.filter(([, at]) => at['role'] === role).map(textOf);
    expect(withRole('alert')).toEqual(['Not done.']);
    expect(withRole('status')).toEqual(['Copied.']);
    expect(all.filter(([, at]) => 'readonly' in at).map(textOf)).toEqual(['@misc{olmo}']);
  });

  it('keeps its controls where they are, with attributes of the same names, whatever is known and made', () => {
    const record: LibraryRecord = { ...RECORD, isStarred: true, note: 'x' };
    const before = new Map(controls(CARD));
    const after = controls(
      { ...CARD, paper: { ...CARD.paper, summary: 'About.' }, state: 'saved', record },
      { said: { problem: 'p', done: 'd' } },
    );
    const shared = after.filter(([path]) => before.has(path));
    expect(shared.map(([path]) => path.split('/').at(-1))).toEqual(expect.arrayContaining(['input', 'textarea']));
    for (const [path, names] of shared) expect([path, names]).toEqual([path, before.get(path)]);
  });

  it('of a paper whose title is not known is headed by its id', () => {
    const bare: PaperCard = {
      paper: { id: '2601.00001', title: '2601.00001', authors: [] },
      state: 'unsaved',
      packs: [],
    };
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
