import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findByRole } from './accessibility';
import { badgesIn, expectBadge, openCardOf, saveFromCard, theOnly } from './card';
import { pageOf } from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const FLUID = '2509.11106';
const FLIP = '2602.13551';
/** A paper that stands at the end of every page here: when it is marked, all before it has been read. */
const LAST = { id: '2604.03444', title: 'Olmo Hybrid: From Theory to Practice and Back' };

/**
 * How a page looks to a reader, by what it is called. A hand stands where a badge is expected: right after the title, or
 * after the link that it stands in.
 */
const MARKED: Record<string, string> = {
  // Where titles stand.
  'a result of a search engine': `
    <div class="gs_ri"><h3 class="gs_rt"><span class="gs_ctu"><span class="gs_ct1">[HTML]</span></span>
    <a href="https://proceedings.example.org/81">Fluid language model benchmarking</a>☞</h3>
    <div class="gs_a">V Hofmann, D Heineman - 2025 - proceedings.example.org</div></div>`,
  'an entry of a list of links': `
    <ul><li><strong>Spurious Rewards: Rethinking Training Signals in RLVR☞</strong> <a href="#p">[paper]</a></li></ul>`,
  'an entry with its date before it': `
    <ul><li>(2025/06) Spurious Rewards: Rethinking Training Signals in RLVR☞. <a href="#c">Code</a></li></ul>`,
  'a programme': `
    <table><tr><td>10:30</td><td>RLVE: Scaling Up Reinforcement Learning for Language Models with Adaptive Verifiable
    Environments☞</td><td>Z. Zeng</td></tr></table>`,
  'a programme with authors in the cell': `
    <table><tr><th>Room 2</th><td>Small Reward Models via Backward Inference☞<br><i>Yike Wang and others</i></td></tr></table>`,
  'a heading of a row': `<table><tr><th>Small Reward Models via Backward Inference☞</th><td>12</td></tr></table>`,
  'a home page': `
    <p><a href="/flip.pdf">Small Reward Models via Backward Inference</a>☞<br>Yike Wang and others<br><em>ACL 2026</em></p>`,
  'a home page without links': `
    <div class="paper"><b>Small Reward Models via Backward Inference☞</b><br>Yike Wang and others</div>`,
  'an entry of a database': `
    <cite class="data"><span itemprop="author">Valentin Hofmann</span>, <span itemprop="author">David Heineman</span>:<br>
    <span class="title" itemprop="name">Fluid Language Model Benchmarking☞.</span> <span>COLM</span> 2025</cite>`,
  'a reference': `<ol><li>Hofmann, V., Heineman, D. et al. Fluid Language Model Benchmarking☞. In COLM, 2025.</li></ol>`,
  'a reference with quotes': `
    <ol><li>V. Hofmann et al., “Fluid language model benchmarking☞,” in <i>Proc. COLM</i>, 2025.</li></ol>`,
  'a reference with its year before it': `
    <p class="c-references__text">Hofmann V (2025) Fluid language model benchmarking☞. COLM</p>`,
  'a bibliography made from LaTeX': `
    <ul class="ltx_biblist"><li class="ltx_bibitem"><span class="ltx_tag">Hofmann (2025)</span>
    <span class="ltx_bibblock">Valentin Hofmann.</span>
    <span class="ltx_bibblock">Fluid language model benchmarking☞.</span>
    <span class="ltx_bibblock">In <em>COLM</em>, 2025.</span></li></ul>`,
  'a bibliography without a list': `
    <div class="bibliography-entry">Hofmann, V. Fluid Language Model Benchmarking☞. COLM (2025)</div>`,
  'a citation': `<div class="citation">Hofmann, V. Fluid Language Model Benchmarking☞. 2025.</div>`,
  'a glossary': `<dl><dt>Fluid Language Model Benchmarking☞</dt><dd>by V. Hofmann</dd></dl>`,
  'a definition': `<dl><dt>Hofmann 2025</dt><dd>Fluid Language Model Benchmarking☞, COLM</dd></dl>`,
  'a paragraph of its own': `<p>Fluid Language Model Benchmarking☞</p><p>Valentin Hofmann and others</p>`,
  'emphasis in a paragraph': `<p>Then read <em>Fluid Language Model Benchmarking☞</em>, which is short.</p>`,
  'a link in a paragraph': `<p>Then <a href="/f">Fluid Language Model Benchmarking</a>☞ came.</p>`,
  'a link around a card': `<a href="/f"><div><h3>Fluid Language Model Benchmarking☞</h3><p>V. Hofmann</p></div></a>`,
  'a button': `<button>Fluid Language Model Benchmarking</button>☞`,
  'a summary': `<details><summary>Fluid Language Model Benchmarking☞</summary>Nothing more.</details>`,
  'two of them in one entry': `
    <ul><li>Fluid Language Model Benchmarking☞; Small Reward Models via Backward Inference☞</li></ul>`,
  'one of them twice in one entry': `
    <ul><li>Fluid Language Model Benchmarking☞. <a href="/f">Fluid Language Model Benchmarking</a></li></ul>`,

  // Where the id of the paper stands in the same block: that counts.
  'a link to the paper': `<p><a href="https://arxiv.org/abs/${FLUID}">Fluid Language Model Benchmarking</a>☞</p>`,
  'an entry with its id after it': `<ul><li>Fluid Language Model Benchmarking. arXiv:${FLUID}☞, 2025.</li></ul>`,
  'an entry with its id before it': `<ul><li>arXiv:${FLUID}☞ Fluid Language Model Benchmarking</li></ul>`,
  'a row with its id in another cell': `
    <table><tr><td>Fluid Language Model Benchmarking</td><td>arXiv:${FLUID}☞</td></tr></table>`,
  'an entry with another link that names it': `
    <ul><li><a href="/f">Fluid Language Model Benchmarking</a> <a href="https://arxiv.org/pdf/${FLUID}">PDF</a>☞</li></ul>`,

  // What stands around them.
  'a note after it': `<h3>Fluid Language Model Benchmarking☞<sup>1</sup></h3>`,
  'a mark after it that MathJax has set': `
    <h3>Fluid Language Model Benchmarking☞<span class="MathJax_Preview"></span><span class="MathJax"><nobr>d</nobr></span><script
    type="math/tex">^d</script></h3>`,
  'a star after it': `<h3>Fluid Language Model Benchmarking☞*</h3>`,
  'its number before it': `<table><tr><td>[12] Fluid Language Model Benchmarking☞</td></tr></table>`,
  'a full stop in the link': `<p><a href="/f">Fluid Language Model Benchmarking.</a>☞</p>`,
  'a word in brackets before it': `<h3>[PDF] Fluid Language Model Benchmarking☞</h3>`,
  'the name of a site after it': `<h3>Fluid Language Model Benchmarking☞ | Papers</h3>`,
  'a year in brackets after it': `<h3>Fluid Language Model Benchmarking☞ (2025)</h3>`,
  'a label before it': `<li>Slides: Fluid Language Model Benchmarking☞</li>`,
  'its own question mark': `
    <h3>DELTA-Code: How Does RL Unlock and Transfer New Programming Algorithms in LLMs?☞</h3>`,
  'nothing between it and what follows': `<h3>Fluid Language Model Benchmarking☞</h3><p>Valentin Hofmann</p>`,
  'nothing between it and what follows in its line': `
    <ul><li><span>Fluid Language Model Benchmarking☞</span><span>Valentin Hofmann</span></li></ul>`,
  'nothing between a cell and the next': `<table><tr><td>1</td><td>Fluid Language Model Benchmarking☞</td><td>A</td></table>`,
  'nothing between it and its authors in the cell': `<table><tr><td>Fluid Language Model Benchmarking☞<p>V. Hofmann</table>`,

  // How they are written.
  'upper case': `<h3>FLUID LANGUAGE MODEL BENCHMARKING☞</h3>`,
  'lower case': `<h3>fluid language model benchmarking☞</h3>`,
  'small capitals': `
    <h3>F<small>LUID</small> L<small>ANGUAGE</small> M<small>ODEL</small> B<small>ENCHMARKING☞</small></h3>`,
  'a line break': `<h3>Fluid Language<br>Model Benchmarking☞</h3>`,
  'soft hyphens and no-break spaces': `<h3>Flu&shy;id&nbsp;Lan&shy;guage&nbsp;Model Bench&shy;mark&shy;ing☞</h3>`,
  'places where a line may break': `<h3>Fluid Language Model Bench<wbr>mark&#8203;ing☞</h3>`,
  'hyphens at the ends of lines': `<h3>Fluid Lan-\nguage Model Bench-<br>marking☞</h3>`,
  'quotes around it': `<li>“Fluid Language Model Benchmarking☞”</li>`,
  'other dashes': `<h3>Infini–gram mini: Exact n‑gram Search at the Internet Scale with FM—Index☞</h3>`,
  'other punctuation': `<h3>Train for Truth – Keep the Skills. Binary Retrieval Augmented Reward Mitigates Hallucinations☞</h3>`,
  accents: `<h3>Flùid Lángüage Mödel Bênchmarkiñg☞</h3>`,
  'accents that are letters of their own': `<h3>${'Flùid Lángüage Mödel Bênchmarkiñg'.normalize('NFD')}☞</h3>`,
  'braces of LaTeX': `
    <ul><li>Shi, W. {F}lex{O}lmo: {O}pen {L}anguage {M}odels for {F}lexible {D}ata {U}se☞. 2025.</li></ul>`,
  'commands of LaTeX': String.raw`<h3>\textsc{FlexOlmo}: \emph{Open Language Models} for Flexible Data Use☞</h3>`,
  'a formula as it is written': `<h3>Infini-gram mini: Exact $n$-gram Search at the Internet Scale with FM-Index☞</h3>`,
  'lines that are blocks': `<h3><div>Fluid Language Model</div><div>Benchmarking☞</div></h3>`,
  'many pieces': `
    <h3><span>Fluid</span> <span>Language <b>Model</b></span> <span class="hit">Bench</span><span>marking☞</span></h3>`,
  'each letter by itself': `
    <h3>${[...'Fluid Language Model Benchmarkin'].map((letter) => `<span>${letter}</span>`).join('')}<span>g☞</span></h3>`,
  'white space as in a source': `<h3>\n      Fluid\n      Language\n      Model\n      Benchmarking☞\n    </h3>`,

  // Titles of few words.
  'a short title that is all of a heading': `<h3>Olmo 3☞</h3>`,
  'a short title that is all of a cell': `<table><tr><td>7B</td><td>OLMo 3☞</td></tr></table>`,
  'a short title that is all of a link': `<p>We use <a href="/olmo">Olmo 3</a>☞ here.</p>`,
  'a short title that is all of an entry': `<ul><li>Olmo 3☞</li><li>Others</li></ul>`,
};

