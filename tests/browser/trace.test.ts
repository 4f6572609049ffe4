import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findByRole } from './accessibility';
import { expectBadge, openCardOf, theOnly } from './card';
import { choose, forgetChoices } from './choices';
import { pressShortcut } from './outside-of-page';
import { expectIds, idsIn, pageOf, pageThatAnswers, settle } from './own-page';
import {
  CLOCK,
  FERRY,
  highlighted,
  keepTracedPapers,
  LANTERN,
  LOGBOOKS,
  papersOn,
  SHADOWS,
  showPassage,
  THIRTEEN,
  trace,
} from './trace';
import { runBesideScript } from './update';
import { withChromium } from './with-chromium';

const chromium = withChromium();

beforeAll(() => keepTracedPapers(chromium()));
afterEach(() => forgetChoices(chromium()));

const fixture = (name: string) => readFileSync(new URL(`../pages/trace/${name}.html`, import.meta.url), 'utf8');

/** What a page is made of, badges aside: every text and every attribute, in order. */
const sourceOf = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const badge of copy.querySelectorAll('manicule-badge')) badge.remove();
    return new XMLSerializer().serializeToString(copy);
  });

/** Letters and digits alone. */
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether what traces is in the page at all. */
const isLoaded = (page: Page) => runBesideScript(chromium(), page, 'typeof traceWith === "function"');

/** Whether the passage that is set off from the others stands in the window, as a whole. */
const isShownWhole = (page: Page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('manicule-passage-shown') ?? [];
    const { top, bottom, height } = (range as Range).getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= innerHeight;
  });

const lines = (count: number) => 'Some line of nothing much.\n'.repeat(count);

const FOUND: Record<string, [string, string[], string[]]> = {
  'a paragraph': ['paragraph', [SHADOWS.slice(SHADOWS.indexOf('a ferryman'))], [FERRY]],
  'the bubbles of a chat': ['chat', [`${THIRTEEN} ${LOGBOOKS}`], [CLOCK]],
  'a mail with broken lines': ['mail', [`${SHADOWS} ${LANTERN}`], [FERRY]],
  'the text layer of a PDF': ['pdf', [`${THIRTEEN} ${LOGBOOKS}`], [CLOCK]],
  'a sentence that quotes two papers': ['two', [LANTERN, LOGBOOKS.slice(LOGBOOKS.indexOf('through'))], [FERRY, CLOCK]],
};

describe('what stands in a paper is highlighted, with a badge, and nothing of the page is changed', () => {
  it.each(Object.entries(FOUND))('in %s', async (_, [name, passages, ids]) => {
    const page = await pageThatAnswers(chromium(), fixture(name));
    const before = await sourceOf(page);
    expect(await trace(chromium(), page)).toBe(passages.length);
    expect((await highlighted(page)).map(letters)).toEqual(passages.map(letters));
    await expectIds(page, ids);
    expect(await sourceOf(page)).toBe(before);
    const listed = (await papersOn(chromium(), page)).passages ?? [];
    expect(listed.map(({ text }) => letters(text)).toSorted()).toEqual(passages.map(letters).toSorted());
  });

  it.each(['edited', 'translated', 'topic'])('and nothing is found on the page that is %s', async (name) => {
    const page = await pageThatAnswers(chromium(), fixture(name));
    expect(await trace(chromium(), page)).toBe(0);
    expect(await highlighted(page)).toEqual([]);
    expect((await papersOn(chromium(), page)).passages).toEqual([]);
  });

  it('under the strictest policy that a page can have', async () => {
    const page = await pageOf(chromium(), `<p>${SHADOWS}</p>`, {
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    });
    expect(await trace(chromium(), page)).toBe(1);
    await expectIds(page, [FERRY]);
  });

  it('in an open shadow root', async () => {
    const page = await pageOf(
      chromium(),
      `<p>Before.</p><x-part><template shadowrootmode="open"><p>${SHADOWS}</p></template></x-part><p>${THIRTEEN}</p>`,
    );
    expect(await trace(chromium(), page)).toBe(2);
    expect((await highlighted(page)).map(letters)).toEqual([SHADOWS, THIRTEEN].map(letters));
    // Those of the page itself come first here.
    await expectIds(page, [CLOCK, FERRY]);
  });

  it('but not where a person writes, nor where nobody sees it', async () => {
    const page = await pageOf(
      chromium(),
      `<textarea>${SHADOWS}</textarea><div contenteditable><p>${SHADOWS}</p></div><p hidden>${SHADOWS}</p>`,
    );
    expect(await trace(chromium(), page)).toBe(0);
  });
});

