import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../../lib/errors';
import { takeIn } from '../../../../lib/library/intake';
import { type PackWriter, ToPack } from '../../../../lib/library/intake/to-pack';
import { type Death, FakePack, fileOf, recordOf, snapshotOf, undisturbed } from './fakes';

type Options = Parameters<typeof takeIn>[1];

/** Takes files into a pack of a worker that is told to be so, in whom nothing else goes wrong. */
function take(
  files: Parameters<typeof takeIn>[0],
  pack: FakePack,
  { writer = pack, isThere = pack.content.size > 0, ...options }: Partial<Options> & Partial<Own> = {},
) {
  return takeIn(files, {
    destination: (persist) => new ToPack({ name: 'Glass', isThere }, writer, persist),
    ...undisturbed(),
    ...options,
  });
}

interface Own {
  writer: PackWriter;
  isThere: boolean;
}

const titlesOf = (pack: FakePack) => [...pack.content.values()].map(({ title }) => title);
const isBad = ({ title = '' }) => title === 'Bad';
const gone = (length: number) => gzipSync(snapshotOf(3000)).subarray(0, length);

describe('a pack', () => {
  it('has what the files have, and of a newer copy what is new is told from what was there', async () => {
    const pack = new FakePack();
    const first = await take([fileOf('a.json', snapshotOf(1200)), fileOf('b', '2501.00001\n2501.09999')], pack);
    expect(first).toMatchObject({ imported: 1201, updated: 0, unchanged: 0, pack: { name: 'Glass', dropped: 0 } });
    expect(pack.content.size).toBe(1201);
    const newer = `${recordOf(1, { title: 'Renamed' })}${snapshotOf(600, 2)}${recordOf(5000)}`;
    const second = await take([fileOf('a.json', newer)], pack);
    expect(second).toMatchObject({ imported: 1, updated: 1, unchanged: 600, pack: { name: 'Glass', dropped: 600 } });
    expect(second).not.toHaveProperty('undo');
    expect(titlesOf(pack)).toHaveLength(602);
    expect(titlesOf(pack)).toContain('Renamed');
  });

  it('is not made, or emptied, where no paper was found', async () => {
    const pack = new FakePack();
    expect(await take([fileOf('a.txt', 'Milk')], pack)).toMatchObject({ imported: 0, skipped: 1 });
    await take([fileOf('a.json', snapshotOf(3))], pack);
    expect(await take([fileOf('a.json', '{"id": "x", "submitter": "y"}')], pack)).toMatchObject({ skipped: 1 });
    expect(pack.content.size).toBe(3);
  });

  it('has nothing of what people made of its papers, and that is said of each file that tells it', async () => {
    const pack = new FakePack();
    const own = '@misc{a, title = {Glass}, eprint = {2501.00001}, archivePrefix = {arXiv}, keywords = {to cite}}';
    const result = await take([fileOf('own.bib', own), fileOf('plain.json', recordOf(2))], pack);
    expect(result.imported).toBe(2);
    expect(result.remarks).toEqual([{ file: 'own.bib', why: expect.stringMatching(/^Tags, notes and .* left out/) }]);
    expect([...pack.content.values()].every((paper) => !('tags' in paper || 'kept' in paper))).toBe(true);
  });

  it('loses no paper to a file that broke off, and has what was read of it where it is new', async () => {
    const pack = new FakePack();
    const first = await take([fileOf('a.json.gz', gone(9000))], pack);
    expect(first.imported).toBeGreaterThan(100);
    const before = pack.content;
    const second = await take([fileOf('a.json.gz', gone(5000))], pack);
    expect(second).toMatchObject({ imported: 0, problem: expect.stringMatching(/^Not every file could be read/) });
    expect(pack.content).toBe(before);
    expect(pack.open.size).toBe(0);
  });

  it('leaves out a paper that the worker does not take, and no other', async () => {
    const pack = new FakePack();
    const result = await take(
      [fileOf('a.json', `${snapshotOf(2)}${recordOf(3, { title: 'Bad' })}${snapshotOf(700, 4)}`)],
      pack,
      {
        writer: {
          begin: pack.begin,
          end: pack.end,
          cancel: pack.cancel,
          add: async (intake, batch, papers) => {
            if (papers.some(isBad)) throw new ExpectedError('Refused.');
            return pack.add(intake, batch, papers);
          },
        },
        objection: ({ facts }) => (isBad(facts) ? 'Its title is bad.' : undefined),
      },
    );
    expect(result).toMatchObject({ imported: 702, skipped: 1, skippedList: [{ line: 3, why: 'Its title is bad.' }] });
  });
});

describe('a worker that dies', () => {
  const deaths = fc.array(fc.constantFrom<Death>('before', 'after', undefined, undefined), { maxLength: 9 });
  // Ten deaths in a row end an import.
  const patterns = deaths.map((list) => list.concat(undefined));

  it('has all of it in the end, each paper once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1800 }), patterns, async (count, pattern) => {
        const pack = new FakePack(pattern);
        const result = await take([fileOf('a.json', snapshotOf(count))], pack);
        expect(result).toMatchObject({ imported: count, updated: 0, unchanged: 0, skipped: 0 });
        expect(pack.content.size).toBe(count);
        const again = await take([fileOf('a.json', snapshotOf(count))], pack);
        expect(again).toMatchObject({ imported: 0, updated: 0, unchanged: count, pack: { dropped: 0 } });
      }),
      { numRuns: 40 },
    );
  });

  it('leaves nothing behind where it never comes back', async () => {
    const pack = new FakePack(['before']);
    const result = await take([fileOf('a.json', snapshotOf(3))], pack);
    expect(result).toMatchObject({ imported: 0, problem: expect.stringMatching(/Could not establish connection/) });
    expect(pack.content.size).toBe(0);
  });
});

it('stopped by the person, is as it was before', async () => {
  const pack = new FakePack();
  await take([fileOf('a.json', snapshotOf(3))], pack);
  const before = pack.content;
  const stop = new AbortController();
  const result = await take([fileOf('a.json', snapshotOf(5000))], pack, {
    signal: stop.signal,
    writer: {
      begin: pack.begin,
      end: pack.end,
      cancel: pack.cancel,
      add: async (intake, batch, papers) => {
        if (batch === 2) stop.abort();
        return pack.add(intake, batch, papers);
      },
    },
  });
  expect(result).toMatchObject({ imported: 0, updated: 0, unchanged: 0, isCancelled: true, pack: { name: 'Glass' } });
  expect(pack.content).toBe(before);
  expect(pack.open.size).toBe(0);
});