const NOT_MARKED: Record<string, string> = {
  // Other papers.
  'a title that goes on in a link': `<p><a href="/f">Fluid Language Model Benchmarking in Speech Separation</a></p>`,
  'a title that goes on in a heading': `<h3>Fluid Language Model Benchmarking for Everyone</h3>`,
  'a title that goes on after a colon': `<h3>Fluid Language Model Benchmarking: A Survey</h3>`,
  'a title that goes on in a reference': `<ol><li>Doe, J. Fluid Language Model Benchmarking in Practice. 2026.</li></ol>`,
  'a title that goes on in another element': `<h3>Fluid Language Model Benchmarking <i>Reconsidered</i></h3>`,
  'a title that began earlier': `<h3>Towards Fluid Language Model Benchmarking</h3>`,
  'a title that began earlier in another element': `<h3><i>Beyond</i> Fluid Language Model Benchmarking</h3>`,
  'a title in a longer word': `<h3>Superfluid Language Model Benchmarking</h3>`,
  'a title with a word joined to it': `<h3>Non-Fluid Language Model Benchmarking</h3>`,
  'a title with an ending': `<h3>Fluid Language Model Benchmarkings</h3>`,
  'a title with a number': `<h3>Fluid Language Model Benchmarking 2</h3>`,
  'a part of a title': `<h3>Language Model Benchmarking</h3>`,
  'a title without its last words': `<h3>Spurious Rewards</h3>`,

  // Running prose.
  prose: `<p>We follow the idea of Fluid Language Model Benchmarking in all tables.</p>`,
  'prose that begins with it': `<p>Fluid Language Model Benchmarking. A method for few questions.</p>`,
  'prose that ends with it': `<p>Nothing is known of it: Fluid Language Model Benchmarking.</p><div>See Fluid Language Model Benchmarking!</div>`,
  'two paragraphs that hold a half each': `<p>So fluid</p><p>language model benchmarking</p>`,
  'two cells that hold a half each': `<table><tr><td>A. Fluid Language</td><td>Model Benchmarking, B</td></tr></table>`,

  // What no reader sees as text, or a person types.
  'what is typed into a field': `<ul><li><textarea>Fluid Language Model Benchmarking</textarea></li></ul>`,
  'what is typed into the page': `<h3 contenteditable>Fluid Language Model Benchmarking</h3>`,
  'what is chosen': `<li><select><option>Fluid Language Model Benchmarking</option></select></li>`,
  'what describes a picture': `<a href="/f"><img alt="Fluid Language Model Benchmarking"></a>`,
  'what describes a link': `<a href="/f" title="Fluid Language Model Benchmarking">Paper</a>`,
  'what a script holds': `<li><script type="text/plain">Fluid Language Model Benchmarking</script></li>`,

  // Titles of few words.
  'a short title with other words in a heading': `<h3>Olmo 3 Think</h3>`,
  'a short title set off from other words': `<ul><li>Team Olmo. Olmo 3. 2025.</li></ul>`,
  'a short title with other words in a cell': `<table><tr><td>Olmo 3, 7B</td></tr></table>`,
  'a short title in prose': `<p>We use <b>Olmo 3</b> here.</p>`,
  'a short title that is a paragraph': `<p>Olmo 3</p>`,
};

