import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idList } from '../../../lib/exchange/id-list';
import { snapshot } from '../../../lib/exchange/snapshot';
import { cuts, idsOf, itemsOf } from './pieces';
import { fileOf, type Sample, sampleId, SAMPLES } from './samples';

const named = SAMPLES.map((sample) => [sample.name, sample] as const);

describe.each(named)('%s', (_, sample) => {
  it('gives the same items however it is cut', async () => {
    const text = fileOf(sample, 6);
    const whole = await itemsOf(sample.importer, text);
    expect(idsOf(whole).slice(0, 6)).toEqual(Array.from({ length: 6 }, (_ignored, at) => sampleId(at)));
    expect(whole.filter(({ kind }) => kind === 'skipped')).toEqual([]);
    await fc.assert(
      fc.asyncProperty(cuts, async (lengths) => {
        expect(await itemsOf(sample.importer, text, lengths)).toEqual(whole);
      }),
    );
  });

  it('gives the same items however it is cut when it is damaged, and fails at none of it', async () => {
    // Decoded text has no half letters, wherever it is cut.
    const letters = Array.from(fileOf(sample, 4));
    const at = fc.integer({ min: sample.opening.length, max: letters.length });
    const edit = fc.tuple(at, fc.nat({ max: 40 }), fc.string({ unit: 'binary', maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(edit, cuts, async ([start, length, other], lengths) => {
        const damaged = [...letters.slice(0, start), other, ...letters.slice(start + length)].join('');
        expect(await itemsOf(sample.importer, damaged, lengths)).toEqual(await itemsOf(sample.importer, damaged));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what is whole where the end is missing', async () => {
    const text = fileOf(sample, 4);
    const end = sample.opening.length + sample.paper(sampleId(0)).length + sample.paper(sampleId(1)).length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: end, max: text.length }), async (length) => {
        const items = await itemsOf(sample.importer, text.slice(0, length));
        expect(idsOf(items).slice(0, 2)).toEqual([sampleId(0), sampleId(1)]);
      }),
    );
  });
});

it.each([
  ['arXiv snapshot', snapshot],
  ['list of ids', idList],
])('%s keeps every line around those that are broken', async (name, importer) => {
  const { paper = String } = SAMPLES.find((sample) => sample.name === name) ?? {};
  const junk = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map((text) => text.replace(/\d{4}/g, ''));
  await fc.assert(
    fc.asyncProperty(fc.array(junk, { maxLength: 8 }), async (lines) => {
      const text = lines.map((line, at) => `${line}\n${paper(sampleId(at))}`).join('');
      expect(idsOf(await itemsOf(importer, text))).toEqual(lines.map((_, at) => sampleId(at)));
    }),
    { numRuns: 300 },
  );
});

describe('of a file that is larger than memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;

  /** In bytes, and only what is in use. */
  function heap(): number {
    collect();
    return process.memoryUsage().heapUsed;
  }

  const MEGABYTE = 1_000_000;

  const PAPERS = 50_000;

  /** A file of many papers, made while it is read. */
  async function* madeFile({ opening, paper, closing }: Sample, see: () => void): AsyncGenerator<string> {
    yield opening;
    for (let at = 0; at < PAPERS; at++) {
      yield paper(sampleId(at));
      if (at % 5000 === 2500) see();
    }
    yield closing;
  }

  // 4 GB take minutes and would show no more: what is held does not grow with what has been read.
  it.each(named)('no more than a record is held: %s', async (_, sample) => {
    const held: number[] = [];
    let papers = 0;
    const pieces = madeFile(sample, () => held.push(heap()));
    for await (const item of sample.importer.read(pieces)) if (item.kind === 'paper') papers++;
    expect(papers).toBeGreaterThanOrEqual(PAPERS);
    const [first = 0] = held;
    expect(held).toHaveLength(10);
    expect(Math.max(...held) - first).toBeLessThan(MEGABYTE);
  });

  /** One letter, 200 million times. */
  async function* longLine(see: () => void): AsyncGenerator<string> {
    const piece = 'x'.repeat(MEGABYTE);
    for (let at = 0; at < 200; at++) {
      yield piece;
      if (at % 50 === 49) see();
    }
  }

  it.each(named)('a line of 200 MB is not held either: %s', async (_, sample) => {
    const before = heap();
    const held: number[] = [];
    const whole = (async function* () {
      yield `${sample.opening}${sample.paper(sampleId(0))}\n`;
      yield* longLine(() => held.push(heap() - before));
      yield `\n${sample.paper(sampleId(1))}${sample.closing}`;
    })();
    const found: string[] = [];
    let skipped = 0;
    for await (const item of sample.importer.read(whole)) {
      if (item.kind === 'paper') found.push(item.facts.id);
      if (item.kind === 'skipped') skipped++;
    }
    expect(found).toContain(sampleId(0));
    expect(found).toContain(sampleId(1));
    expect(skipped > 0).toBe(!sample.isOpenBetween);
    // The longest XML that may be one record is four million letters, held as it came and as it is parsed.
    expect(Math.max(...held)).toBeLessThan(40 * MEGABYTE);
  });
});
