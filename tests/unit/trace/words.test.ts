import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../lib/trace/words';

/** The words of a text, one after the other. */
function words(text: string, which: 'starts' | 'otherStarts' = 'starts'): string[] {
  const read = wordsIn(text);
  return [...read[which]].map((start, at) => String.fromCharCode(...read.letters.slice(start, read[which][at + 1])));
}

describe('words that are the same', () => {
  it.each([
    ['case', 'A Fully Open Model', 'a fully open MODEL'],
    ['punctuation', 'open, fast: and (mostly) right.', 'open — fast “and” mostly right!'],
    ['accents', 'naïve Élan vital', 'naive elan vital'],
    ['accents that stand by themselves', 'nai\u0308ve', 'naïve'],
    ['accents in TeX', String.raw`na{\"i}ve Erd\H{o}s \'Elan`, 'naïve Erdős Élan'],
    ['apostrophes', 'the model’s own', "the model's own"],
    ['quotes as TeX has them', "``open'' models", '“open” models'],
    ['emphasis in TeX', String.raw`an \emph{open} {\bf model} of \textsc{Olmo}`, 'an open model of Olmo'],
    ['formulas', String.raw`in $\mathcal{O}(n^2)$ steps`, 'in O(n²) steps'],
    ['subscripts', '$x_{i}$ and $x_1$', 'xi and x1'],
    ['letters of mathematics', '𝑛 tokens of size 𝖪', 'n tokens of size K'],
    ['Greek letters and their commands', String.raw`an $\alpha$-mixing chain`, 'an α-mixing chain'],
    ['operators', String.raw`$O(\log n)$ time`, 'O(log n) time'],
    ['thin spaces and escapes', String.raw`10\,000 tokens, 5\% of them`, '10 000 tokens, 5 % of them'],
    ['line breaks', 'one\ntwo\r\n  three', 'one two three'],
    ['hyphens and dashes', 'state-of-the-art, long--known', 'state of the art – long known'],
    ['hyphens at the end of a line', 'an evalu-\n  ation of mod-\r\nels', 'an evaluation of models'],
    ['hyphens at the end of a line that is quoted', '> an evalu-\n> ation of mod-\n>> els', 'an evaluation of models'],
    ['soft hyphens and what is not seen', 'evalu\u00adation of\u200b models', 'evaluation of models'],
    ['ligatures', 'ﬁne-tuned', 'fine-tuned'],
  ])('but for %s', (_, one, other) => {
    expect(words(one)).toEqual(words(other));
  });

  it('with a hyphen of their own at the end of a line, in another way to read it', () => {
    expect(words('pre-\ntraining of models', 'otherStarts')).toEqual(words('pre-training of models'));
  });
});

describe('words that are not the same', () => {
  it.each([
    ['another word', 'an open model', 'an open modem'],
    ['a word less', 'an open model', 'an model'],
    ['other digits', 'in 2024', 'in 2025'],
    ['words joined', 'under stand', 'understand'],
  ])('%s', (_, one, other) => {
    expect(words(one)).not.toEqual(words(other));
  });
});

it('each letter knows where it stands in the text', () => {
  const text = 'A naïve 𝑛-gram, ﬁne.';
  const { letters, places } = wordsIn(text);
  expect(String.fromCharCode(...letters)).toBe('anaivengramfine');
  expect([...places].map((place) => text.charAt(place)).join('')).toBe(`Anaïve\ud835gramﬁﬁne`);
});

it.each(['', '½', 'ﷺ', ' \n ', '\\', '\\\\', '-', '\ud835', '日本語', '\\alpha'])(
  'any text has words or none: %j',
  (text) => {
    const { letters, places, starts } = wordsIn(text);
    expect(places).toHaveLength(letters.length);
    expect(starts.length).toBeLessThanOrEqual(letters.length);
  },
);