it('says on the badge and on its card that the paper is known by its words', async () => {
  const page = await pageOf(chromium(), `<p>${SHADOWS}</p>`);
  await trace(chromium(), page);
  await expectBadge(page, FERRY, 'saved');
  expect(await findByRole(page, 'button', /recognised by its words/)).toHaveLength(1);
  await openCardOf(page, FERRY);
  await theOnly(page, 'StaticText', /recognised by its words/i);
});

it.each([
  ['what is quoted ends', `They say: “${SHADOWS}” And so on.`, 'dogs.”'],
  ['the page goes on without a space', `${LANTERN.slice(0, -1)}-by/whom?it=is, we say.`, 'seen-by/whom?it=is,'],
  ['the text ends', `${LANTERN.slice(0, -1)}`, 'seen'],
])('puts the badge where there is room for it when %s', async (_, text, end) => {
  const page = await pageOf(chromium(), `<p>${text}</p>`);
  expect(await trace(chromium(), page)).toBe(1);
  await expectIds(page, [FERRY]);
  const before = await page.locator('manicule-badge').evaluate((badge) => badge.previousSibling?.textContent ?? '');
  expect(before.split(' ').at(-1)).toBe(end);
});

it('leaves the badge to what names the paper in the same block', async () => {
  const page = await pageOf(chromium(), `<p>${SHADOWS} And so on (arXiv:${FERRY}).</p><p>${SHADOWS}</p>`);
  await expectIds(page, [FERRY]);
  expect(await trace(chromium(), page)).toBe(2);
  await expectIds(page, [FERRY, FERRY]);
  expect(await findByRole(page, 'button', /recognised by its words/)).toHaveLength(1);
  await page.evaluate(() => document.querySelector('p')?.normalize());
});

it('takes what was traced last in the place of what was traced before', async () => {
  const page = await pageOf(chromium(), `<p>${SHADOWS}</p><p id="other">${THIRTEEN} ${LOGBOOKS}</p>`);
  expect(await trace(chromium(), page)).toBe(2);
  await expectIds(page, [FERRY, CLOCK]);
  await page.evaluate(() => {
    const [text] = document.querySelector('#other')?.childNodes ?? [];
    getSelection()?.setBaseAndExtent(text as Node, 4, text as Node, 120);
  });
  await pressShortcut(chromium(), page, 'trace-selection');
  await expect.poll(() => highlighted(page)).toHaveLength(1);
  expect(letters(`${THIRTEEN} ${LOGBOOKS}`.slice(4, 120))).toContain(letters((await highlighted(page)).join()));
  await expectIds(page, [CLOCK]);
  expect(await trace(chromium(), page)).toBe(2);
  await expectIds(page, [FERRY, CLOCK]);
});

it('keeps a passage while badges come and go in its text, and lets it go when its words do', async () => {
  const page = await pageOf(chromium(), `<p>First of all: ${SHADOWS} ${LANTERN} The end.</p><p>${THIRTEEN}</p>`);
  expect(await trace(chromium(), page)).toBe(2);
  await expectIds(page, [FERRY, CLOCK]);
  // The badge goes, and the text that was split for it is put together again.
  await choose(chromium(), 'only-arxiv');
  await expectIds(page, []);
  await forgetChoices(chromium());
  expect(await trace(chromium(), page)).toBe(2);
  await expectIds(page, [FERRY, CLOCK]);
  await page.evaluate(() => {
    const text = document.querySelector('p')?.firstChild as Text;
    text.data = text.data.replace('noon', 'nine');
  });
  await expectIds(page, [CLOCK]);
  await expect.poll(() => highlighted(page)).toEqual([THIRTEEN.slice(0, -1)]);
  expect((await papersOn(chromium(), page)).passages?.map(({ papers }) => papers[0]?.id)).toEqual([CLOCK]);
});

it('keeps a passage that the page goes on writing after', async () => {
  const page = await pageOf(chromium(), `<p>${SHADOWS}</p>`);
  await trace(chromium(), page);
  await expectIds(page, [FERRY]);
  await page.evaluate((more) => {
    const text = document.querySelector('p')?.firstChild as Text;
    text.data = `${text.data} ${more}`;
  }, 'And it goes on, and on.');
  await settle(page);
  expect((await highlighted(page)).map(letters)).toEqual([letters(SHADOWS)]);
});

