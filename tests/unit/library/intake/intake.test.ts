import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../../lib/errors';
import type { IntakeProgress } from '../../../../lib/intake';
import { takeIn } from '../../../../lib/library/intake';
import { type ImportBatch, ToLibrary } from '../../../../lib/library/intake/to-library';
import { MAX_IMPORTED } from '../../../../lib/edit';
import { type Death, FakeWorker, fileOf, recordOf, snapshotOf, undisturbed } from './fakes';

type Options = Parameters<typeof takeIn>[1] & { importBatch: ImportBatch };

/** Takes files in by a worker that is told to be so, in whom nothing else goes wrong. */
function take(
  files: Parameters<typeof takeIn>[0],
  worker: FakeWorker,
  { importBatch = worker.importBatch, ...options }: Partial<Options> = {},
) {
  return takeIn(files, {
    destination: (persist) => new ToLibrary(importBatch, persist),
    ...undisturbed(),
    ...options,
  });
}

const idsOf = (worker: FakeWorker) => [...worker.kept.keys()];

/** Knows the paper of one abstract. */
const known = async (abstracts: string[]) => abstracts.map((text) => (text === 'We bend light.' ? '2501.00007' : null));

const isTooLong = (title = '') => title.length > 2000;

/** A clock on which each look takes a millisecond. */
const ticking = () => {
  let time = 0;
  return () => time++;
};

describe('what comes of it', () => {
  it('counts papers that are new, that something new is said of, and that are as they were', async () => {
    const worker = new FakeWorker();
    const first = await take([fileOf('a.json', snapshotOf(3))], worker);
    expect(first).toMatchObject({ imported: 3, updated: 0, unchanged: 0, skipped: 0 });
    const again = await take([fileOf('a.json', recordOf(1, { title: 'Renamed' }) + snapshotOf(4, 2))], worker);
    expect(again).toMatchObject({ imported: 2, updated: 1, unchanged: 2, skipped: 0 });
  });

  it('counts a paper once that stands in several files', async () => {
    const files = [fileOf('a', snapshotOf(600)), fileOf('b', snapshotOf(600)), fileOf('c', '2501.00001\n')];
    const result = await take(files, new FakeWorker());
    expect(result).toMatchObject({ imported: 600, updated: 0, unchanged: 0 });
  });

  it('names what was skipped by file and line, in the order of the files, and takes in the rest', async () => {
    const worker = new FakeWorker();
    const result = await take(
      [
        fileOf('one.json', `${recordOf(1)}{"id": 5\n${recordOf(2)}`),
        fileOf('none.txt', 'A shopping list: milk, bread.'),
        fileOf('empty.bib', ''),
        fileOf('two.json', `${recordOf(3)}${recordOf(4, { id: 'nonsense' })}`),
      ],
      worker,
    );
    expect(idsOf(worker)).toEqual(['2501.00001', '2501.00002', '2501.00003']);
    expect(result.skipped).toBe(4);
    expect(result.skippedList.map(({ file, line }) => [file, line])).toEqual([
      ['one.json', 2],
      ['none.txt', undefined],
      ['empty.bib', undefined],
      ['two.json', 2],
    ]);
    expect(result.skippedList[1]?.why).toMatch(/RIS, BibTeX/);
  });

  it('lists a thousand of what was skipped, and counts the rest', async () => {
    const result = await take([fileOf('bad.json', recordOf(1) + '{"title": 1}\n'.repeat(1500))], new FakeWorker());
    expect(result).toMatchObject({ imported: 1, skipped: 1500 });
    expect(result.skippedList).toHaveLength(1000);
  });

  it('says how many letters could not be read, and takes in the papers that they stand in', async () => {
    const bytes = new TextEncoder().encode(recordOf(1, { title: 'A?B?' })).map((byte) => (byte === 63 ? 0xff : byte));
    const worker = new FakeWorker();
    const result = await take([fileOf('bad.json', bytes)], worker);
    expect(result).toMatchObject({ imported: 1, skipped: 0 });
    expect(result.remarks).toEqual([{ file: 'bad.json', why: expect.stringMatching(/^2 letters could not be read/) }]);
  });

  it('reads a compressed file', async () => {
    const result = await take([fileOf('a.json.gz', gzipSync(snapshotOf(700)))], new FakeWorker());
    expect(result).toMatchObject({ imported: 700, skipped: 0 });
  });

  it('keeps what came before a file broke off', async () => {
    const whole = gzipSync(
      Array.from({ length: 3000 }, (_, n) => recordOf(n + 1, { abstract: String(Math.sin(n)) })).join(''),
    );
    const result = await take(
      [fileOf('a.json.gz', whole.subarray(0, -5000)), fileOf('b', '2501.09999')],
      new FakeWorker(),
    );
    expect(result.imported).toBeGreaterThan(1000);
    expect(result.skippedList.at(-1)).toMatchObject({
      file: 'a.json.gz',
      why: expect.stringMatching(/damaged or ends early|could not be read/),
    });
  });

  it('gives what takes it back, the last change first, while that is not too much', async () => {
    const small = await take([fileOf('a.json', snapshotOf(501))], new FakeWorker());
    expect(small.undo?.[0]).toEqual({ kind: 'remove', id: '2501.00501' });
    expect(small.undo).toHaveLength(501);
    const large = await take([fileOf('a.json', snapshotOf(10_001))], new FakeWorker());
    expect(large.imported).toBe(10_001);
    expect(large).not.toHaveProperty('undo');
  });
});

