import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthOf, onOneLine, shortened } from '../../../components/passage-words';

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

it.each([
  ['stands as it is where it is short', words(20), words(20)],
  ['stands on one line', ' a hand\n  in the \t margin ', 'a hand in the margin'],
  [
    'is cut between two words of its middle',
    words(400),
    'word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 … ' +
      'word394 word395 word396 word397 word398 word399',
  ],
  ['is cut anywhere where it has no words', '指'.repeat(400), `${'指'.repeat(110)} … ${'指'.repeat(50)}`],
  ['keeps letters whole', '𝔸'.repeat(400), `${'𝔸'.repeat(110)} … ${'𝔸'.repeat(50)}`],
])('a passage %s', (_, text, shown) => {
  expect(shortened(text)).toBe(shown);
});

it('of any passage its beginning and its end are shown, and no more than there is room for', () => {
  const text = fc.array(fc.constantFrom('a', 'of', 'manicule', '指針', '𝔸', '\n', 'x'.repeat(130)), { maxLength: 200 });
  fc.assert(
    fc.property(text, fc.constantFrom('', ' '), (pieces, between) => {
      const whole = onOneLine(pieces.join(between));
      const [beginning = '', end = '', ...others] = shortened(whole).split(' … ');
      expect(others).toEqual([]);
      expect(whole.startsWith(beginning) && whole.endsWith(end)).toBe(true);
      expect(Array.from(beginning + end).length).toBeLessThanOrEqual(170);
      expect(end === '').toBe(beginning === whole);
    }),
  );
});

it.each([
  [true, '31 words'],
  [false, 'at least 31 words'],
])('its length, exact %s, is %s', (isExact, said) => {
  expect(lengthOf({ words: 31, isExact })).toBe(said);
});
