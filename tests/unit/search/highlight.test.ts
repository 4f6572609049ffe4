import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from '../../../lib/search/highlight';
import { foldTerm } from '../../../lib/search/fold';
import { tokenize } from '../../../lib/search/terms';

/** Shows marked words in square brackets. */
function shown(text: string, terms: string[]): string {
  return segments(text, terms)
    .map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
    .join('');
}

describe('segments', () => {
  it.each([
    ['FlexOlmo: Open Language Models', ['flexolmo', 'models'], '[FlexOlmo]: Open Language [Models]'],
    ['Language and languages', ['language'], '[Language] and languages'],
    ['Meta-Reinforcement Learning', ['reinforcement'], 'Meta-[Reinforcement] Learning'],
    ['models, models', ['models'], '[models], [models]'],
    ['Poincaré and Schrödinger', ['poincare', 'schrodinger'], '[Poincaré] and [Schrödinger]'],
    ['Poincare\u0301 again', ['poincare'], '[Poincare\u0301] again'],
    ['ﬁne tuning', ['fine'], '[ﬁne] tuning'],
    ['עברית and ARABIC', ['עברית'], '[עברית] and ARABIC'],
    ['C++ and C', ['c++'], '[C++] and C'],
    ['Nothing here', [], 'Nothing here'],
    ['— … —', ['a', ''], '— … —'],
    ['', ['a'], ''],
  ])('marks whole words: %s', (text, terms, expected) => {
    expect(shown(text, terms)).toBe(expected);
  });

  it('loses and changes no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, terms) => {
        const parts = segments(text, terms);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });

  it('marks every word that the index holds for a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const terms = tokenize(text).map(foldTerm).filter(Boolean);
        const marked = segments(text, terms).filter((segment) => segment.marked);
        expect(marked.map((segment) => foldTerm(segment.text))).toEqual(terms);
      }),
    );
  });
});