const HAND = '☞';

/** Opens a page with this in it, hands left out, and waits until all of it has been read. */
async function read(html: string): Promise<Page> {
  const page = await pageOf(chromium(), `<main>${html.replaceAll(HAND, '')}</main><h2>${LAST.title}</h2>`);
  await expectBadge(page, LAST.id);
  return page;
}

/** What stands in the main part of a page, a hand for each badge, and what this would be; both as a browser writes it. */
function compare(page: Page, expected: string): Promise<{ is: string; wanted: string }[]> {
  return page.locator('main').evaluate(
    (main, { source, hand }) => {
      const copy = main.cloneNode(true) as Element;
      for (const badge of copy.querySelectorAll('manicule-badge')) badge.replaceWith(hand);
      copy.normalize();
      const wanted = new DOMParser().parseFromString(source, 'text/html').body;
      return [...copy.children].map((child, at) => ({
        is: child.getHTML(),
        wanted: wanted.children[at]?.getHTML() ?? 'nothing',
      }));
    },
    { source: expected, hand: HAND },
  );
}

const LOOKS = Object.entries({ ...MARKED, ...NOT_MARKED });
let compared: ReturnType<typeof compare> | undefined;

/** Expects what {@link LOOKS} says of one of them: all are read once, side by side. */
async function expectAsWritten(name: string): Promise<void> {
  const all = LOOKS.map(([, html]) => `<section>${html}</section>`).join('');
  compared ??= read(all).then((page) => compare(page, all));
  const { is, wanted } = (await compared)[LOOKS.findIndex(([other]) => other === name)] ?? {};
  expect(is).toBe(wanted);
}

