import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { JsonParser } from '../../../lib/exchange/json-parser';
import { cuts } from './pieces';

/** What is found in a list, with whether it came to its end; undefined where that is no JSON. */
function parsed(list: string, lengths: readonly number[] = [Infinity]): unknown[] | undefined {
  const found: unknown[] = [];
  const parser = new JsonParser(['$.*'], ({ value }) => found.push(value));
  try {
    for (let at = 0, turn = 0; at < list.length; turn++) {
      const length = lengths[turn % lengths.length] ?? 1;
      parser.write(list.slice(at, at + length));
      at += length;
    }
  } catch {
    return undefined;
  }
  return parser.isEnded ? found : undefined;
}

/** The same, as the engine sees it. */
function expectedOf(list: string): unknown {
  try {
    return JSON.parse(list);
  } catch {
    return undefined;
  }
}

it.each([
  ['a mark of byte order in a text', '["\uFEFF","x\uFEFFy","é\uFEFF\uFEFF","\\ufeff"]'],
  ['halves of letters', '["\\ud83d","\\ude00\\ud83d\\ude00"]'],
  ['all escapes', String.raw`["\"\\\/\b\f\n\r\t\u00E9"]`],
  ['numbers', '[0,-0,-1.5e+3,1E400,12345678901234567890]'],
  ['names', '[true,false,null]'],
  ['a key like a member of objects', '[{"__proto__":{"a":1},"constructor":2}]'],
  ['blanks', ' [ \t\r\n1 , [ ] , { } ]\n'],
  ['a space that is none', '[\u00A01]'],
  ['a line break in a text', '["a\nb"]'],
  ['a NUL in a text', '["\0"]'],
  ['an escape that is none', String.raw`["\x41"]`],
  ['a number with a zero before it', '[01]'],
  ['a number without an end', '[1.]'],
  ['a name that is none', '[True]'],
  ['a comma too many', '[1,]'],
  ['a text without an end', '["a'],
  ['more than one value', '[] []'],
  ['a number behind', '[] 0'],
])('%s is read as it is written, or refused', (_, list) => {
  for (const lengths of [[Infinity], [1], [2]]) expect(parsed(list, lengths)).toEqual(expectedOf(list));
});

it('any list is read as it is written, and what is damaged refused, however it is cut', () => {
  const values = fc.array(fc.jsonValue({ stringUnit: 'binary' }), { maxLength: 4 });
  const indents = fc.constantFrom(undefined, 2, '\t');
  const damage = fc.string({ unit: fc.constantFrom(...'{}[]",:0-.e\\ \n\0ut'), maxLength: 2 });
  fc.assert(
    fc.property(
      values,
      indents,
      fc.nat(),
      fc.nat({ max: 2 }),
      damage,
      cuts,
      (list, indent, place, out, junk, lengths) => {
        const text = JSON.stringify(list, undefined, indent);
        const at = 1 + (place % (text.length - 1));
        const damaged = `${text.slice(0, at)}${junk}${text.slice(at + out)}`;
        expect(parsed(text, lengths)).toEqual(JSON.parse(text));
        expect(parsed(damaged, lengths)).toEqual(expectedOf(damaged));
      },
    ),
    { numRuns: 1000 },
  );
});
