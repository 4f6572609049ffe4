import { describe, expect, it } from 'vitest';
import { MAX_IMPORTED } from '../../../lib/edit';
import { isExpected } from '../../../lib/errors';
import { admit, type Asker, MAX_IDS, MAX_MARKED, MAX_RANKED, whoAsks } from '../../../lib/messages/admission';
import type { WorkerCommands } from '../../../lib/messages/protocol';
import { MAX_PACKED } from '../../../lib/pack';

const OWN = { id: 'ownid', base: 'chrome-extension://ownid/' };

describe('whoAsks', () => {
  it.each<[string, { id?: string; url?: string }, Asker]>([
    ['the popup', { id: 'ownid', url: 'chrome-extension://ownid/popup.html' }, 'extension page'],
    ['the popup in a tab', { id: 'ownid', url: 'chrome-extension://ownid/popup.html?tab=3' }, 'extension page'],
    ['a content script', { id: 'ownid', url: 'https://arxiv.org/abs/2511.07317' }, 'content script'],
    [
      'a page whose address holds ours',
      { id: 'ownid', url: 'https://a.org/?chrome-extension://ownid/' },
      'content script',
    ],
    ['a file', { id: 'ownid', url: 'file:///tmp/a.html' }, 'content script'],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }, 'stranger'],
    ['another extension that says it is ours', { id: 'other', url: 'chrome-extension://ownid/popup.html' }, 'stranger'],
    ['nobody', {}, 'stranger'],
    ['an extension without an address', { id: 'ownid' }, 'stranger'],
  ])('tells %s', (_, sender, asker) => {
    expect(whoAsks(sender, OWN)).toBe(asker);
  });
});

const ids = (count: number) => Array.from({ length: count }, (_, at) => `2511.${String(at + 1).padStart(5, '0')}`);

const WELL_FORMED: { [Command in keyof WorkerCommands]: unknown } = {
  statuses: ['2511.07317', 'hep-th/9901001'],
  badgeLook: undefined,
  card: { id: '2511.07317', by: 'title', operation: 'aaaa-1111', name: 'note', value: 'Read this.', from: '' },
  making: { id: '2511.07317', operation: 'aaaa-1111', name: 'star', value: 'on' },
  edit: { operation: 'one-of-mine', changes: [{ kind: 'save', id: '2511.07317', state: 'saved' }] },
  importPapers: {
    operation: 'one-of-mine',
    items: [{ facts: { id: '2511.07317', title: 'RLVE' }, kept: { tags: ['rl'] } }],
  },
  health: undefined,
  search: { query: 'olmo', limit: 50 },
  rank: { query: 'olmo', limit: 1000 },
  count: 'state of the art',
  rows: ['2511.07317', 'hep-th/9901001'],
  wholePapers: ['2511.07317'],
  packs: undefined,
  switchPack: { name: 'cs.CL 2020–2025', isOn: false },
  removePack: 'cs.CL 2020–2025',
  beginPack: { name: 'Lu à moitié', isWhole: true },
  addToPack: { intake: 3, batch: 0, papers: [{ id: '2511.07317', title: 'RLVE' }, { id: 'hep-th/9901001' }] },
  endPack: 3,
  cancelPack: 3,
  harvest: { name: 'cs.CL', categories: ['cs.CL', 'math'], years: { from: 2020, to: 2025 } },
  renewHarvest: 'cs.CL',
  pauseHarvest: 'cs.CL',
  resumeHarvest: 'cs.CL',
  cancelHarvest: 'cs.CL',
  papersOnPage: 3,
  trace: 'We introduce Olmo 3, a family of models.',
  tracePage: 3,
  showPassage: { tab: 3, passage: 0 },
  marked: 12,
  visited: undefined,
  completion: undefined,
};
const COMMANDS = Object.keys(WELL_FORMED) as (keyof WorkerCommands)[];
const FROM_PAGES: (keyof WorkerCommands)[] = ['statuses', 'badgeLook', 'card', 'edit', 'trace', 'marked', 'visited'];

