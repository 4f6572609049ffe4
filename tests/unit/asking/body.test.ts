import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { textOf } from '../../../lib/asking/body';

/** A body that comes in these pieces, and whether it was read to its end or ended before. */
function bodyOf(pieces: readonly Uint8Array[]) {
  const left = [...pieces];
  let isEnded = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = left.shift();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
      cancel: () => void (isEnded = true),
    },
    { highWaterMark: 0 },
  );
  return { body, left, isEnded: () => isEnded };
}

async function readAll(body: ReadableStream<Uint8Array>, most: number): Promise<string> {
  let text = '';
  for await (const piece of textOf(body, most)) text += piece;
  return text;
}

it('is the text, wherever its bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.array(fc.nat({ max: 200 })), async (text, cuts) => {
      const bytes = new TextEncoder().encode(text);
      const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
      const pieces = edges.slice(1).map((edge, at) => bytes.slice(edges[at], edge));
      expect(await readAll(bodyOf(pieces).body, bytes.length)).toBe(text);
    }),
  );
});

it('goes no further than it may, and ends the transfer', async () => {
  const { body, left, isEnded } = bodyOf(Array.from({ length: 10 }, () => new Uint8Array(10)));
  await expect(readAll(body, 35)).rejects.toThrow('longer than 35 bytes');
  expect(left).toHaveLength(6);
  expect(isEnded()).toBe(true);
});

it('ends the transfer when nobody reads on', async () => {
  const { body, isEnded } = bodyOf([new Uint8Array(10), new Uint8Array(10)]);
  for await (const piece of textOf(body, 100)) {
    expect(piece).toHaveLength(10);
    break;
  }
  expect(isEnded()).toBe(true);
});

it('fails as the transfer does', async () => {
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new TypeError('broken')) });
  await expect(readAll(body, 100)).rejects.toThrow(new TypeError('broken'));
});
