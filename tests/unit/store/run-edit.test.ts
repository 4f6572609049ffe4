import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/edit';
import type { LibraryRecord } from '../../../lib/paper';
import { connectTo, type Database } from '../../../lib/store/connection';
import { KNOWN_OPERATIONS, runEdit } from '../../../lib/store/run-edit';
import { change, edit } from './generated';
import { createOracle } from './oracle';

const [RLVE, OLMO] = ['2511.07317', '2512.13961'];
let count = 0;
const open = () => connectTo(`edits-${count++}`, async () => undefined)();
const run = (database: Database, changes: Change[], now = 1, operation = `mine-${count++}`) =>
  runEdit(database, { operation, changes }, now);

const withTagsSorted = (records: LibraryRecord[]) =>
  records.map((record) => Object.assign(record, record.tags && { tags: record.tags.toSorted() }));

describe('whatever is changed', () => {
  it('is as if each change had been made by hand, one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
        const database = await open();
        const oracle = createOracle();
        for (const [now, one] of edits.entries()) {
          await runEdit(database, one, now);
          for (const each of one.changes) oracle.apply(each, now);
        }
        expect(await database.getAll('library')).toEqual(oracle.records());
        expect(await database.getAll('papers')).toEqual(oracle.papers());
      }),
      { numRuns: 300 },
    );
  });

  it('is undone to what it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 4 }), edit, async (before, last) => {
        const database = await open();
        for (const one of before) await runEdit(database, one, 1);
        const records = await database.getAll('library');
        const { undo, changed } = await runEdit(database, last, 2);
        expect(changed).toEqual(expect.arrayContaining(undo.map((one) => 'id' in one && one.id)));
        await run(database, undo);
        // A tag that one edit took and gave again stands last: that much of the order is not brought back.
        expect(withTagsSorted(await database.getAll('library'))).toEqual(withTagsSorted(records));
      }),
      { numRuns: 300 },
    );
  });

  it('is told of: the papers that are not as they were, and which of them were not kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 3 }), edit, async (before, last) => {
        const database = await open();
        for (const one of before) await runEdit(database, one, 1);
        const stand = async () => {
          const [records, papers] = await Promise.all([database.getAll('library'), database.getAll('papers')]);
          return new Map(
            [...records, ...papers].map(({ id }) => [
              id,
              JSON.stringify([records, papers].map((all) => all.find((one) => one.id === id))),
            ]),
          );
        };
        const [was, kept] = [await stand(), await database.getAllKeys('library')];
        const outcome = await runEdit(database, last, 2);
        const is = await stand();
        const ids = [...new Set([...was.keys(), ...is.keys()])];
        expect([...outcome.changed].sort()).toEqual(ids.filter((id) => was.get(id) !== is.get(id)).sort());
        const added = (await database.getAllKeys('library')).filter((id) => !kept.includes(id));
        expect([...outcome.added].sort()).toEqual(added);
      }),
    );
  });

  it('is the same in whatever order two of them change different things', async () => {
    const ofOneThing = change.filter(({ kind }) => ['state', 'star', 'tag', 'note', 'seen'].includes(kind));
    await fc.assert(
      fc.asyncProperty(ofOneThing, ofOneThing, async (one, other) => {
        fc.pre(one.kind !== other.kind);
        const orders = [
          [one, other],
          [other, one],
        ].map(async (changes) => {
          const database = await open();
          await run(
            database,
            [RLVE, OLMO, 'hep-th/9901001'].map((id) => ({ kind: 'save', id })),
          );
          for (const each of changes) await run(database, [each]);
          return withTagsSorted(await database.getAll('library'));
        });
        const [first, second] = await Promise.all(orders);
        expect(first).toEqual(second);
      }),
    );
  });
});

describe('an edit that was made already', () => {
  it('is told of once more and not made again', async () => {
    const database = await open();
    const outcome = await run(database, [{ kind: 'save', id: RLVE }], 1, 'saves RLVE');
    await run(database, [{ kind: 'remove', id: RLVE }]);
    expect(await run(database, [{ kind: 'save', id: RLVE }], 2, 'saves RLVE')).toEqual(outcome);
    expect(await database.count('library')).toBe(0);
  });

  it('is known for as long as is said, and no longer', async () => {
    const database = await open();
    for (let at = 0; at <= KNOWN_OPERATIONS; at++) await run(database, [], 1, `number ${at}`);
    expect(await database.count('operations')).toBe(KNOWN_OPERATIONS);
    expect((await database.getAllFromIndex('operations', 'operation', 'number 0')).length).toBe(0);
    expect((await database.getAllFromIndex('operations', 'operation', 'number 1')).length).toBe(1);
  });
});