describe('where papers are not marked', () => {
  it('what is traced by hand is highlighted and listed, and has no badge', async () => {
    await choose(chromium(), 'off:page.example.org');
    await choose(chromium(), 'trace:page.example.org');
    const page = await pageOf(chromium(), `<p>${SHADOWS}</p>`);
    expect(await trace(chromium(), page)).toBe(1);
    const { passages, isMarking } = await papersOn(chromium(), page);
    expect({ isMarking, ids: passages?.map(({ papers }) => papers[0]?.id) }).toEqual({
      isMarking: false,
      ids: [FERRY],
    });
    expect(await highlighted(page)).toHaveLength(1);
    expect(await idsIn(page)).toEqual([]);
  });

  it('nothing is left of it once that is wanted', async () => {
    const page = await pageOf(chromium(), `<p>Here: ${SHADOWS} There.</p>`);
    await trace(chromium(), page);
    await expectIds(page, [FERRY]);
    await choose(chromium(), 'off:page.example.org');
    await expectIds(page, []);
    expect(await highlighted(page)).toEqual([]);
    expect(await page.locator('p').evaluate(({ childNodes }) => childNodes.length)).toBe(1);
  });
});

describe('by itself', () => {
  it.each(['trace:page.example.org', 'trace-everywhere'])('a page is traced when that is chosen: %s', async (key) => {
    await choose(chromium(), key);
    const page = await pageOf(chromium(), `<p>${SHADOWS}</p>`);
    await expectIds(page, [FERRY]);
    expect((await papersOn(chromium(), page)).passages).toHaveLength(1);
    await page.evaluate((words) => {
      document.body.append(Object.assign(document.createElement('p'), { textContent: words }));
    }, THIRTEEN);
    await expectIds(page, [FERRY, CLOCK]);
    expect(await highlighted(page)).toHaveLength(2);
    await forgetChoices(chromium());
    await expectIds(page, []);
    expect(await highlighted(page)).toEqual([]);
  });

  it.each([
    ['without a choice', []],
    ['where another site is chosen', ['trace:other.example.org']],
    ['where papers are not marked', ['trace-everywhere', 'off:page.example.org']],
  ])('nothing is traced, nor loaded for that, %s', async (_, keys) => {
    for (const key of keys) await choose(chromium(), key);
    const page = await pageOf(chromium(), `<p>${SHADOWS}</p>`);
    if (keys.some((key) => key.startsWith('off:'))) await papersOn(chromium(), page);
    else await settle(page);
    expect(await isLoaded(page)).toBe(false);
    expect(await idsIn(page)).toEqual([]);
    expect((await papersOn(chromium(), page)).passages).toBeUndefined();
  });
});

describe('a passage that is asked for', () => {
  it.each([
    ['far down in one long text', `<pre>${lines(300)}${SHADOWS}\n${lines(300)}</pre>`],
    ['far up', `<p>${SHADOWS}</p><pre>${lines(300)}</pre><p id="end">End</p>`],
    [
      'folded up',
      `<pre>${lines(99)}</pre><details><summary>More</summary><p>${SHADOWS}</p></details><pre>${lines(99)}</pre>`,
    ],
    [
      'in a box that scrolls, in one that does too',
      `<pre>${lines(99)}</pre><div style="height: 300px; overflow: auto"><pre>${lines(99)}</pre>
        <div style="height: 200px; overflow-y: scroll"><pre>${lines(99)}${SHADOWS}\n${lines(99)}</pre></div></div>`,
    ],
    [
      'where the page scrolls slowly',
      `<style>* { scroll-behavior: smooth }</style><pre>${lines(300)}</pre><p>${SHADOWS}</p>`,
    ],
  ])('comes before the eyes: %s', async (_, html) => {
    const page = await pageOf(chromium(), html);
    await page.evaluate(() => document.querySelector('#end')?.scrollIntoView());
    expect(await trace(chromium(), page)).toBe(1);
    const [passage] = (await papersOn(chromium(), page)).passages ?? [];
    await showPassage(chromium(), page, passage?.number ?? -1);
    expect(await isShownWhole(page)).toBe(true);
    expect((await highlighted(page, 'manicule-passage-shown')).map(letters)).toEqual([letters(SHADOWS)]);
  });

  it('is told to be gone when its words are, and the page stays where it is', async () => {
    const page = await pageOf(chromium(), `<pre>${lines(200)}</pre><p>${SHADOWS}</p>`);
    await trace(chromium(), page);
    const [passage] = (await papersOn(chromium(), page)).passages ?? [];
    await page.evaluate(() => document.querySelector('p')?.replaceChildren('Something else.'));
    await expect(showPassage(chromium(), page, passage?.number ?? -1)).rejects.toThrow('Trace it again.');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await highlighted(page, 'manicule-passage-shown')).toEqual([]);
  });
});
