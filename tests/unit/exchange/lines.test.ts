import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines } from '../../../lib/exchange/lines';
import { all, cuts, inPieces } from './pieces';

describe('the lines of a text', () => {
  it.each([
    ['', []],
    ['one', ['one']],
    ['one\n', ['one']],
    ['one\ntwo\r\nthree\rfour', ['one', 'two', 'three', 'four']],
    ['\n\r\n\r', ['', '', '']],
    ['\u2028one\u0085', ['\u2028one\u0085']],
  ])('of %j', async (text, expected) => {
    const found = await all(lines(inPieces(text, [1])));
    expect(found).toEqual(expected.map((line, at) => ({ number: at + 1, text: line })));
  });

  it('are what splitting the whole text gives, however it is cut', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\r\n', '👩‍🔬'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(letters, cuts, async (text, lengths) => {
        const whole = text.split(/\r\n|\r|\n/);
        if (whole.at(-1) === '') whole.pop();
        const found = await all(lines(inPieces(text, lengths)));
        expect(found).toEqual(whole.map((line, at) => ({ number: at + 1, text: line })));
      }),
    );
  });

  it('are told and not held where they are too long', async () => {
    const text = `12345\n123456\n${'x'.repeat(40)}\r\n1234`;
    for (const lengths of [[1], [7], [1000]]) {
      expect(await all(lines(inPieces(text, lengths), { max: 5 }))).toEqual([
        { number: 1, text: '12345' },
        { number: 2 },
        { number: 3 },
        { number: 4, text: '1234' },
      ]);
    }
  });
});
