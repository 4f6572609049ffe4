import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BLOG, LIST } from '../pages/served';
import { clickNode, findByRole } from './accessibility';
import { badgeOf, openCardOf, theOnly } from './card';
import { makeEdit } from './edits';
import { FLIP, htmlOf, OLMO, OWN_PAGE, RLVE } from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const PAPER = '2509.11106';

const press = async (page: Page, name: RegExp, role = 'button') => clickNode(page, await theOnly(page, role, name));

/** Unfolds the note of the open card and goes on to its field, by the keyboard: the card may move as it grows. */
async function unfoldNote(page: Page): Promise<void> {
  await press(page, /^Note/, 'DisclosureTriangle');
  await theOnly(page, 'textbox', /^Note$/);
  await page.keyboard.press('Tab');
}

/** What stands in the note of the open card, as a screen reader is told. */
async function noteIn(page: Page): Promise<string> {
  const { nodes } = await (await page.context().newCDPSession(page)).send('Accessibility.getFullAXTree');
  const note = nodes.find((node) => node.role?.value === 'textbox' && node.name?.value === 'Note');
  return String(note?.value?.value ?? '');
}

const names = async (page: Page, role: string, name: RegExp) =>
  (await findByRole(page, role, name)).map((node) => node.name);

describe('on its card', () => {
  it('a paper is starred and tagged, and so it stands in the card of another tab at once', async () => {
    const page = await chromium().visit(BLOG);
    const other = await chromium().visit(LIST);
    await openCardOf(other, PAPER);
    await page.bringToFront();
    await openCardOf(page, PAPER);
    await press(page, /^Star$/);
    await badgeOf(page, PAPER, 'saved').waitFor();
    await press(page, /^Add a tag$/, 'combobox');
    await page.keyboard.type('to cite, agents');
    await page.keyboard.press('Enter');
    for (const each of [page, other]) {
      await expect
        .poll(() => names(each, 'button', /^Remove tag/))
        .toEqual(['Remove tag to cite', 'Remove tag agents']);
    }
    // The field is empty and has the focus: the next tag can be typed.
    await page.keyboard.type('later');
    await page.keyboard.press('Enter');
    await expect.poll(() => names(other, 'button', /^Remove tag/)).toHaveLength(3);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => names(other, 'button', /^Remove tag/)).toEqual(['Remove tag to cite', 'Remove tag agents']);
  });

  it('whoever takes the last tag away goes on in the field for the next', async () => {
    const page = await chromium().visit(BLOG);
    await openCardOf(page, OLMO);
    await press(page, /^Add a tag$/, 'combobox');
    await page.keyboard.type('once');
    await page.keyboard.press('Enter');
    await theOnly(page, 'button', /^Remove tag once$/);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page, 'button', /^Remove tag/)).toEqual([]);
    await page.keyboard.type('again');
    await page.keyboard.press('Enter');
    await theOnly(page, 'button', /^Remove tag again$/);
  });

  it('a note is kept as it is typed, also when the card is closed at once', async () => {
    const page = await chromium().visit(BLOG);
    await openCardOf(page, PAPER);
    await unfoldNote(page);
    await page.keyboard.type('Read section 3.');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => {
        await openCardOf(page, PAPER);
        const kept = await names(page, 'DisclosureTriangle', /section 3/);
        await page.keyboard.press('Escape');
        return kept.length;
      })
      .toBe(1);
  });

  it('a note that is written in two tabs at once has what was written in both', async () => {
    const [one, other] = [await chromium().visit(BLOG), await chromium().visit(LIST)];
    for (const page of [one, other]) {
      await page.bringToFront();
      await openCardOf(page, '2506.10947');
      await unfoldNote(page);
    }
    await other.keyboard.insertText('From the list.');
    await one.bringToFront();
    await one.keyboard.insertText('From the blog.');
    for (const page of [one, other]) {
      await page.bringToFront();
      await expect.poll(() => noteIn(page)).toContain('From the blog.');
      await expect.poll(() => noteIn(page)).toContain('From the list.');
    }
  });

  it('what is typed stays while the paper changes elsewhere', async () => {
    const [page, other] = [await chromium().visit(BLOG), await chromium().visit(LIST)];
    await openCardOf(page, '2506.10947');
    await press(page, /^Add a tag$/, 'combobox');
    await page.keyboard.type('half of a t');
    await other.bringToFront();
    await openCardOf(other, '2506.10947');
    await press(other, /^Star$/);
    await badgeOf(other, '2506.10947', 'saved').waitFor();
    await page.bringToFront();
    await page.keyboard.type('ag');
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page, 'button', /^Remove tag/)).toEqual(['Remove tag half of a tag']);
  });

  it('a citation goes to the clipboard', async () => {
    await chromium().context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await chromium().visit(BLOG);
    await openCardOf(page, PAPER);
    for (const [name, text] of [
      ['BibTeX', /^@\w+\{[\s\S]*2509\.11106/],
      ['APA', /^Hofmann.*\(2025\)/],
      ['Markdown link', /^\[Fluid Language Model Benchmarking\]\(https:\/\/arxiv\.org\/abs\/2509\.11106\)$/],
    ] as const) {
      await press(page, new RegExp(`^Copy citation as ${name}$`));
      await expect.poll(() => names(page, 'status', /(?:)/)).toHaveLength(1);
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(text);
    }
  });

  it('a citation is shown to be copied by hand where a page has no clipboard', async () => {
    const address = 'http://plain.example.org/';
    chromium().serve({ [address]: htmlOf(`<p>arXiv:${OLMO}</p>`) });
    const page = await chromium().visit(address);
    await openCardOf(page, OLMO);
    await press(page, /^Copy citation as BibTeX$/);
    expect((await theOnly(page, 'textbox', /^Citation$/)).role).toBe('textbox');
    // It stays there while the paper changes elsewhere, until something else is done here.
    await makeEdit(chromium(), { kind: 'save', id: OLMO }, { kind: 'tag', id: OLMO, tag: 'elsewhere' });
    await theOnly(page, 'button', /^Remove tag elsewhere$/);
    await theOnly(page, 'textbox', /^Citation$/);
    await press(page, /^Remove tag elsewhere$/);
    await expect.poll(() => names(page, 'textbox', /^Citation$/)).toEqual([]);
  });
});