describe('a title is recognised', () => {
  it.each(Object.keys(MARKED))('in %s', expectAsWritten);
});

describe('nothing is recognised', () => {
  it.each(Object.keys(NOT_MARKED))('in %s', expectAsWritten);
});

/** How the badges of one paper are named to a screen reader. */
const names = async (page: Page) => (await findByRole(page, 'button', /^Fluid/)).map(({ name }) => name);
const BY_TITLE = 'Fluid Language Model Benchmarking (known, recognised by its title)';
const BY_ID = 'Fluid Language Model Benchmarking (known)';

describe('the badge of a recognised title', () => {
  it('and its card say how the paper was recognised', async () => {
    const page = await read(`<h3>Fluid Language Model Benchmarking</h3>`);
    expect(await names(page)).toEqual([BY_TITLE]);
    await openCardOf(page, FLUID);
    await theOnly(page, 'StaticText', /Recognised by its title/);
  });

  it('says so too when the paper is saved', async () => {
    const page = await read(`<h3>Small Reward Models via Backward Inference</h3>`);
    await saveFromCard(page, FLIP);
    const [badge] = await findByRole(page, 'button', /^Small Reward Models/);
    expect(badge?.name).toBe('Small Reward Models via Backward Inference (saved, recognised by its title)');
  });
});

