import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../lib/arxiv-page/words';
import { pageOf } from './page';

const words = (html: string, without?: string) =>
  wordsOf(pageOf(`<main>${html}</main>`).querySelector('main'), without);

describe('the words of a part of a page', () => {
  it.each([
    ['white space', ' a\n\t b&nbsp; c ', 'a b c'],
    ['a label', '<span class="descriptor">Title:</span>Hands', 'Hands'],
    ['lines', 'one<br>two<p>three</p><p>four</p>', 'one two three four'],
    ['emphasis', 'un<em>break</em>able', 'unbreakable'],
    ['what no one sees', 'a<script>b</script><style>c</style><noscript>d</noscript>', 'a'],
    ['a badge of ours', 'Hands<manicule-badge><b>x</b></manicule-badge>', 'Hands'],
    ['markup that is text', '&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
    ['TeX that nothing has drawn', String.raw`the $\ell_1$ cost`, String.raw`the $\ell_1$ cost`],
    [
      'a formula that MathJax has drawn',
      'the <span class="MathJax_Preview">l</span><span class="MathJax"><i>l</i></span><script type="math/tex">\\ell_1</script> cost',
      String.raw`the $\ell_1$ cost`,
    ],
    [
      'a formula that it has set apart',
      '<div class="MathJax_Display"><span class="MathJax">x</span></div><script type="math/tex; mode=display">x</script>',
      '$$x$$',
    ],
    ['a formula of LaTeXML', '<math alttext="n+1"><mi>n</mi><mo>+</mo></math> hands', '$n+1$ hands'],
    ['MathML without its TeX', '<math><mi>n</mi></math> hands', 'n hands'],
    ['a footnote', 'Hands<span class="ltx_note">1 with thanks</span>', 'Hands'],
    ['an address that arXiv has shortened', '<a href="https://a.org/b">this https URL</a>', 'https://a.org/b'],
    ['any other link', '<a href="https://a.org/b">this URL</a>', 'this URL'],
  ])('%s', (_, html, expected) => {
    expect(words(html)).toBe(expected);
  });

  it('are without what is to be left out', () => {
    expect(words('Words. <a onclick="less()">△ Less</a>', 'a[onclick]')).toBe('Words.');
  });

  it('of nothing are none', () => {
    expect(wordsOf(null)).toBe('');
  });
});
