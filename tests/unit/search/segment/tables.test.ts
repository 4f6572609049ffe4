import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedSegment, IDS_IN_PAGE, PLACES_IN_PAGE } from '../../../../lib/search/segment/format';
import {
  normPages,
  placeIn,
  readDeleted,
  readNorms,
  tableOf,
  tablePages,
  writeDeleted,
} from '../../../../lib/search/segment/tables';

const headOf = (papers: number, deleted = 0) => ({ number: 7, papers, deleted, bytes: 0 });
const PLACES = { file: 'places', width: 1, inPage: PLACES_IN_PAGE } as const;
const DIGESTS = { file: 'digests', width: 2, inPage: PLACES_IN_PAGE } as const;

const numbers = (count: number) => Uint32Array.from({ length: count }, (_, at) => (at * 2_654_435_761) >>> 0);
const pagesOf = (table: Uint32Array, { file, width, inPage }: typeof PLACES | typeof DIGESTS) =>
  Array.from(tablePages(file, table, width * inPage), ({ bytes }) => bytes);

describe('a table', () => {
  it.each([0, 1, 2047, 2048, 2049, IDS_IN_PAGE, 70_000])('of %i papers is read as it was written', (papers) => {
    for (const form of [PLACES, DIGESTS]) {
      const table = numbers(papers * form.width);
      expect(tableOf(headOf(papers), form, pagesOf(table, form))).toEqual(table);
    }
    const norms = Uint8Array.from(numbers(papers));
    expect(
      readNorms(
        headOf(papers),
        Array.from(normPages(norms), ({ bytes }) => bytes),
      ),
    ).toEqual(norms);
  });

  it('says of each paper where it is', () => {
    const places = numbers(5000);
    const pages = pagesOf(places, PLACES);
    for (const paper of [0, 2047, 2048, 4999]) {
      const page = pages[Math.floor(paper / PLACES_IN_PAGE)];
      expect(placeIn(7, page, paper % PLACES_IN_PAGE)).toBe(places[paper]);
    }
    expect(() => placeIn(7, undefined, 1)).toThrow(DamagedSegment);
    expect(() => placeIn(7, pages[2], 1000)).toThrow('a place is missing');
  });

  it('that has not as many rows as there are papers is not read', () => {
    const pages = pagesOf(numbers(5000), PLACES);
    expect(() => tableOf(headOf(5000), PLACES, pages.slice(1))).toThrow('a page of places is missing');
    expect(() => tableOf(headOf(4999), PLACES, pages)).toThrow('there are too many places');
  });
});

describe('the papers that have left', () => {
  it('are read as they were written, and more of them than was known', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100_000)), fc.nat(), (papers, known) => {
        const deleted = Uint32Array.from(papers).sort();
        const { bytes } = writeDeleted(deleted);
        expect(readDeleted(headOf(100_000, known % (papers.length + 1)), bytes)).toEqual(deleted);
      }),
    );
  });

  it('are known to be missing where their page is, or tells of fewer than the segment', () => {
    expect(readDeleted(headOf(10), undefined)).toHaveLength(0);
    expect(() => readDeleted(headOf(10, 2), undefined)).toThrow(DamagedSegment);
    const { bytes } = writeDeleted(Uint32Array.of(1, 5));
    expect(() => readDeleted(headOf(10, 3), bytes)).toThrow('not told of all');
  });
});