describe('an id of the same paper beside its title', () => {
  it('that comes later takes the badge over, and gives it back when it goes', async () => {
    const page = await read('<ul><li>Fluid Language Model Benchmarking</li></ul>');
    expect(await names(page)).toEqual([BY_TITLE]);
    await page.evaluate(() => document.querySelector('li')?.append(', arXiv:2509.11106'));
    await expect.poll(() => names(page)).toEqual([BY_ID]);
    expect(await page.locator('li > manicule-badge:last-child').count()).toBe(1);
    await page.evaluate(() => document.querySelector('manicule-badge')?.previousSibling?.remove());
    await expect.poll(() => names(page)).toEqual([BY_TITLE]);
  });
});

/** The papers with a badge in the main part of a page. */
const ids = async (page: Page) => (await badgesIn(page.locator('main'))).map(({ id }) => id);

describe('a title that changes', () => {
  it('is recognised when it comes', async () => {
    const page = await read('<section></section>');
    await page.evaluate(() => {
      const heading = document.createElement('h3');
      heading.append('Fluid Language Model Benchmarking');
      document.querySelector('section')?.append(heading);
    });
    await expect.poll(() => ids(page)).toEqual([FLUID]);
  });

  it('is recognised when it comes piece by piece', async () => {
    const page = await read('<h3></h3>');
    for (const piece of ['Fluid Language', ' Model Bench', 'marking']) {
      await page.evaluate((text) => document.querySelector('h3')?.append(text), piece);
    }
    await expect.poll(() => ids(page)).toEqual([FLUID]);
  });

  it('takes its badge along', async () => {
    const page = await read('<h3>Fluid Language Model Benchmarking</h3>');
    expect(await ids(page)).toEqual([FLUID]);
    await page.evaluate(() => {
      const [heading] = document.querySelectorAll('h3');
      if (heading?.firstChild) heading.firstChild.nodeValue = 'Small Reward Models via Backward Inference';
    });
    await expect.poll(() => ids(page)).toEqual([FLIP]);
    await page.evaluate(() => {
      const [heading] = document.querySelectorAll('h3');
      if (heading?.firstChild) heading.firstChild.nodeValue = 'Small Reward Models via Backward Inference: A Survey';
    });
    await expect.poll(() => ids(page)).toEqual([]);
  });

  it('that goes on in a later piece is none any more', async () => {
    const page = await read('<h3>Fluid Language Model Benchmarking</h3>');
    await page.evaluate(() => document.querySelector('h3')?.append(' in Speech Separation'));
    await expect.poll(() => ids(page)).toEqual([]);
    expect(await page.locator('h3').evaluate((heading) => heading.childNodes.length)).toBe(2);
  });
});

it('the title of the paper that a page is about has one badge, which speaks of the page', async () => {
  const page = await pageOf(
    chromium(),
    `<h1 class="title"><span class="descriptor">Title:</span>Fluid Language Model Benchmarking</h1>
      <table><tr><td>Fluid Language Model Benchmarking</td></tr></table><a href="#top">Fluid Language Model Benchmarking</a>
      <h2>${LAST.title}</h2>`,
    { address: `https://arxiv.org/abs/${FLUID}` },
  );
  await expectBadge(page, LAST.id);
  expect(await badgesIn(page.locator('body'))).toEqual([
    { id: FLUID, state: 'indexed' },
    { id: LAST.id, state: 'indexed' },
  ]);
  expect(await names(page)).toEqual([BY_ID]);
});