describe('undoing', () => {
  it('leaves alone what was made meanwhile', async () => {
    const database = await open();
    await run(database, [
      { kind: 'save', id: RLVE },
      { kind: 'note', id: RLVE, note: 'one', from: '' },
    ]);
    const { undo } = await run(database, [
      { kind: 'state', id: RLVE, state: 'read' },
      { kind: 'tag', id: RLVE, tag: 'rl' },
      { kind: 'note', id: RLVE, note: 'one\ntwo', from: 'one' },
    ]);
    await run(database, [
      { kind: 'star', id: RLVE },
      { kind: 'tag', id: RLVE, tag: 'to cite' },
      { kind: 'note', id: RLVE, note: 'zero\none\ntwo', from: 'one\ntwo' },
    ]);
    await run(database, undo);
    expect(await database.get('library', RLVE)).toEqual({
      id: RLVE,
      state: 'saved',
      savedAt: 1,
      isStarred: true,
      tags: ['to cite'],
      note: 'zero\none',
    });
  });

  it('of a save lets the paper go only while nothing else was made of it', async () => {
    const database = await open();
    const saved = await run(database, [{ kind: 'save', id: RLVE }]);
    const tagged = await run(database, [{ kind: 'tag', id: RLVE, tag: 'rl' }]);
    expect((await run(database, saved.undo)).changed).toEqual([]);
    await run(database, tagged.undo);
    expect((await run(database, saved.undo)).changed).toEqual([RLVE]);
  });

  it('of a removal brings back all that was made of the paper, and its facts, and leaves what was made since', async () => {
    const database = await open();
    await run(database, [
      { kind: 'save', id: RLVE, savedFrom: 'arxiv.org', facts: { title: 'RLVE', authors: ['A'] } },
      { kind: 'tag', id: RLVE, tag: 'rl' },
      { kind: 'seen', id: RLVE, version: 2 },
    ]);
    const [record, paper] = [await database.get('library', RLVE), await database.get('papers', RLVE)];
    const { undo } = await run(database, [{ kind: 'remove', id: RLVE }]);
    expect(await database.get('papers', RLVE)).toBeUndefined();
    await run(database, undo);
    expect([await database.get('library', RLVE), await database.get('papers', RLVE)]).toEqual([record, paper]);
    await run(database, [{ kind: 'remove', id: RLVE }]);
    await run(database, [{ kind: 'save', id: RLVE, state: 'read' }], 9);
    await run(database, undo);
    expect(await database.get('library', RLVE)).toMatchObject({ state: 'read', savedAt: 9, tags: ['rl'] });
  });

  it('of a tag renamed everywhere brings each back to its place', async () => {
    const database = await open();
    await run(database, [
      { kind: 'merge', id: RLVE, made: { tags: ['a', 'nlp', 'b'] } },
      { kind: 'merge', id: OLMO, made: { tags: ['NLP', 'nlp'] } },
      { kind: 'merge', id: 'hep-th/9901001', made: { tags: ['nlp2'] } },
    ]);
    const records = await database.getAll('library');
    const { changed, undo } = await run(database, [{ kind: 'rename-tag', from: 'nlp', to: 'NLP' }]);
    expect(changed.sort()).toEqual([RLVE, OLMO].sort());
    expect((await database.getAll('library')).map(({ tags }) => tags)).toEqual([['a', 'NLP', 'b'], ['NLP'], ['nlp2']]);
    await run(database, undo);
    expect(await database.getAll('library')).toEqual(records);
  });
});

describe('a paper in a pack', () => {
  const paper = { id: OLMO, title: 'Olmo 3', authors: ['Team Olmo'], version: 2 };
  const inPacks = new Map([[OLMO, paper]]);

  it('takes its facts along when it is kept, and they go with it', async () => {
    const database = await open();
    const changes: Change[] = [{ kind: 'save', id: OLMO, facts: { comment: '100 pages' } }];
    await runEdit(database, { operation: 'keeps one', changes }, 1, inPacks);
    expect(await database.get('papers', OLMO)).toEqual({ ...paper, comment: '100 pages' });
    // The version that was known then is no news.
    expect((await database.get('library', OLMO))?.seenVersion).toBe(2);
    await runEdit(database, { operation: 'lets go', changes: [{ kind: 'remove', id: OLMO }] }, 2, inPacks);
    expect(await database.get('papers', OLMO)).toBeUndefined();
  });

  it('says nothing of one that is kept already, and none learns that is not kept', async () => {
    const database = await open();
    await run(database, [{ kind: 'save', id: OLMO, facts: { title: 'Mine' } }]);
    const changes: Change[] = [
      { kind: 'merge', id: OLMO, made: { tags: ['a'] } },
      { kind: 'learn', id: RLVE, facts: { comment: '9 pages' } },
    ];
    await runEdit(database, { operation: 'merges', changes }, 2, inPacks);
    expect(await database.getAll('papers')).toEqual([{ id: OLMO, title: 'Mine', authors: [] }]);
  });
});

it('an edit of which a part fails leaves nothing behind', async () => {
  const database = await open();
  const unkeepable = { kind: 'save', id: OLMO, facts: { title: (() => '') as unknown as string } } as const;
  await expect(run(database, [{ kind: 'save', id: RLVE }, unkeepable], 1, 'fails')).rejects.toThrow(/clone/);
  expect(await database.count('library')).toBe(0);
  expect(await database.count('operations')).toBe(0);
});
