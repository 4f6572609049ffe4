import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../lib/errors';
import { backup, writeBackup } from '../../../lib/exchange/backup';
import type { Kept } from '../../../lib/exchange/format';
import type { LibraryRecord, Paper } from '../../../lib/paper';
import { cuts, idsOf, inPieces, itemsOf, all } from './pieces';

const PAPER: Paper = {
  id: '2601.00001',
  title: 'Lanterns by night',
  system: 'Lumen',
  otherTitles: ['Lamps'],
  authors: ['Lea Lantern'],
  summary: 'Lanterns are weighed.',
  abstract: 'We weigh lanterns.',
  category: 'cs.CL',
  otherCategories: ['physics.optics'],
  published: '2026-01-02',
  updated: '2026-01-03',
  version: 2,
  venue: 'J. Lamps 7',
  doi: '10.1000/lamps.7',
  comment: '4 pages',
  links: { code: 'https://example.org/lumen', data: 'http://example.org/data' },
  words: ['lanterns', 'weigh'],
};
const RECORD: LibraryRecord = {
  id: '2601.00001',
  state: 'reading',
  savedAt: 1_767_300_000_000,
  savedFrom: 'example.org',
  isStarred: true,
  tags: ['lamps', 'night'],
  note: '\uFEFF# Heavy\n\nBut *why*? ☞ "\u2028"',
  seenVersion: 1,
};
const { id: _id, ...KEPT } = RECORD;

const written = (papers: Kept[]) => [...writeBackup(papers, new Date(0))].join('');
/** The lines of a backup of a few papers: one with the first key, one that begins each list, and one for each entry. */
const backupLines = (ids: string[]) =>
  written(ids.map((id) => ({ paper: { ...PAPER, id }, record: { ...RECORD, id } }))).split('\n');

