import { expect, it } from 'vitest';
import { codeOfId } from '../../../../lib/arxiv/id-code';
import { bare } from '../../../../lib/paper';
import { parseQuery } from '../../../../lib/search/query/parse';
import { backwards } from '../../../../lib/search/segment/files';
import { mergeSegments } from '../../../../lib/search/segment/merge';
import { type SearchedSegment, searchSegments } from '../../../../lib/search/segment/search';
import { readIds, readNorms } from '../../../../lib/search/segment/tables';
import { LAST, wordsBetween } from '../../../../lib/search/segment/word-pages';
import { type SegmentSummary, writeSegment } from '../../../../lib/search/segment/write';
import type { Page } from '../../../../lib/segment';
import { printsOf } from '../../../../lib/trace/prints';
import { makeId } from '../../../bench/corpus';
import { memoryPages } from './memory-pages';
import { NOTHING_KEPT } from './written-pack';

type Making = Iterator<Page | undefined, SegmentSummary> | AsyncIterator<Page | undefined, SegmentSummary>;

const ALL = Number.MAX_SAFE_INTEGER;

/** More papers than are merged between two resting points. */
const MANY = 9000;

const pages = memoryPages();

/** Goes on to the next page or resting point of a segment that is being made. */
async function step(segment: number, making: Making): Promise<SegmentSummary | undefined> {
  const { done, value } = await making.next();
  if (done) return value;
  if (value) pages.put(segment, value);
  return undefined;
}

async function made(segment: number, making: Making): Promise<SearchedSegment> {
  let summary: SegmentSummary | undefined;
  while (!summary) summary = await step(segment, making);
  return partOf(segment, summary);
}

async function partOf(number: number, { papers }: SegmentSummary): Promise<SearchedSegment> {
  const head = { number, papers, deleted: 0, bytes: 0 };
  const [ids = [], norms = []] = await pages.read(
    (['ids', 'norms'] as const).map((file) => ({ segment: number, file, from: 0, to: ALL })),
  );
  return { head, ids: readIds(head, ids), norms: readNorms(head, norms), deleted: new Uint32Array(), pack: 'one' };
}

/** As many papers as there are titles, of which one follows the other from this one on. */
function papersWith(titles: readonly string[], first = 0): ReturnType<typeof writeSegment> {
  const papers = titles.map((title, at) => ({ ...bare(makeId(first + at)), title }));
  const indexed = papers.map((paper, place) => ({
    code: codeOfId(paper.id),
    place,
    digest: [place, 0] as const,
    paper,
  }));
  return writeSegment(
    indexed.sort((one, other) => one.code - other.code),
    [],
    printsOf,
  );
}

function all(title: string): string[] {
  return Array.from({ length: MANY }, () => title);
}

it('merges that take turns in the middle of a term know nothing of one another', async () => {
  const [blue, red] = [await made(1, papersWith(all('blue shift'))), await made(2, papersWith(all('shift red')))];
  const makings = new Map<number, Making>([
    [3, mergeSegments([blue], pages, [])],
    [4, mergeSegments([red], pages, [])],
  ]);
  const merged = new Map<number, SearchedSegment>();
  while (merged.size < makings.size) {
    for (const [segment, making] of makings) {
      const summary = merged.has(segment) ? undefined : await step(segment, making);
      if (summary) merged.set(segment, await partOf(segment, summary));
    }
  }
  const searched = [...merged.values()];
  const totals = ['"blue shift"', '"shift red"', '"shift blue"'].map(async (text) => {
    const query = parseQuery(text);
    const options = { limit: 1, ...NOTHING_KEPT };
    return (await searchSegments(query, { combine: 'AND', typos: false }, searched, pages, options)).total;
  });
  expect(await Promise.all(totals)).toEqual([MANY, MANY, 0]);
});

it('a merged segment has the endings of the terms that are left in it, in order', async () => {
  const one = await made(5, papersWith(['white dwarfs', 'black holes', 'blue bodies']));
  const other = await made(6, papersWith(['dark matter', 'white holes'], 2));
  const deleted = Uint32Array.of(0);
  await made(7, mergeSegments([{ ...one, deleted }, other], pages, []));
  const [list = []] = await pages.read([{ segment: 7, file: 'endings', from: '', to: LAST }]);
  const endings = [...wordsBetween(7, list, '', LAST)];
  const words = endings.map(backwards).filter((word) => !/\d/.test(word));
  expect(words).toEqual(['white', 'black', 'dark', 'matter', 'holes']);
});
