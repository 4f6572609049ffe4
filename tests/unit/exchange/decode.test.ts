import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../lib/errors';
import { decode } from '../../../lib/exchange/decode';
import { all } from './pieces';

const TEXT = 'Ein Händchen ☞ zeigt; نص عربي 👩‍🔬 𝔛\r\nzwei';

/** Bytes in chunks of one length. */
async function* chunks(bytes: Uint8Array, length = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 * text.length + 2));
  for (let at = 0; at <= text.length; at++) bytes.setUint16(2 * at, `\uFEFF${text}`.charCodeAt(at), !isBigEndian);
  return new Uint8Array(bytes.buffer);
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('bytes are read as text', () => {
  const cases: [string, Uint8Array][] = [
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${TEXT}`)],
    ['UTF-16, little end first', utf16(TEXT, false)],
    ['UTF-16, big end first', utf16(TEXT, true)],
    ['UTF-8, compressed', gzipSync(utf8(TEXT))],
    ['UTF-16, compressed', gzipSync(utf16(TEXT, true))],
  ];

  it.each(cases)('in %s, cut anywhere', async (_, bytes) => {
    for (const length of [1, 2, 3, 5, 1000]) {
      const decoded = decode(chunks(bytes, length));
      expect((await all(decoded)).join('')).toBe(TEXT);
      expect(decoded.unreadable).toBe(0);
    }
  });

  it.each(cases)('in %s, from a stream', async (_, bytes) => {
    expect((await all(decode(new Blob([new Uint8Array(bytes)]).stream()))).join('')).toBe(TEXT);
  });

  it('as any decoder reads them that has them all at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (bytes, length) => {
        fc.pre(bytes[0] !== 0x1f && (bytes[0] ?? 0) < 0xfe);
        const whole = new TextDecoder().decode(bytes);
        const decoded = decode(chunks(bytes, length));
        expect((await all(decoded)).join('')).toBe(whole);
        expect(decoded.unreadable).toBe(whole.split('\uFFFD').length - 1);
      }),
    );
  });

  it('and what cannot be read is counted', async () => {
    const decoded = decode(chunks(Uint8Array.of(65, 0xff, 66, 0xc3, 0x28, 0xe2, 0x98)));
    expect((await all(decoded)).join('')).toBe('A\uFFFDB\uFFFD(\uFFFD');
    expect(decoded.unreadable).toBe(3);
  });

  it('and no bytes are no text', async () => {
    expect((await all(decode(chunks(new Uint8Array())))).join('')).toBe('');
  });
});

describe('compressed bytes', () => {
  const zipped = gzipSync(utf8(TEXT.repeat(5000)));

  it.each([
    ['that end early', zipped.subarray(0, -20)],
    ['that are damaged', zipped.map((byte, at) => (at === zipped.length - 6 ? byte ^ 1 : byte))],
  ])('%s are told when what came before has been read', async (_, bytes) => {
    const read: string[] = [];
    const reading = (async () => {
      for await (const piece of decode(chunks(bytes, 64))) read.push(piece);
    })();
    await expect(reading).rejects.toThrow(ExpectedError);
    await expect(reading).rejects.toThrow('damaged or ends early');
    expect(TEXT.repeat(5000).startsWith(read.join(''))).toBe(true);
    expect(read.join('').length).toBeGreaterThan(1000);
  });
});

describe('a reader that stops', () => {
  // Nothing that compresses well, so that there is much left when the reader stops.
  const letters = fc.sample(fc.integer({ min: 0x20, max: 0x7e }), { numRuns: 300_000, seed: 1 });

  it.each([
    ['plain', Uint8Array.from(letters)],
    ['compressed', gzipSync(Uint8Array.from(letters))],
  ])('lets go of %s bytes', async (_, bytes) => {
    let given = 0;
    let isLetGo = false;
    const source = (async function* () {
      try {
        // Node's decompression takes in 16,384 chunks, of any size, before it asks who reads them. Browsers' takes one.
        for await (const chunk of chunks(bytes, 1)) {
          given += chunk.length;
          yield chunk;
        }
      } finally {
        isLetGo = true;
      }
    })();
    for await (const piece of decode(source)) if (piece !== '') break;
    expect(isLetGo).toBe(true);
    expect(given).toBeLessThan(bytes.length / 2);
  });

  it('cancels a stream', async () => {
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(utf8('again ')),
      cancel: () => void (isCancelled = true),
    });
    for await (const piece of decode(stream)) if (piece.includes('n')) break;
    expect(isCancelled).toBe(true);
  });

  it('is told of an error of the source as it is', async () => {
    const failing = (head: Uint8Array) =>
      (async function* () {
        yield head;
        throw new TypeError('the disk is gone');
      })();
    await expect(all(decode(failing(utf8('a word'))))).rejects.toThrow('the disk is gone');
    await expect(all(decode(failing(gzipSync(utf8('a word')).subarray(0, 15))))).rejects.toThrow('the disk is gone');
  });
});