describe('a backup', () => {
  it('is one JSON object', () => {
    expect(JSON.parse(written([{ paper: PAPER, record: RECORD }]))).toEqual({
      format: 'manicule-backup',
      version: 1,
      exportedAt: '1970-01-01T00:00:00.000Z',
      papers: [PAPER],
      records: [RECORD],
    });
    expect(JSON.parse(written([]))).toMatchObject({ papers: [], records: [] });
  });

  it('says when it was written', () => {
    const before = Date.now();
    const { exportedAt } = JSON.parse([...backup.write([])].join('')) as { exportedAt: string };
    expect(Date.parse(exportedAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(exportedAt)).toBeLessThanOrEqual(Date.now());
  });

  const day = fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const anything = fc.string({ unit: 'binary' });
  const number = fc.integer({ min: 1, max: 99_999 });
  const texts = fc.array(anything, { maxLength: 3 });
  const facts = fc.record(
    {
      title: anything,
      authors: texts,
      abstract: anything,
      published: day,
      version: number,
      links: fc.constant({ demo: 'https://x.org/' }),
      words: texts,
    },
    { requiredKeys: ['title', 'authors'] },
  );
  const made = fc.record(
    {
      state: fc.constantFrom('saved', 'reading', 'read'),
      savedAt: fc.nat(),
      isStarred: fc.constant(true),
      tags: texts,
      note: anything,
    },
    { requiredKeys: ['state', 'savedAt'] },
  );
  const library = fc
    .uniqueArray(fc.tuple(number, facts, fc.option(made, { nil: undefined })), { selector: ([n]) => n, maxLength: 6 })
    .map((papers) =>
      papers.map(([n, paper, record]) => {
        const id = `2601.${String(n).padStart(5, '0')}`;
        return { paper: { id, ...paper }, ...(record && { record: { id, ...record } }) } as Kept;
      }),
    );

  it('is read as it was written, however it is laid out and cut', async () => {
    await fc.assert(
      fc.asyncProperty(library, cuts, async (papers, lengths) => {
        const expected = papers.map(({ paper, record }) => {
          const { id: _same, ...kept } = record ?? {};
          return expect.objectContaining({ kind: 'paper', facts: paper, ...(record && { kept }) });
        });
        const ours = written(papers);
        const { records, ...rest } = JSON.parse(ours) as { records: unknown };
        for (const layout of [
          ours,
          JSON.stringify({ ...rest, records }),
          JSON.stringify({ records, ...rest }, null, 2),
        ]) {
          expect(await itemsOf(backup, layout, lengths)).toEqual(expected);
        }
      }),
    );
  });

  it('keeps what a person made of a paper whose facts are missing', async () => {
    const text = JSON.stringify({ format: 'manicule-backup', version: 1, records: [RECORD] });
    expect(await itemsOf(backup, text)).toEqual([
      { kind: 'paper', place: { line: 1, record: 1 }, facts: { id: RECORD.id }, kept: KEPT },
    ]);
  });

  it('may hold more than is known', async () => {
    const papers = [{ ...PAPER, colour: 'red', links: { ...PAPER.links, film: 'https://x.org' } }];
    const text = JSON.stringify({
      records: [{ ...RECORD, mood: 1 }],
      extra: [{ id: 1 }],
      papers,
      version: 1,
      format: 'manicule-backup',
    });
    expect(await itemsOf(backup, text)).toEqual([expect.objectContaining({ facts: PAPER, kept: KEPT })]);
  });

  it.each<[string, object, string]>([
    ['an id with a version', { ...PAPER, id: '2601.00001v1' }, 'has "2601.00001v1" as "id"'],
    ['an id of another', { ...PAPER, id: 'x' }, 'has "x" as "id"'],
    ['no title', { ...PAPER, title: undefined }, 'has no "title"'],
    ['an id in its prototype', JSON.parse('{"__proto__":{"id":"2601.00001"},"title":"T","authors":[]}'), 'has no "id"'],
    ['a day of no calendar', { ...PAPER, published: '2026-02-30' }, 'as "published"'],
    ['a script for a link', { ...PAPER, links: { code: 'javascript:alert(1)' } }, 'as "links.code"'],
    ['a state of none', { ...RECORD, state: 'eaten' }, 'has "eaten" as "state"'],
    ['a moment before time', { ...RECORD, savedAt: -1 }, 'has -1 as "savedAt"'],
    ['a number for a tag', { ...RECORD, tags: ['a', 7] }, 'has 7 as "tags.1"'],
  ])('has its entry skipped that has %s, with its number, and the others kept', async (_, entry, why) => {
    const [header = '', opening = '', first = '', ...rest] = backupLines(['2601.00002', '2601.00003']);
    const items = await itemsOf(backup, [header, opening, first, `${JSON.stringify(entry)},`, ...rest].join('\n'));
    expect(items[0]).toMatchObject({
      kind: 'skipped',
      place: { line: 4, record: 2 },
      why: expect.stringContaining(why),
    });
    expect(items.slice(1)).toMatchObject([
      { facts: { id: '2601.00002' }, kept: KEPT },
      { facts: { id: '2601.00003' }, kept: KEPT },
    ]);
  });

  it('loses no more than the lines that are damaged', async () => {
    const ids = Array.from({ length: 5 }, (_, at) => `2601.0000${at + 1}`);
    const whole = backupLines(ids);
    const places = whole.flatMap((line, at) => (line.startsWith('{"id":') ? [at] : []));
    const damage = fc.oneof(
      fc
        .string({ unit: fc.constantFrom(...'{}[]",:0\\ \0', '{"id":', 'null', '"papers":['), maxLength: 8 })
        .filter((junk) => junk.trim() !== ''),
      fc.constantFrom('{', '[', '"', '{"id":"2601.00001","title":', ']}', '],', '\uFFFD'),
    );
    await fc.assert(
      // Before any line of a list.
      fc.asyncProperty(fc.constantFrom(...places), damage, cuts, async (at, junk, lengths) => {
        const items = await itemsOf(backup, whole.toSpliced(at, 0, junk).join('\n'), lengths);
        const papers = items.filter((item) => item.kind === 'paper' && item.facts.title && item.kept);
        expect(idsOf(papers)).toEqual(ids);
        expect(idsOf(items)).toEqual(ids);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['in a line', (text: string) => text.slice(0, -300), 2],
    ['between lines', (text: string) => text.slice(0, text.lastIndexOf('\n')), 3],
  ])('that breaks off %s is read so far, and what is left of it told', async (_, cut, count) => {
    const text = backupLines(['2601.00001', '2601.00002', '2601.00003']).join('\n').trimEnd();
    const items = await itemsOf(backup, cut(text));
    expect(items.filter((item) => item.kind === 'paper' && item.facts.title)).toHaveLength(count);
    expect(new Set(idsOf(items)).size).toBe(3);
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'skipped', why: expect.stringContaining('breaks off here') }),
    );
  });

  it.each([
    [
      'of a newer version',
      { format: 'manicule-backup', version: 2, papers: [PAPER] },
      'Update Manicule, then restore it.',
    ],
    ['without a version', { format: 'manicule-backup', papers: [PAPER] }, 'does not say its version'],
    [
      'with a version that is none',
      { format: 'manicule-backup', version: '1', papers: [PAPER] },
      'does not say its version',
    ],
    [
      'of something else',
      { format: 'other-backup', version: 1, papers: [PAPER] },
      'This is not a backup from Manicule.',
    ],
    ['that is a list', [PAPER], 'does not say its version'],
  ])('%s is refused before anything is taken', async (_, value, message) => {
    const taken: unknown[] = [];
    const reading = (async () => {
      for await (const item of backup.read(inPieces(JSON.stringify(value), [9]))) taken.push(item);
    })();
    await expect(reading).rejects.toThrow(ExpectedError);
    await expect(reading).rejects.toThrow(message);
    expect(taken).toEqual([]);
  });

  it('that is no JSON is refused', async () => {
    for (const text of ['', 'no', '\0']) await expect(all(backup.read(inPieces(text)))).rejects.toThrow(ExpectedError);
  });
});
