import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type AccessibleNode, clickNode, devTools, findByRole } from './accessibility';
import { badgeOf, expectBadge, openCardOf, theOnly } from './card';
import {
  expectIds,
  FLIP,
  htmlOf,
  idsIn,
  OLMO,
  OWN_PAGE,
  pageOf,
  pageThatAnswers,
  RLVE,
  settle,
  untilAnotherIsMarked,
} from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const link = (id: string) => `<a href="https://arxiv.org/abs/${id}">a paper</a>`;

/** What stands in a part of a page up to its first badge, and all that stands there. */
const wordsAround = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((part) => {
      const upToBadge = document.createRange();
      upToBadge.setStart(part, 0);
      const badge = part.querySelector('manicule-badge');
      if (badge) upToBadge.setEndBefore(badge);
      return { before: `${upToBadge}`, all: part.textContent };
    });

/** A document of XHTML. */
const xhtmlOf = (body: string) => ({
  contentType: 'application/xhtml+xml',
  body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title></head>
    <body>${body}</body></html>`,
});

/** The left and the right edge of a node in the window. */
async function edgesOf(page: Page, { node }: AccessibleNode): Promise<{ left: number; right: number }> {
  const { model } = await (await devTools(page)).send('DOM.getBoxModel', { backendNodeId: node });
  const across = model.border.filter((_, at) => at % 2 === 0);
  return { left: Math.min(...across), right: Math.max(...across) };
}

describe('of other kinds than HTML', () => {
  it('XHTML is marked like HTML', async () => {
    const page = await pageThatAnswers(
      chromium(),
      xhtmlOf(`<h1>Papers</h1><p>Read arXiv:${OLMO} and ${link(RLVE)}.</p><ul><li>arXiv:${FLIP}</li></ul>`),
    );
    await expectIds(page, [OLMO, RLVE, FLIP]);
    await openCardOf(page, RLVE);
    expect(await page.evaluate(() => document.contentType)).toBe('application/xhtml+xml');
  });

  it('XHTML with marked sections is marked beside them', async () => {
    const page = await pageThatAnswers(
      chromium(),
      xhtmlOf(`<p><![CDATA[Some <words> that are no markup]]></p><p>Read arXiv:${OLMO}.</p><p>Or arXiv:${RLVE}</p>`),
    );
    await expectIds(page, [OLMO, RLVE]);
  });

  it('a drawing by itself is as it was made', async () => {
    const errors: string[] = [];
    chromium().context.once('page', (opened) => opened.on('pageerror', (error) => errors.push(String(error))));
    const page = await pageThatAnswers(chromium(), {
      contentType: 'image/svg+xml',
      body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><title>arXiv:${OLMO}</title>
        <text y="20">Read arXiv:${OLMO}</text><a href="https://arxiv.org/abs/${RLVE}"><text y="40">RLVE</text></a></svg>`,
    });
    const markup = () => page.evaluate(() => new XMLSerializer().serializeToString(document));
    const before = await markup();
    await untilAnotherIsMarked(chromium());
    await page.evaluate(() => document.querySelector('text')?.append(' and arXiv:2602.13551'));
    await untilAnotherIsMarked(chromium());
    expect(await markup()).toBe(before.replace(`arXiv:${OLMO}</text>`, `arXiv:${OLMO} and arXiv:${FLIP}</text>`));
    expect(errors).toEqual([]);
  });

  it('plain text is marked after the text', async () => {
    const page = await pageThatAnswers(chromium(), {
      contentType: 'text/plain',
      body: `To read:\n  arXiv:${OLMO}\n  https://arxiv.org/abs/${RLVE}\n`,
    });
    await expectIds(page, [OLMO, RLVE]);
    expect(await page.locator('pre ~ manicule-badge').count()).toBe(2);
    expect(await page.locator('pre').evaluate((pre) => pre.childNodes.length)).toBe(1);
    await openCardOf(page, RLVE);
  });

  it('a page without a doctype is marked like any other', async () => {
    const page = await pageThatAnswers(
      chromium(),
      `<p>Read arXiv:${OLMO} and ${link(RLVE)}.<table><tr><td>arXiv:${FLIP}`,
    );
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
    await expectIds(page, [OLMO, RLVE, FLIP]);
    await openCardOf(page, FLIP);
  });
});