describe('abstracts without ids', () => {
  const feed = fileOf('feed.txt', 'Abstract: We bend light.\n\nAbstract: Nobody knows this one.\n');

  it('belong to the known paper that has the same one; the others are skipped', async () => {
    const worker = new FakeWorker();
    const result = await take([feed], worker, { papersWith: known });
    expect(worker.kept.get('2501.00007')).toEqual([{ facts: { id: '2501.00007', abstract: 'We bend light.' } }]);
    expect(result).toMatchObject({ imported: 1, skipped: 1, skippedList: [{ file: 'feed.txt', line: 3 }] });
  });

  it('wait until all else was taken in', async () => {
    const worker = new FakeWorker();
    const papersWith = (abstracts: string[]) =>
      worker.kept.has('2501.00007') ? known(abstracts) : known([...abstracts].map(() => ''));
    const result = await take([feed, fileOf('later.txt', '2501.00007')], worker, { papersWith });
    expect(result).toMatchObject({ imported: 1, skipped: 1 });
  });
});

describe('a worker that dies', () => {
  const deaths = fc.array(fc.constantFrom<Death>('before', 'after', undefined, undefined), { maxLength: 9 });
  // Ten deaths in a row end an import.
  const patterns = deaths.map((list) => list.concat(undefined));
  const sizes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 });

  it('takes in each record exactly once, however the file comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1800 }), patterns, sizes, async (count, pattern, cuts) => {
        const worker = new FakeWorker(pattern);
        const result = await take([fileOf('a.json', snapshotOf(count + 1), cuts)], worker);
        expect(result).toMatchObject({ imported: count + 1, updated: 0, unchanged: 0, skipped: 0 });
        expect([...worker.kept.values()].every((said) => said.length === 1)).toBe(true);
        expect(worker.kept.size).toBe(count + 1);
      }),
      { numRuns: 40 },
    );
  });

  it('is asked one batch at a time, of no more papers than a batch may have', async () => {
    const worker = new FakeWorker([undefined, 'after']);
    await take([fileOf('a.json', snapshotOf(2345))], worker);
    expect(worker.together).toBe(1);
    expect(Math.max(...worker.batches.map(({ items }) => items.length))).toBe(MAX_IMPORTED);
  });

  it('ends the import when it never comes back, and says what to do', async () => {
    const worker = new FakeWorker(['before']);
    const result = await take([fileOf('a.json', snapshotOf(3000))], worker);
    expect(result).toMatchObject({ imported: 0, problem: expect.stringMatching(/Could not establish connection/) });
    expect(worker.batches).toHaveLength(10);
  });
});

it('ends where nothing more can be taken in, and keeps count of what was', async () => {
  const worker = new FakeWorker();
  let batches = 0;
  const result = await take([fileOf('a.json', snapshotOf(3000))], worker, {
    importBatch: async (batch) => {
      if (++batches > 2) throw new ExpectedError('There is no room left on the disk.');
      return worker.importBatch(batch);
    },
  });
  expect(result).toMatchObject({ imported: 1000, problem: 'There is no room left on the disk.' });
});