describe('a page', () => {
  const listening = `<script>
    window.heard = [];
    for (const type of ['keydown', 'keypress', 'keyup', 'paste', 'focusin', 'click'])
      document.addEventListener(type, () => window.heard.push(type));
  </script>`;

  it('with a strict policy hears nothing of what is typed in a card', async () => {
    chromium().serve({
      [OWN_PAGE]: {
        body: htmlOf(`<p>arXiv:${RLVE}</p>${listening.replace('<script>', '<script nonce="n">')}`),
        headers: {
          'content-security-policy': "default-src 'none'; script-src 'nonce-n'; require-trusted-types-for 'script'",
        },
      },
    });
    const page = await chromium().visit(OWN_PAGE);
    await openCardOf(page, RLVE);
    await page.evaluate('window.heard = []');
    await press(page, /^Add a tag$/, 'combobox');
    await page.keyboard.type('j');
    await page.keyboard.press('Enter');
    await theOnly(page, 'button', /^Remove tag j$/);
    expect(await page.evaluate('window.heard')).toEqual([]);
  });

  it('may show a paper in a modal dialog, where its card is used like any other', async () => {
    chromium().serve({
      [OWN_PAGE]: htmlOf(
        `<dialog><p>arXiv:${FLIP}</p></dialog><script>document.querySelector('dialog').showModal()</script>`,
      ),
    });
    const page = await chromium().visit(OWN_PAGE);
    await badgeOf(page, FLIP).click();
    await unfoldNote(page);
    await page.keyboard.type('In a dialog.');
    await page.keyboard.press('Escape');
    await badgeOf(page, FLIP, 'saved').waitFor();
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  });
});