describe('from right to left', () => {
  it('a badge stands at the left of the words that it follows, and at the right of those that follow it', async () => {
    const page = await pageOf(chromium(), `<div dir="rtl" lang="ar"><p>اقرأ arXiv:${OLMO} <i>اليوم</i>.</p></div>`);
    const badge = badgeOf(page, OLMO);
    await badge.waitFor();
    const boxes = await badge.evaluate((hand) => {
      const id = document.createRange();
      id.setStart(hand.previousSibling as Text, 5);
      id.setEndBefore(hand);
      return [id, hand, hand.parentElement?.querySelector('i')].map((part) => part?.getBoundingClientRect().toJSON());
    });
    const [words, hand, next] = boxes as [DOMRect, DOMRect, DOMRect];
    expect(hand.right).toBeLessThanOrEqual(words.left + 0.5);
    expect(next.right).toBeLessThanOrEqual(hand.left + 0.5);
  });

  it.each(['right', 'left'])('its card is in the window, with the badge at the %s edge', async (side) => {
    const page = await pageThatAnswers(
      chromium(),
      `<!doctype html><html dir="rtl"><style>body { margin: 0 } p { margin: 0; float: ${side} }</style>
      <p>arXiv:${OLMO}</p><div style="clear: both; width: 200vw">&nbsp;</div>`,
    );
    const { left, right } = await edgesOf(page, await openCardOf(page, OLMO));
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(1280);
  });
});

describe('what is not seen', () => {
  it('a badge takes no room on paper', async () => {
    const page = await pageOf(chromium(), `<p style="float: left">Read arXiv:${OLMO} and ${link(RLVE)} today.</p>`);
    await expectIds(page, [OLMO, RLVE]);
    const width = () => page.locator('p').evaluate((paragraph) => paragraph.getBoundingClientRect().width);
    const onScreen = await width();
    await page.emulateMedia({ media: 'print' });
    const onPaper = await width();
    await page.evaluate(() => document.querySelectorAll('manicule-badge').forEach((badge) => badge.remove()));
    expect(onPaper).toBe(await width());
    expect(onPaper).toBeLessThan(onScreen);
  });

  it.each([
    ['in closed details', `<details id="part"><summary>More</summary><p>arXiv:${OLMO}</p></details>`, 'open', true],
    ['that is hidden', `<div id="part" hidden><p>arXiv:${OLMO}</p></div>`, 'hidden', false],
    ['that is hidden until found', `<div id="part" hidden="until-found"><p>arXiv:${OLMO}</p></div>`, 'hidden', false],
    [
      'of a style that shows nothing',
      `<div id="part" style="display: none"><p>arXiv:${OLMO}</p></div>`,
      'style',
      false,
    ],
    ['that is not to be used', `<div id="part" inert><p>arXiv:${OLMO}</p></div>`, 'inert', false],
  ])('text %s has its badge when it is there to be read', async (_, html, attribute, isSet) => {
    const page = await pageOf(chromium(), `${html}<p>arXiv:${RLVE}</p>`);
    await settle(page);
    await page
      .locator('#part')
      .evaluate((part, [name, is]) => part.toggleAttribute(name, is), [attribute, isSet] as const);
    await openCardOf(page, OLMO);
    expect(await idsIn(page)).toEqual([OLMO, RLVE]);
  });

  it('text that the browser does not draw until one comes near is marked', async () => {
    const page = await pageOf(
      chromium(),
      `<p>arXiv:${RLVE}</p><div style="height: 5000px"></div>
      <section style="content-visibility: auto; contain-intrinsic-size: 100px"><p>arXiv:${OLMO}</p></section>`,
    );
    await expectIds(page, [RLVE, OLMO]);
    await page.locator('section').scrollIntoViewIfNeeded();
    await openCardOf(page, OLMO);
  });

  it('text whose element has no box of its own is marked', async () => {
    const page = await pageOf(
      chromium(),
      `<div><p style="display: contents">Read arXiv:${OLMO} and ${link(RLVE)}.</p></div>`,
    );
    await expectIds(page, [OLMO, RLVE]);
    await openCardOf(page, OLMO);
  });
});

it.each(['flex', 'inline-flex', 'grid'])(
  'words that are a cell by themselves are not torn apart (%s)',
  async (display) => {
    const page = await pageOf(chromium(), `<div style="display: ${display}">Read arXiv:${OLMO} today.</div>`);
    await expectIds(page, [OLMO]);
    expect(await page.locator('div').evaluate((cells) => cells.firstChild?.nodeValue)).toBe(
      `Read arXiv:${OLMO} today.`,
    );
  },
);