it('skips a paper that the worker does not take, and takes in its neighbours', async () => {
  const worker = new FakeWorker();
  const result = await take(
    [fileOf('a.json', `${snapshotOf(2)}${recordOf(3, { title: 'x'.repeat(3000) })}${recordOf(4)}`)],
    worker,
    {
      importBatch: async (batch) => {
        if (batch.items.some(({ facts }) => isTooLong(facts.title))) throw new ExpectedError('Refused.');
        return worker.importBatch(batch);
      },
      objection: ({ facts }) => (isTooLong(facts.title) ? 'Its title is too long.' : undefined),
    },
  );
  expect(result).toMatchObject({ imported: 3, skipped: 1, skippedList: [{ line: 3, why: 'Its title is too long.' }] });
  expect(result).not.toHaveProperty('problem');
});

it('sends on no more at one go than a message can carry', async () => {
  const worker = new FakeWorker();
  const abstract = 'x'.repeat(60_000);
  await take(
    [fileOf('a.json', Array.from({ length: 300 }, (_, n) => recordOf(n + 1, { abstract })).join(''), [100_000])],
    worker,
  );
  const letters = worker.batches.map((batch) => JSON.stringify(batch).length);
  expect(Math.max(...letters)).toBeLessThan(9_000_000);
  expect(worker.kept.size).toBe(300);
});

describe('stopped by the person', () => {
  it('keeps what was taken in, and takes in no more', async () => {
    const worker = new FakeWorker();
    const stop = new AbortController();
    const result = await take([fileOf('a.json', snapshotOf(5000)), fileOf('b.json', snapshotOf(1))], worker, {
      signal: stop.signal,
      importBatch: (batch) => {
        if (worker.batches.length === 2) stop.abort();
        return worker.importBatch(batch);
      },
    });
    expect(result).toMatchObject({ imported: worker.kept.size, isCancelled: true });
    expect(worker.kept.size).toBe(1500);
    expect(result.undo).toHaveLength(1500);
  });

  it('stops also while the disk is silent, and lets the file go', async () => {
    const stop = new AbortController();
    let isLetGo = false;
    const silent = {
      name: 'a.json',
      size: 1000,
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull: () => {
            stop.abort();
            return new Promise(() => undefined);
          },
          cancel: () => {
            isLetGo = true;
          },
        }),
    };
    const result = await take([silent], new FakeWorker(), { signal: stop.signal });
    expect(result).toMatchObject({ imported: 0, skipped: 0, isCancelled: true });
    expect(isLetGo).toBe(true);
  });
});

describe('progress', () => {
  it('never falls, comes ten times in a second at most, and ends at the end', async () => {
    const told: IntakeProgress[] = [];
    const times: number[] = [];
    const now = ticking();
    const file = fileOf('a.json', snapshotOf(4000));
    await take([file], new FakeWorker(), {
      now,
      onProgress: (progress) => {
        told.push(progress);
        times.push(now());
      },
    });
    expect(told.length).toBeGreaterThan(10);
    for (const [at, { done, records }] of told.entries()) {
      expect(done).toBeGreaterThanOrEqual(told[at - 1]?.done ?? 0);
      expect(records).toBeGreaterThanOrEqual(told[at - 1]?.records ?? 0);
    }
    const gaps = times.slice(1, -1).map((time, at) => time - (times[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
    expect(told.at(-1)).toMatchObject({ done: file.size, of: file.size, records: 4000, secondsLeft: 0 });
  });

  it('says nothing of the time that is left in the first second', async () => {
    const told: IntakeProgress[] = [];
    await take([fileOf('a.json', snapshotOf(1))], new FakeWorker(), {
      now: ticking(),
      onProgress: (one) => told.push(one),
    });
    expect(told.every((one) => one.secondsLeft === undefined)).toBe(true);
  });
});

it('reads no further ahead than two batches and a piece of the file', async () => {
  const worker = new FakeWorker();
  const text = snapshotOf(20_000);
  const file = fileOf('a.json', text);
  let read = 0;
  const counted = {
    ...file,
    stream: () =>
      file.stream().pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, controller) {
            read += chunk.length;
            controller.enqueue(chunk);
          },
        }),
      ),
  };
  const perRecord = file.size / 20_000;
  let ahead = 0;
  await take([counted], worker, {
    importBatch: async (batch) => {
      // As slow as a disk: all that can be read meanwhile has been.
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      ahead = Math.max(ahead, read / perRecord - worker.kept.size);
      return worker.importBatch(batch);
    },
  });
  expect(worker.kept.size).toBe(20_000);
  expect(ahead).toBeLessThan(3 * MAX_IMPORTED);
});
