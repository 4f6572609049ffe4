import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLatex } from '../../../../lib/exchange/latex/decode';
import { encodeLatex } from '../../../../lib/exchange/latex/encode';
import { texts } from '../papers';

describe('a text is written as LaTeX', () => {
  it.each([
    ['R&D at 50% of #1_2', String.raw`R\&D at 50\% of \#1\_2`],
    [
      '~x ^y \\z {w} <v> |',
      String.raw`{\textasciitilde}x {\textasciicircum}y {\textbackslash}z {\textbraceleft}w{\textbraceright} {\textless}v{\textgreater} {\textbar}`,
    ],
    ['Gödel, Čapek, Łukasz, Weiß', String.raw`G{\"o}del, {\v C}apek, {\L}ukasz, Wei{\ss}`],
    ['í ì î ï ĩ ī', String.raw`{\'i} {\`i} {\^i} {\"i} {\~\i} {\=\i}`],
    ['Nguyễn, Việt, ǘ', String.raw`Nguy{\~{ê}}n, Vi{\d{ê}}t, {\'{ü}}`],
    ['e\u0301 and x\u0304', String.raw`{\'e} and {\=x}`],
    [
      '“a” – b’s…',
      String.raw`{\textquotedblleft}a{\textquotedblright} {\textendash} b{\textquoteright}s{\textellipsis}`,
    ],
    [
      'α-decay at 10⁵ K of H₂O',
      String.raw`\ensuremath{\alpha}-decay at 10\textsuperscript{5} K of H\textsubscript{2}O`,
    ],
    ['no\u00A0break', 'no~break'],
    ['漢字, мир, 😀', '漢字, мир, 😀'],
  ])('%s', (text, latex) => {
    expect(encodeLatex(text)).toBe(latex);
  });

  it.each([
    ['Learning $\\alpha$-stable $x_{i}^2$', String.raw`Learning $\alpha$-stable $x_{i}^2$`],
    ['at $50\\%$ of $\\{a\\}$', String.raw`at $50\%$ of $\{a\}$`],
    ['from $5 and $10', String.raw`from \$5 and \$10`],
    ['a lone $', String.raw`a lone \$`],
    ['$x{$ and $}y$', String.raw`\$x{\textbraceleft}\$ and \${\textbraceright}y\$`],
    ['$5%$ of $α$', String.raw`\$5\%\$ of \$\ensuremath{\alpha}\$`],
  ])('with what is a formula as it is: %s', (text, latex) => {
    expect(encodeLatex(text)).toBe(latex);
  });

  it('with braces that stand in pairs, whoever counts them, and is read again as it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const latex = encodeLatex(text);
        expect([depthOf(latex), depthOf(latex.replace(/\\[^]/g, ''))]).toEqual([0, 0]);
        expect(decodeLatex(latex)).toBe(text.normalize());
      }),
      { numRuns: 2000 },
    );
  });
});

/** How many braces are open at the end of a text; NaN where one is closed that was not open. */
function depthOf(text: string): number {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (depth < 0) return NaN;
  }
  return depth;
}

describe('LaTeX is read', () => {
  it.each([
    [
      String.raw`G\"odel and G{\"o}del and G\"{o}del and G{\"{o}}del and G\" odel`,
      'Gödel and Gödel and Gödel and Gödel and Gödel',
    ],
    [String.raw`\'{\i} {\'\i} \'i \v{s} \v s \c{c} {\c c} \H{o} \r{a} \.z \d{t}`, 'í í í š š ç ç ő å ż ṭ'],
    [String.raw`\'{\^e} {\~{\^e}} \d{\^e} {\~{ê}}`, 'ế ễ ệ ễ'],
    [String.raw`{\ss} Stra{\ss}e \o re \AA{} \ae\oe`, 'ß Straße øre Å æœ'],
    [String.raw`\~{}user \^{} a~b`, '~user ^ a\u00A0b'],
    [String.raw`\emph{so} {\it in situ} \textbf{b \textsc{c}} {\bfseries d} \mbox{e}`, 'so in situ b c d e'],
    [String.raw`\url{http://a.example/~u_v%20} \href{http://b.example}{text}`, 'http://a.example/~u_v%20 text'],
    [String.raw`\ensuremath{\alpha} \ensuremath{x^2} \alpha\beta`, 'α $x^2$ αβ'],
    [String.raw`$\alpha~{x}$ stays, \$5 too`, String.raw`$\alpha~{x}$ stays, $5 too`],
    [String.raw`{\(\alpha\)}-stable, \(`, String.raw`$\alpha$-stable, \(`],
    [String.raw`H\textsubscript{2}O, 2\textsuperscript{nd}`, 'H₂O, 2nd'],
    [String.raw`a\,b\;c\\d\ e\-f\/g`, 'a b c d efg'],
    [String.raw`\foo{bar {baz}}{q} z`, String.raw`\foo{bar baz}{q} z`],
    ['{B}race{d} {{T}itle}', 'Braced Title'],
    ["x -- y --- ``z''", "x -- y --- ``z''"],
    [String.raw`\LaTeX{} and \textquoteright{}s`, 'LaTeX and ’s'],
  ])('%s', (latex, text) => {
    expect(decodeLatex(latex)).toBe(text);
  });

  it('whatever it is, without a throw', () => {
    fc.assert(
      fc.property(texts, (text) => void decodeLatex(text)),
      { numRuns: 2000 },
    );
  });

  it.each(['{', '}', '$', '\\', "\\'", '\\url{', '\\(', '\\ensuremath{', '$\\', '~', '\\foo{', '\\\\ '])(
    'in time that grows with its length: %j repeated',
    (part) => {
      const started = performance.now();
      decodeLatex(part.repeat(100_000));
      encodeLatex(part.repeat(100_000));
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );
});
