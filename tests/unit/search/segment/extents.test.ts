import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BytesFileWriter } from '../../../../lib/search/segment/bytes-file';
import type { Entry } from '../../../../lib/search/segment/dictionary';
import { Extents } from '../../../../lib/search/segment/extents';
import { DamagedSegment } from '../../../../lib/search/segment/format';
import { type MemoryPages, memoryPages } from './memory-pages';

/** How many bytes belong to each term, some of them more than a page. */
const lengths = fc.array(fc.oneof(fc.nat(30), fc.nat(20_000), fc.nat(60_000)), { minLength: 1, maxLength: 8 });

/** Writes the bytes of some terms into two segments, and gives where they lie. */
function written(all: readonly number[]): { pages: MemoryPages; terms: { entry: Entry; bytes: Uint8Array }[] } {
  const pages = memoryPages();
  const writers = [1, 2].map((segment) => ({ segment, file: new BytesFileWriter('postings') }));
  const terms = all.map((length, term) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + term * 31) % 251);
    let postings = { from: 0, length: 0 };
    for (const { segment, file } of writers) {
      file.writer.bytes(bytes, 0, length);
      postings = file.endTerm();
      for (const page of file.full()) pages.put(segment, page);
    }
    const entry = {
      term: `${term}`,
      papers: 1,
      inField: new Uint32Array(),
      postings,
      positions: { from: 0, length: 0 },
    };
    return { entry, bytes };
  });
  for (const { segment, file } of writers) for (const page of file.end()) pages.put(segment, page);
  return { pages, terms };
}

describe('bytes of many terms', () => {
  it('are read at one go, as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(lengths, fc.infiniteStream(fc.boolean()), async (all, isMeant) => {
        const { pages, terms } = written(all);
        const asked = [1, 2].flatMap((segment) => terms.map(({ entry, bytes }) => ({ segment, entry, bytes })));
        const meant = asked.filter(() => isMeant.next().value);
        let reads = 0;
        const extents = new Extents({
          async read(ranges) {
            reads++;
            return pages.read(ranges);
          },
        });
        for (const { segment, entry } of meant.toReversed()) extents.ask(segment, 'postings', entry);
        await extents.read();
        expect(reads).toBe(1);
        for (const { segment, entry, bytes } of meant) {
          expect(Buffer.compare(extents.bytes(segment, 'postings', entry), bytes)).toBe(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are not given where a page of them is missing', async () => {
    const { pages, terms } = written([10, 40_000]);
    pages.delete(1, 'postings', 1);
    const extents = new Extents(pages);
    for (const { entry } of terms) extents.ask(1, 'postings', entry);
    await extents.read();
    const read = ({ entry }: (typeof terms)[number]) => extents.bytes(1, 'postings', entry).length;
    expect(terms.slice(0, 1).map(read)).toEqual([10]);
    expect(() => terms.slice(1).map(read)).toThrow(DamagedSegment);
  });
});
