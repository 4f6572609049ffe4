import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '../../../../lib/search/segment/varint';

const number = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(300));

describe('numbers', () => {
  it('are read as they were written, among other bytes, and from a place on', () => {
    fc.assert(
      fc.property(fc.array(number), fc.uint8Array(), fc.array(number), (before, bytes, after) => {
        const writer = new ByteWriter(1);
        for (const each of before) writer.varint(each);
        const [from, to] = [writer.length, writer.length + bytes.length];
        writer.bytes(bytes, 0, bytes.length);
        for (const each of after) writer.varint(each);
        const reader = new ByteReader(writer.view());
        expect(before.map(() => reader.varint())).toEqual(before);
        expect([...bytes].map(() => reader.byte())).toEqual([...bytes]);
        expect(after.map(() => reader.varint())).toEqual(after);
        expect(reader.isAtEnd).toBe(true);
        expect([...writer.view(from, to)]).toEqual([...bytes]);
        const behind = new ByteReader(writer.view(), to);
        expect(after.map(() => behind.varint())).toEqual(after);
      }),
    );
  });

  it.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [16_383, 2],
    [16_384, 3],
    [2 ** 28 - 1, 4],
    [2 ** 28, 5],
    [2 ** 32 - 1, 5],
  ])('take no more than they need: %i takes %i', (value, bytes) => {
    const writer = new ByteWriter();
    writer.varint(value);
    expect(writer.length).toBe(bytes);
    writer.clear();
    expect([writer.length, [...writer.view()]]).toEqual([0, []]);
  });
});
