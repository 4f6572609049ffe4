import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedSegment } from '../../../../lib/search/segment/format';
import { opened, sealed } from '../../../../lib/search/segment/page';

const content = fc.uint8Array({ maxLength: 40 });

describe('a page', () => {
  it('is opened as it was sealed, wherever in memory it lies', () => {
    fc.assert(
      fc.property(content, fc.nat(7), (bytes, offset) => {
        const page = sealed(bytes);
        const elsewhere = new Uint8Array(offset + page.length + 3).subarray(offset, offset + page.length);
        elsewhere.set(page);
        expect([...opened(1, elsewhere)]).toEqual([...bytes]);
      }),
    );
  });

  it('is not opened where any byte is another', () => {
    fc.assert(
      fc.property(content, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, difference) => {
        const page = sealed(bytes);
        const place = at % page.length;
        page[place] = (page[place] ?? 0) ^ difference;
        expect(() => opened(7, page)).toThrow(DamagedSegment);
      }),
    );
  });

  it('is not opened where it is cut, goes on, or is not there', () => {
    fc.assert(
      fc.property(content, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 5 }), (bytes, at, more) => {
        const page = sealed(bytes);
        expect(() => opened(7, page.slice(0, at % page.length))).toThrow(DamagedSegment);
        expect(() => opened(7, Uint8Array.from([...page, ...more]))).toThrow(DamagedSegment);
        expect(() => opened(7, undefined)).toThrow(DamagedSegment);
      }),
    );
  });

  it('of another version is named as such', () => {
    const page = sealed(Uint8Array.of(1, 2, 3));
    new DataView(page.buffer).setUint32(0, 99, true);
    expect(() => opened(7, page)).toThrow('Segment 7 of the index cannot be read: a page is of version 99, and not 3.');
  });
});