describe('with shadow roots', () => {
  it.each([
    [
      'of a custom element',
      `<my-note></my-note><script>
      customElements.define('my-note', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).append(note());
        }
      });
    </script>`,
    ],
    [
      'of an element of the page',
      `<div id="host"></div><script>
      document.querySelector('#host').attachShadow({ mode: 'open' }).append(note());
    </script>`,
    ],
    [
      'in another one',
      `<div id="host"></div><script>
      const inner = document.createElement('section');
      inner.attachShadow({ mode: 'open' }).append(note());
      document.querySelector('#host').attachShadow({ mode: 'open' }).append(inner);
    </script>`,
    ],
    [
      'that is written in the page',
      `<div><template shadowrootmode="open"><p>Read arXiv:${OLMO}, or ${link(RLVE)}.</p></template></div>`,
    ],
  ])('a paper in an open one %s is marked', async (_, html) => {
    const page = await pageOf(
      chromium(),
      `<script>
        function note() {
          const paragraph = document.createElement('p');
          const link = Object.assign(document.createElement('a'), { href: 'https://arxiv.org/abs/${RLVE}' });
          link.append('a paper');
          paragraph.append('Read arXiv:${OLMO}, or ', link, '.');
          return paragraph;
        }
      </script>${html}<p>arXiv:${FLIP}</p>`,
    );
    await expect.poll(async () => (await idsIn(page)).sort()).toEqual([RLVE, OLMO, FLIP].sort());
    const { parentElement, previous } = await badgeOf(page, OLMO).evaluate((badge) => ({
      parentElement: badge.parentElement?.localName,
      previous: badge.previousSibling?.textContent,
    }));
    expect([parentElement, previous]).toEqual(['p', `Read arXiv:${OLMO}`]);
    await openCardOf(page, OLMO);
  });

  const HOST = `<div id="host"></div><p>arXiv:${FLIP}</p><script>
    const root = document.querySelector('#host').attachShadow({ mode: 'open' });
    root.append(Object.assign(document.createElement('p'), { textContent: 'Nothing yet.' }));
  </script>`;

  it('what comes into an open one later is marked when it comes, and its badge goes with it', async () => {
    const page = await pageOf(chromium(), HOST);
    await settle(page);
    await page.evaluate((id) => {
      const text = document.querySelector('#host')?.shadowRoot?.querySelector('p')?.firstChild;
      if (text) text.nodeValue = `Now arXiv:${id} is here.`;
    }, OLMO);
    await expectBadge(page, OLMO);
    await page.evaluate(() => {
      const text = document.querySelector('#host')?.shadowRoot?.querySelector('p')?.firstChild;
      if (text) text.nodeValue = 'Gone again.';
    });
    await expectIds(page, [FLIP]);
    expect(await page.locator('#host p').textContent()).toBe('Gone again.');
  });

  it('one that comes later is read when it comes', async () => {
    const page = await pageOf(chromium(), HOST);
    await settle(page);
    await page.evaluate((id) => {
      const host = document.createElement('section');
      const paragraph = Object.assign(document.createElement('p'), { textContent: `arXiv:${id}` });
      host.attachShadow({ mode: 'open' }).append(paragraph);
      document.querySelector('#host')?.shadowRoot?.append(host);
    }, OLMO);
    await expectBadge(page, OLMO);
  });

  it('a closed one is left alone', async () => {
    const page = await pageOf(
      chromium(),
      `<div id="host"></div><p>arXiv:${FLIP}</p><script>
      window.kept = document.querySelector('#host').attachShadow({ mode: 'closed' });
      kept.append(Object.assign(document.createElement('p'), { textContent: 'arXiv:${OLMO}' }));
    </script>`,
    );
    await settle(page);
    expect(await idsIn(page)).toEqual([FLIP]);
    expect(await page.evaluate(() => (window as unknown as { kept: ShadowRoot }).kept.childNodes.length)).toBe(1);
    expect(await page.evaluate('kept.firstChild.childNodes.length')).toBe(1);
  });

  it('the card of a badge in one can be used in a modal dialog around it', async () => {
    const page = await pageOf(
      chromium(),
      `<dialog><div><template shadowrootmode="open"><p>arXiv:${OLMO}</p></template></div></dialog>
      <script>document.querySelector('dialog').showModal()</script>`,
    );
    await badgeOf(page, OLMO).click();
    await clickNode(page, await theOnly(page, 'button', /^Close$/));
    await expect.poll(() => findByRole(page, 'button', /^Close$/)).toEqual([]);
  });

  it('text that stands in a slot is marked once', async () => {
    const page = await pageOf(
      chromium(),
      `<div><template shadowrootmode="open"><section><slot></slot></section></template><p>Read arXiv:${OLMO}.</p></div>`,
    );
    await settle(page);
    expect(await idsIn(page)).toEqual([OLMO]);
    await openCardOf(page, OLMO);
  });
});

