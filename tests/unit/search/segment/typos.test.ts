import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, mostWrong, typosIn } from '../../../../lib/search/segment/typos';
import { wrongIn } from './wrong-in';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

describe('a typo', () => {
  it.each([
    ['the', 0],
    ['data', 1],
    ['reward', 1],
    ['learning', 2],
    ['reinforcement', 3],
    ['x'.repeat(100), 6],
    ['2511', 0],
    ['gpt4all', 0],
  ])('in “%s” is at most %i letters', (text, most) => {
    expect(mostWrong(text)).toBe(most);
  });

  it('is as many letters as must be changed, left out or added, by the definition', () => {
    fc.assert(
      fc.property(word, word, fc.nat(6), (one, other, limit) => {
        const wrong = wrongIn(one, other);
        expect(distance(one, other, limit)).toBe(wrong > limit ? undefined : wrong);
      }),
    );
  });

  it.each([
    ['reinforcement', 'reinforcment', 1],
    ['reinforcement', 'enforcement', 2],
    ['reinforcement', 'reinforcing', undefined],
    ['learning', 'yearning', 1],
    ['learning', 'yearninh', undefined],
    ['learning', 'learning', 0],
    ['data', 'dta', 1],
    ['data', 'dataq', 1],
    ['data', 'dtaa', undefined],
  ])('of “%s” may be “%s”: %s', (meant, term, wrong) => {
    expect(typosIn(term, meant)).toBe(wrong);
  });

  it('of one letter is always told', () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 7 });
    fc.assert(
      fc.property(long, fc.nat(), fc.constantFrom('', 'd', 'dd'), (meant, at, instead) => {
        const place = at % meant.length;
        const term = meant.slice(0, place) + (instead === 'dd' ? `d${meant[place]}` : instead) + meant.slice(place + 1);
        expect(typosIn(term, meant)).toBe(1);
      }),
    );
  });
});
