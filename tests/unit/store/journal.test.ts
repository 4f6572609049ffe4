import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperId } from '../../../lib/paper';
import { type Copy, openJournal, type Row } from '../../../lib/store/journal';
import { memoryArea } from './area';
import { createFuse, onFuse } from './fuse';
import { IDS, note } from './generated';

const copy = (id: PaperId, text = ''): Copy => ({
  record: { id, state: 'saved', savedAt: 1, ...(text && { note: text }) },
  paper: { title: `The paper ${id}`, authors: ['A', 'B'] },
});
const idOf = (number: number) => `2511.${10_000 + number}`;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => idOf(from + at));
const rowsOf = (ids: PaperId[]): Row[] => ids.map((id) => ({ id, copy: copy(id) }));

/** Rows as they are handed over when all is written anew. */
async function* some(rows: Row[]): AsyncIterable<Row[]> {
  for (let from = 0; from < rows.length; from += 500) yield rows.slice(from, from + 500);
}

describe('a journal', () => {
  it('is none before it is begun', async () => {
    const journal = openJournal(memoryArea());
    expect(await journal.state()).toBeUndefined();
    expect((await journal.read()).isWhole).toBe(false);
  });

  it('that was begun with nothing is whole', async () => {
    const area = memoryArea();
    await openJournal(area).rewrite(some([]), { sequence: 0, papers: 0 });
    expect(await openJournal(area).read()).toEqual({ copies: new Map(), papers: 0, isWhole: true });
  });

  it('moves what is long into parts, and begins anew when most of it is overtaken', async () => {
    const area = memoryArea();
    const journal = openJournal(area);
    const ids = range(0, 1200);
    await journal.rewrite(some([]), { sequence: 0, papers: 0 });
    await journal.add(rowsOf(ids), { sequence: 1, papers: ids.length });
    expect(Object.keys(area.items).sort()).toEqual(['journal', 'journal:0', 'journal:1', 'journal:2']);
    let sequence = 1;
    while (!(await journal.state())?.isLong) {
      await journal.add(rowsOf(ids), { sequence: ++sequence, papers: ids.length });
    }
    expect(sequence).toBe(4);
    await journal.rewrite(some(rowsOf(ids)), { sequence, papers: ids.length });
    expect(Object.keys(area.items).sort()).toEqual(['journal', 'journal:12', 'journal:13', 'journal:14']);
    expect(await journal.state()).toEqual({ sequence: 4, papers: 1200, isLong: false });
    expect([...(await journal.read()).copies.keys()].sort()).toEqual(ids);
  });

  it.each(['\0', '\ud83d', '\udc49 half', '"\\', '\u2028', '__proto__', '👉'.repeat(9000)])(
    'has a note as it was written: %j',
    async (text) => {
      const journal = openJournal(memoryArea());
      await journal.add([{ id: idOf(1), copy: copy(idOf(1), text) }], { sequence: 1, papers: 1 });
      expect((await journal.read()).copies.get(idOf(1))).toEqual(copy(idOf(1), text));
    },
  );
});

/** A journal of three parts and a row in its head. */
async function damaged(damage: (items: Record<string, unknown>) => void) {
  const area = memoryArea();
  await openJournal(area).add(rowsOf(range(0, 1200)), { sequence: 1, papers: 1200 });
  await openJournal(area).add(rowsOf([idOf(1200)]), { sequence: 2, papers: 1201 });
  damage(area.items);
  return openJournal(area);
}

describe('a damaged journal', () => {
  it.each<[string, (items: Record<string, unknown>) => void, number]>([
    ['lacks a part', (items) => delete items['journal:1'], 701],
    ['has a part that is cut', (items) => (items['journal:1'] = String(items['journal:1']).slice(0, 5000)), 701],
    ['has a part that is none', (items) => (items['journal:1'] = 7), 701],
    ['has a part with rows missing', (items) => (items['journal:2'] = '[]'), 1001],
  ])('that %s is not whole, and has the rest', async (_, damage, left) => {
    const { copies, isWhole } = await (await damaged(damage)).read();
    expect(isWhole).toBe(false);
    expect(copies.size).toBe(left);
  });

  it.each<[string, unknown]>([
    ['is gone', undefined],
    ['is no JSON', '{"format":1'],
    ['is no text', { format: 1 }],
    ['is of another format', '{"format":2}'],
  ])('whose head %s is none', async (_, head) => {
    const journal = await damaged((items) => (items['journal'] = head));
    expect(await journal.state()).toBeUndefined();
    expect(await journal.read()).toEqual({ copies: new Map(), papers: 0, isWhole: false });
  });

  it('is whole again when it was written anew', async () => {
    const journal = await damaged((items) => delete items['journal:1']);
    await journal.rewrite(some(rowsOf(range(0, 1201))), { sequence: 2, papers: 1201 });
    expect((await journal.read()).isWhole).toBe(true);
  });
});

const nameOf = ({ name }: Error) => name;

/** How papers stand, and what is added to or written anew from that. */
const step = fc.record({
  isAnew: fc.boolean(),
  rows: fc.array(fc.record({ id: fc.constantFrom(...IDS), isKept: fc.boolean(), note }), { maxLength: 5 }),
  /** Enough to go beyond what a head holds. */
  isLong: fc.boolean(),
  kill: fc.nat(12),
});

it('is at each moment all of what it was or all of what it becomes, wherever its worker is killed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const area = memoryArea();
      let expected = new Map<PaperId, Copy>();
      await openJournal(area).rewrite(some([]), { sequence: 0, papers: 0 });
      for (const [at, { isAnew, rows, isLong, kill }] of steps.entries()) {
        const next = new Map(expected);
        const added = rows.map(({ id, isKept, note: text }): Row => {
          return isKept ? { id, copy: copy(id, isLong ? text.repeat(200) : text) } : { id };
        });
        for (const { id, copy: kept } of added) if (kept) next.set(id, kept);
        for (const { id, copy: kept } of added) if (!kept) next.delete(id);
        const ordered = [...added.filter((row) => row.copy), ...added.filter((row) => !row.copy)];
        const extent = { sequence: at + 1, papers: next.size };
        const make = async (burn: () => void) => {
          const journal = openJournal(onFuse(area, burn));
          const all = [...next].map(([id, kept]) => ({ id, copy: kept }));
          await (isAnew ? journal.rewrite(some(all), extent) : journal.add(ordered, extent));
        };
        const error = await make(createFuse(kill)).then(() => undefined, nameOf);
        expect([undefined, 'Killed', 'ExpectedError']).toContain(error);
        const { copies, isWhole } = await openJournal(area).read();
        expect(isWhole).toBe(true);
        const isDone = (await openJournal(area).state())?.sequence === extent.sequence;
        expect(copies).toEqual(isDone ? next : expected);
        await make(() => undefined);
        expect(await openJournal(area).read()).toEqual({ copies: next, papers: next.size, isWhole: true });
        expected = next;
      }
    }),
  );
});