describe('admit', () => {
  it.each(COMMANDS)('lets an extension page ask for %s', (command) => {
    expect(admit('extension page', command, WELL_FORMED[command])).toEqual(WELL_FORMED[command]);
  });

  it.each(FROM_PAGES)('lets a content script ask for %s', (command) => {
    expect(admit('content script', command, WELL_FORMED[command])).toEqual(WELL_FORMED[command]);
  });

  it.each(COMMANDS.filter((command) => !FROM_PAGES.includes(command)))(
    'lets no content script ask for %s',
    (command) => {
      const ask = () => admit('content script', command, WELL_FORMED[command]);
      expect(ask).toThrow(`a content script may not ask for "${command}"`);
    },
  );

  it.each(COMMANDS)('lets no stranger ask for %s', (command) => {
    expect(() => admit('stranger', command, WELL_FORMED[command])).toThrow('stranger');
  });

  it.each<[keyof WorkerCommands, unknown]>([
    ['statuses', '2511.07317'],
    ['statuses', ['2511.07317v2']],
    ['statuses', ['arXiv:2511.07317']],
    ['statuses', ['math.GT/0309136']],
    ['statuses', [null]],
    ['statuses', ids(MAX_IDS + 1)],
    ['card', '2511.07317'],
    ['card', { id: '2513.00001', by: 'id' }],
    ['card', { id: '__proto__', by: 'id' }],
    ['card', { id: '2511.07317' }],
    ['card', { id: '2511.07317', by: 'guess' }],
    ['card', { id: '2511.07317', by: 'id', name: 'remove' }],
    ['card', { id: '2511.07317', by: 'id', name: '__proto__' }],
    ['card', { id: '2511.07317', by: 'id', name: 'note', value: 'x'.repeat(200_001) }],
    ['card', { id: '2511.07317', by: 'id', name: 'note', value: 'x', from: 'x'.repeat(200_001) }],
    ['card', { id: '2511.07317', by: 'id', name: 'star', operation: 'short' }],
    ['card', { id: '2511.07317', by: 'id', changes: [] }],
    ['making', { id: '2511.07317v1' }],
    ['making', { id: '2511.07317', name: 'toString' }],
    ['search', { query: 'x'.repeat(1001), limit: 50 }],
    ['search', { query: 'x', limit: 0 }],
    ['search', { query: 'x', limit: 1.5 }],
    ['rank', 'olmo'],
    ['rank', { query: 'olmo', limit: MAX_RANKED + 1 }],
    ['count', { phrase: 'state of the art' }],
    ['count', 'x'.repeat(1001)],
    ['rows', ids(MAX_IDS + 1)],
    ['wholePapers', ['2511.07317v2']],
    ['switchPack', { name: 'cs.CL' }],
    ['removePack', ''],
    ['removePack', 'x'.repeat(61)],
    ['removePack', ' cs.CL'],
    ['removePack', 'the "best"'],
    ['beginPack', { name: 'cs.CL', isWhole: true, request: { categories: ['cs.CL'] } }],
    ['addToPack', { intake: 3, batch: -1, papers: [] }],
    ['addToPack', { intake: 3, batch: 0, papers: [{ id: '2511.07317', note: 'mine' }] }],
    ['addToPack', { intake: 3, batch: 0, papers: ids(MAX_PACKED + 1).map((id) => ({ id })) }],
    ['harvest', { name: 'cs.CL', categories: [] }],
    ['harvest', { name: 'cs.CL', categories: ['cs.CL'], years: { from: 1990, to: 2025 } }],
    ['papersOnPage', '3'],
    ['marked', -1],
    ['marked', 1.5],
    ['marked', MAX_MARKED + 1],
    ['marked', Number.NaN],
    ['marked', '12'],
    ['visited', '2511.07317'],
  ])('refuses %s with a request of another form: %j', (command, request) => {
    let refusal: unknown;
    try {
      admit('extension page', command, request);
    } catch (error) {
      refusal = error;
    }
    expect(isExpected(refusal)).toBe(true);
    expect((refusal as Error).message).toContain(`"${command}"`);
  });

  it('takes as many ids as a page may ask about at once', () => {
    expect(admit('content script', 'statuses', ids(MAX_IDS))).toHaveLength(MAX_IDS);
  });
});

const ID = '2511.07317';
const OPERATION = '0d9ff6a7-6d0f-4b6c-9f6e-0f3a2f6a1b11';
const editOf = (...changes: unknown[]) => ({ operation: OPERATION, changes });
const RECORD = { id: ID, state: 'read', savedAt: 1, tags: ['rl'] };

