import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNotes, uniteNotes } from '../../../lib/store/notes';

const lines = (...all: string[]) => all.join('\n');
const note = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd', '👉 e'), { maxLength: 8 }).map((all) => all.join('\n'));
const linesOf = (text: string) => text.split('\n');

describe('a note on which two have written at once', () => {
  it.each<[string, { base: string; there: string; mine: string; merged: string }]>([
    ['only I wrote', { base: 'a', there: 'a', mine: 'ab', merged: 'ab' }],
    ['only the other one wrote', { base: 'a', there: 'ab', mine: 'a', merged: 'ab' }],
    ['both wrote the same', { base: 'a', there: 'ab', mine: 'ab', merged: 'ab' }],
    ['both began one', { base: '', there: 'theirs', mine: 'mine', merged: lines('theirs', 'mine') }],
    [
      'both added to its end',
      {
        base: 'Read section 3.',
        there: lines('Read section 3.', 'See table 2.'),
        mine: lines('Read section 3.', 'Compare with Olmo.'),
        merged: lines('Read section 3.', 'See table 2.', 'Compare with Olmo.'),
      },
    ],
    [
      'one wrote above and one below',
      {
        base: lines('one', 'two', 'three'),
        there: lines('zero', 'one', 'two', 'three'),
        mine: lines('one', 'two', 'three', 'four'),
        merged: lines('zero', 'one', 'two', 'three', 'four'),
      },
    ],
    [
      'both wrote one line anew',
      { base: 'x\nold\ny', there: 'x\ntheirs\ny', mine: 'x\nmine\ny', merged: 'x\ntheirs\nmine\ny' },
    ],
    [
      'one took away what the other wrote anew',
      { base: 'x\nold\ny', there: 'x\ny', mine: 'x\nnew\ny', merged: 'x\nnew\ny' },
    ],
    ['one took all of it away', { base: 'old', there: '', mine: 'old\nnew', merged: '\nold\nnew' }],
  ])('where %s', (_, { base, there, mine, merged }) => {
    expect(mergeNotes(base, there, mine)).toBe(merged);
  });

  it('has every line that either wrote, and what both left alone', () => {
    fc.assert(
      fc.property(note, note, note, (base, there, mine) => {
        const merged = linesOf(mergeNotes(base, there, mine));
        const [before, theirs, ours] = [base, there, mine].map(linesOf) as [string[], string[], string[]];
        const written = [...theirs, ...ours].filter((line) => !before.includes(line));
        // Of lines that are the same, nobody can tell which one each of them took away.
        const isOnce = (line: string) => before.filter((other) => other === line).length === 1;
        const left = theirs.filter((line) => ours.includes(line) && isOnce(line));
        expect(merged).toEqual(expect.arrayContaining([...written, ...left]));
      }),
    );
  });

  it('is soon merged, however long it is', () => {
    const long = '\n'.repeat(100_000);
    const started = performance.now();
    const merged = mergeNotes(long, `${long}theirs`, `${long}mine`);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(merged).toContain('theirs');
    expect(merged).toContain('mine');
  });
});

describe('two notes of which nobody knows more', () => {
  it.each<[string, string, string]>([
    ['', 'other', 'other'],
    ['there', '', 'there'],
    ['same', 'same', 'same'],
    ['there', 'other', 'there\n\nother'],
    ['a\nb\nc', 'b', 'a\nb\nc'],
    ['a\nb\nc', 'a\nx\nc', 'a\nb\nx\nc'],
  ])('%j and %j are %j', (there, other, united) => {
    expect(uniteNotes(there, other)).toBe(united);
  });

  it('have all that either has, and no more when they are united again', () => {
    const any = fc.oneof(note, fc.string(), fc.constant('\n'.repeat(600)), fc.constant('x\n'.repeat(600)));
    fc.assert(
      fc.property(any, any, (there, other) => {
        const united = uniteNotes(there, other);
        expect(linesOf(united)).toEqual(expect.arrayContaining(linesOf(there).filter(Boolean)));
        expect(linesOf(united)).toEqual(expect.arrayContaining(linesOf(other).filter(Boolean)));
        expect(uniteNotes(united, other)).toBe(united);
        expect(uniteNotes(united, there)).toBe(united);
      }),
    );
  });
});