it('a frame of the same site is left alone, and the page around it is marked', async () => {
  chromium().serve({ [`${OWN_PAGE}framed`]: htmlOf(`<p>arXiv:${OLMO}</p>`) });
  const page = await pageOf(chromium(), `<p>arXiv:${RLVE}</p><iframe src="/framed"></iframe><p>arXiv:${FLIP}</p>`);
  await settle(page);
  expect(await idsIn(page)).toEqual([RLVE, FLIP]);
  expect(await page.frameLocator('iframe').locator('manicule-badge').count()).toBe(0);
  expect(
    await page
      .frameLocator('iframe')
      .locator('p')
      .evaluate((paragraph) => paragraph.childNodes.length),
  ).toBe(1);
});

describe('an id that markup splits', () => {
  it.each([
    'arXiv:<b>2511.07317</b>',
    '<b>arXiv</b>:2511.07317',
    '<i>arXiv:</i> <b>2511.07317</b>',
    'arXiv:2511.<wbr>07317',
    'arXiv:2511.&shy;07317',
    'arXiv:<span>2511</span>.<span>07317</span>',
    'arXiv:<!-- -->2511.07317',
    '10.48550/<mark>arXiv</mark>.2511.07317',
    'https://arxiv.org/<wbr>abs/<wbr>2511.07317',
    'arXiv:2511.07317<a href="x.pdf">pdf</a>',
    'arXiv:2511.07317<sup>1</sup>',
  ])('is marked right after it: %s', async (html) => {
    const page = await pageOf(chromium(), `<p id="kept">Read ${html} today.</p><p>arXiv:${FLIP}</p>`);
    const { all } = await wordsAround(page, '#kept');
    await expectIds(page, [RLVE, FLIP]);
    const around = await wordsAround(page, '#kept');
    expect(around.before).toMatch(/07317$/);
    expect(around.all).toBe(all);
    await openCardOf(page, RLVE);
  });

  it('is marked once where it stands whole in the same paragraph too', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:<b>2511.07317</b>, that is arXiv:${RLVE}</p><p>arXiv:${FLIP}</p>`);
    await expectIds(page, [RLVE, FLIP]);
    await settle(page);
    expect(await idsIn(page)).toEqual([RLVE, FLIP]);
  });

  it('loses its badge when one of its parts is written anew', async () => {
    const page = await pageOf(chromium(), `<p id="kept">Read arXiv:<b>2511</b>.07317 today.</p><p>arXiv:${FLIP}</p>`);
    await expectIds(page, [RLVE, FLIP]);
    await page.evaluate(() => {
      const text = document.querySelector('b')?.firstChild;
      if (text) text.nodeValue = '2411';
    });
    await expectIds(page, [FLIP]);
    const nodes = await page.locator('#kept').evaluate((part) => [...part.childNodes].map((node) => node.textContent));
    expect(nodes).toEqual(['Read arXiv:', '2411', '.07317 today.']);
  });

  it.each([
    '<p><b>1</b>2511.07317</p>',
    '<p>2511.07317<b>8</b></p>',
    '<table><tr><td>2511</td><td>.07317</td></tr></table>',
    '<table><tr><td>arXiv:2511</td><td>.07317</td></tr></table>',
    '<p>2511.</p><p>07317</p>',
    '<p>arXiv:2511.</p><p>07317</p>',
    '<div>arXiv:2511.</div><div>07317</div>',
    '<p>arXiv:2511.<input>07317</p>',
    '<p>arXiv:2511.<span contenteditable>0</span>07317</p>',
  ])('is none where what is read is none: %s', async (html) => {
    const page = await pageOf(chromium(), `<div id="kept">${html}</div><p>arXiv:${FLIP}</p>`);
    await expectBadge(page, FLIP);
    await settle(page);
    expect(await idsIn(page)).toEqual([FLIP]);
  });
});