/** What a card offers to do with its paper. */
const OF_CARDS = [
  { kind: 'save', id: ID },
  {
    kind: 'save',
    id: ID,
    state: 'reading',
    facts: { title: 'RLVE', authors: ['A'], version: 2, published: '2025-11-10' },
  },
  { kind: 'state', id: ID, state: 'read' },
  { kind: 'star', id: ID },
  { kind: 'unstar', id: ID },
  { kind: 'tag', id: ID, tag: 'to cite', at: 0 },
  { kind: 'untag', id: ID, tag: '__proto__' },
  { kind: 'note', id: ID, note: '# A note', from: '' },
];
const OF_OWN_PAGES = [
  { kind: 'save', id: ID, savedAt: 1, savedFrom: 'arxiv.org' },
  { kind: 'remove', id: ID },
  { kind: 'remove', id: ID, ifStill: RECORD },
  { kind: 'seen', id: ID, version: 3 },
  { kind: 'seen', id: ID },
  { kind: 'merge', id: ID, made: { tags: ['rl'], isStarred: true, note: 'n', savedAt: 1 }, facts: { comment: 'c' } },
  { kind: 'learn', id: ID, facts: { links: { code: 'https://github.com/a/b' } } },
  { kind: 'rename-tag', from: 'nlp', to: 'NLP' },
];

const star = (id: string) => ({ kind: 'star', id });

describe('an edit', () => {
  it.each([...OF_CARDS, ...OF_OWN_PAGES])('of a page of the extension may be %j', (change) => {
    expect(admit('extension page', 'edit', editOf(change))).toEqual(editOf(change));
  });

  it('may change many papers', () => {
    const changes = ids(50_000).map((id) => ({ kind: 'tag', id, tag: 'rl' }));
    expect(admit('extension page', 'edit', editOf(...changes)).changes).toHaveLength(50_000);
  });

  it.each(OF_CARDS)('of a card may be %j', (change) => {
    expect(admit('content script', 'edit', editOf(change))).toEqual(editOf(change));
  });

  it.each(OF_OWN_PAGES)('of a card may not be %j', (change) => {
    expect(() => admit('content script', 'edit', editOf(change))).toThrow('"edit"');
  });

  it('of a card is about one paper, and short', () => {
    expect(() => admit('content script', 'edit', editOf(star(ID), star('2512.13961')))).toThrow('more than one paper');
    expect(() => admit('content script', 'edit', editOf(...Array(102).fill(star(ID))))).toThrow('"edit"');
  });

  it.each([
    undefined,
    { changes: [] },
    { operation: 'short', changes: [] },
    { operation: `${OPERATION} `, changes: [] },
    { operation: OPERATION.repeat(3), changes: [] },
    { operation: OPERATION, changes: {} },
    { operation: OPERATION, changes: [], more: 1 },
    editOf({ kind: 'burn', id: ID }),
    editOf({ kind: 'save', id: `${ID}v2` }),
    editOf({ kind: 'save', id: ID, state: 'burnt' }),
    editOf({ kind: 'save', id: ID, savedAt: 1.5 }),
    editOf({ kind: 'save', id: ID, facts: { title: 7 } }),
    editOf({ kind: 'save', id: ID, facts: { id: '2512.13961' } }),
    editOf({ kind: 'save', id: ID, facts: { published: '2025' } }),
    editOf({ kind: 'save', id: ID, facts: { links: { code: 'javascript:alert(1)' } } }),
    editOf({ kind: 'save', id: ID, facts: { links: { other: 'https://a.org' } } }),
    editOf({ kind: 'tag', id: ID, tag: ' ' }),
    editOf({ kind: 'tag', id: ID, tag: 'x'.repeat(201) }),
    editOf({ kind: 'note', id: ID, note: 'n' }),
    editOf({ kind: 'note', id: ID, note: 'n'.repeat(200_001), from: '' }),
    editOf({ kind: 'seen', id: ID, version: 0 }),
    editOf({ kind: 'remove', id: ID, ifStill: { id: ID } }),
  ])('is refused where it is %j', (request) => {
    expect(() => admit('extension page', 'edit', request)).toThrow('"edit"');
  });
});

const batch = (count: number) => ({ operation: OPERATION, items: ids(count).map((id) => ({ facts: { id } })) });

describe('an import', () => {
  it('may have so many papers and no more', () => {
    expect(admit('extension page', 'importPapers', batch(MAX_IMPORTED)).items).toHaveLength(MAX_IMPORTED);
    expect(() => admit('extension page', 'importPapers', batch(MAX_IMPORTED + 1))).toThrow('"importPapers"');
  });
});
