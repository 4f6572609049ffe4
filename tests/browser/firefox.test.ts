import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BLOG, LIST, PAGES, UNKNOWN_PAPER } from '../pages/served';
import { Firefox } from './firefox';
import type { Answer } from './answer';
import { FIRST, LISTED } from '../pages/hydrated/app';
import type { Client } from '../pages/hydrated/client';
import { hydratedPage } from './hydrated';
import { FLIP, htmlOf, OLMO, OWN_PAGE, RLVE } from './own-page';
import { textsByRole } from './shadow';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await Firefox.launch();
  firefox.serve(PAGES);
});
afterAll(() => firefox.close());

const badge = (id: string, state?: string) =>
  `manicule-badge[data-arxiv-id="${id}"]${state === undefined ? '' : `[data-state="${state}"]`}`;

const row = (id: string, state: string) => `[data-results] [data-arxiv-id="${id}"][data-state="${state}"]`;

const badgesOf = (page: Page) =>
  page.$$eval('manicule-badge', (badges) =>
    badges.map((one) => [one.getAttribute('data-arxiv-id'), one.getAttribute('data-state')]),
  );

it('marks the papers of a listing', async () => {
  const page = await firefox.visit(LIST);
  await expect.poll(async () => (await badgesOf(page)).length).toBe(10);
  expect((await badgesOf(page)).slice(4, 7)).toEqual([
    ['2506.01937', 'indexed'],
    [UNKNOWN_PAPER, 'unsaved'],
    ['2507.02833', 'indexed'],
  ]);
});

it('opens the card of a paper, and closes it with Escape', async () => {
  const page = await firefox.visit(BLOG);
  await page.waitForSelector(badge('2508.13144'));
  await page.click(badge('2508.13144'));
  await expect.poll(() => textsByRole(page, 'dialog')).toEqual([expect.stringContaining('David Heineman')]);
  await page.keyboard.press('Escape');
  await expect.poll(() => textsByRole(page, 'dialog')).toEqual([]);
  expect(page.url()).toBe(BLOG);
});

it('finds papers as one types, and saves one that an open page then shows', async () => {
  const page = await firefox.visit(LIST);
  await page.waitForSelector(badge('2506.10947', 'indexed'));
  const popup = await firefox.open('popup.html?tab=0');
  await popup.type('input[type=search]', 'spurious rew');
  await popup.waitForSelector('[data-results] [data-arxiv-id="2506.10947"] mark');
  await popup.click('[data-results] [data-arxiv-id="2506.10947"] button');
  await popup.waitForSelector('[data-results] [data-arxiv-id="2506.10947"][data-state="saved"]');
  await page.waitForSelector(badge('2506.10947', 'saved'));
  expect(await badgesOf(page)).toContainEqual(['2506.01937', 'indexed']);
});

it('lists what is kept in the library, changes it by keys, and takes that back', async () => {
  const [one, other] = ['2507.00417', '2603.11327'] as const;
  const popup = await firefox.open('popup.html?tab=0');
  await popup.type('input[type=search]', `${one} ${other}`);
  for (const id of [one, other]) {
    await popup.waitForSelector(`[data-results] [data-arxiv-id="${id}"]`);
    await popup.click(`[data-results] [data-arxiv-id="${id}"] button`);
    await popup.waitForSelector(`[data-results] [data-arxiv-id="${id}"][data-state="saved"]`);
  }
  const library = await firefox.open('library.html');
  await library.waitForSelector(row(one, 'saved'));
  await library.type('input[type=search]', `arXiv:${one}`);
  await expect
    .poll(() =>
      library.$$eval('[data-results] [data-arxiv-id]', (rows) =>
        rows.map((each) => each.getAttribute('data-arxiv-id')),
      ),
    )
    .toEqual([one]);
  // A key counts where the focus is: it is waited for.
  const focusIn = (selector: string) =>
    library.waitForFunction((within) => document.activeElement?.closest(within) !== null, {}, selector);
  await library.keyboard.press('ArrowDown');
  await focusIn('[data-arxiv-id]');
  await library.keyboard.press('e');
  await library.waitForSelector(row(one, 'reading'));
  await library.keyboard.press('t');
  await focusIn('input');
  await library.keyboard.type('to cite');
  await library.keyboard.press('Enter');
  await library.waitForSelector('[aria-label="Remove the tag to cite"]');
  await library.keyboard.press('Escape');
  await focusIn('[data-arxiv-id]');
  await library.keyboard.press('#');
  await library.waitForSelector(row(one, 'indexed'));
  await library.keyboard.press('u');
  await library.waitForSelector(row(one, 'reading'));
  await library.waitForSelector('[aria-label="Remove the tag to cite"]');
  await library.keyboard.press('Escape');
});

it('lists the papers of a tab', async () => {
  const page = await firefox.visit(BLOG);
  await page.waitForSelector(badge('2509.11106'));
  const asker = await firefox.open('popup.html?tab=0');
  const popup = await firefox.open(`popup.html?tab=${await firefox.tabId(page, asker)}`);
  const listed = () =>
    popup.$$eval('section [data-arxiv-id]', (rows) => rows.map((each) => each.getAttribute('data-arxiv-id')));
  await expect.poll(async () => (await listed()).slice(0, 3)).toEqual(['2509.11106', '2508.13144', '2506.10947']);
});

it('asks the network for nothing but the pages that were opened', () => {
  const pages = firefox.requests.filter((address) => !address.endsWith('/favicon.ico'));
  expect(new Set(pages)).toEqual(new Set([LIST, BLOG]));
  expect(firefox.outside.asked()).toEqual([]);
});

it('saves what a listing says of a paper, and knows it by that elsewhere', async () => {
  const listing = await firefox.visit(LIST);
  await listing.waitForSelector(badge(UNKNOWN_PAPER, 'unsaved'));
  const asker = await firefox.open('popup.html?tab=0');
  const popup = await firefox.open(`popup.html?tab=${await firefox.tabId(listing, asker)}`);
  await popup.waitForSelector(`section [data-arxiv-id="${UNKNOWN_PAPER}"] button`);
  await popup.click(`section [data-arxiv-id="${UNKNOWN_PAPER}"] button`);
  const page = await firefox.visit(BLOG);
  await page.waitForSelector(badge(UNKNOWN_PAPER, 'saved'));
  await page.click(badge(UNKNOWN_PAPER));
  await expect
    .poll(() => textsByRole(page, 'dialog'))
    .toEqual([expect.stringMatching(/Cost of Pointing at Things.*Ada Sample, Ben Placeholder.*A paper made up/)]);
});

/** Opens a page that this test writes itself. */
function pageThatAnswers(answer: Answer): Promise<Page> {
  firefox.serve({ [OWN_PAGE]: answer });
  return firefox.visit(OWN_PAGE);
}

/** The papers of all badges in a page and in its open shadow roots; those of the page itself come first. */
const idsOn = (page: Page) =>
  page.evaluate(() => {
    const badgesIn = (part: ParentNode): Element[] => [
      ...part.querySelectorAll('manicule-badge'),
      ...[...part.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? badgesIn(shadowRoot) : [])),
    ];
    return badgesIn(document).map((one) => one.getAttribute('data-arxiv-id'));
  });

/** Expects badges for just these papers, also when all is marked that is going to be: what comes now is marked last. */
async function expectOnly(page: Page, ids: string[]): Promise<void> {
  await expect.poll(() => idsOn(page)).toEqual(ids);
  const last = await page.evaluateHandle(() => {
    const paragraph = document.createElementNS('http://www.w3.org/1999/xhtml', 'p');
    paragraph.append('arXiv:2506.18880');
    document.body.append(paragraph);
    return paragraph;
  });
  await page.waitForSelector(badge('2506.18880'));
  await last.evaluate((paragraph) => paragraph.remove());
  await expect.poll(() => idsOn(page)).toEqual(ids);
}

/** The page's script is asked to say what is here. */
declare const client: Client;

it('marks a page that React takes over when it is loaded, and React complains of nothing', async () => {
  const start = 'addEventListener("load", () => requestIdleCallback(() => client.hydrate()));';
  firefox.serve(await hydratedPage('react', { tag: '<script async src="/client.js"></script>', start }));
  const page = await firefox.visit(OWN_PAGE);
  await page.waitForSelector('main[data-taken="true"]');
  await expectOnly(page, [FIRST, FIRST, FIRST, ...LISTED]);
  await page.click('#turn');
  await expectOnly(page, [FIRST, FIRST, FIRST, ...LISTED.toReversed()]);
  expect(await page.evaluate(() => client.problems)).toEqual([]);
  await page.evaluate(() => client.unmount?.());
  await expectOnly(page, []);
});

it('leaves no badge of a route that is left, and marks the next one', async () => {
  const page = await pageThatAnswers(htmlOf(`<p>Nothing yet.</p><p>arXiv:${FLIP}</p>`));
  await expectOnly(page, [FLIP]);
  await page.evaluate(
    (id) =>
      new Promise<void>((resolve) => {
        const text = document.querySelector('p')?.firstChild as Text;
        text.data = `Read arXiv:${id} first.`;
        // In the idle moment after the one in which the paper is asked about.
        setTimeout(() =>
          requestIdleCallback(() => {
            history.pushState(null, '', '/next');
            text.data = 'Another view.';
            resolve();
          }),
        );
      }),
    RLVE,
  );
  await expectOnly(page, [FLIP]);
  expect(await page.$eval('p', (paragraph) => paragraph.textContent)).toBe('Another view.');
  await page.$eval('p', (paragraph, id) => ((paragraph.firstChild as Text).data = `Now arXiv:${id}.`), OLMO);
  await expectOnly(page, [OLMO, FLIP]);
});

it('marks what stands in open shadow roots, and what comes there', async () => {
  const page = await pageThatAnswers(
    htmlOf(`<div id="host"><template shadowrootmode="open"><p>arXiv:${OLMO}</p></template></div><p>arXiv:${FLIP}</p>`),
  );
  await expectOnly(page, [FLIP, OLMO]);
  await page.$eval('#host', ({ shadowRoot }, id) => shadowRoot?.querySelector('p')?.append(` and arXiv:${id}`), RLVE);
  await expectOnly(page, [FLIP, OLMO, RLVE]);
});

it('marks ids that markup splits', async () => {
  const page = await pageThatAnswers(
    htmlOf(`<p>arXiv:<b>${OLMO}</b></p><p>arXiv:2511.<wbr>07317</p><p>https://arxiv.org/<wbr>abs/<wbr>${FLIP}</p>
      <table><tr><td>2509</td><td>.11106</td></tr></table>`),
  );
  await expectOnly(page, [OLMO, RLVE, FLIP]);
});

it('leaves editors as the page made them', async () => {
  const names = `<p>arXiv:${OLMO} and <a href="https://arxiv.org/abs/${RLVE}">RLVE</a></p>`;
  const page = await pageThatAnswers(
    htmlOf(`<div id="kept"><div contenteditable>${names}</div><div contenteditable="plaintext-only">${names}</div>
      <textarea>arXiv:${OLMO}</textarea><div class="cm-editor">${names}</div><div class="ace_editor">${names}</div>
      <div class="ProseMirror" contenteditable="false">${names}</div></div><p>arXiv:${FLIP}</p>
      <script>const kept = document.querySelector('#kept'), before = kept.innerHTML;</script>`),
  );
  await expectOnly(page, [FLIP]);
  expect(await page.evaluate('kept.innerHTML === before')).toBe(true);
  expect(await page.$$eval('#kept p', (all) => all.map(({ childNodes }) => childNodes.length))).toEqual([
    2, 2, 2, 2, 2,
  ]);
});

it('leaves a document that is edited as a whole as the page made it', async () => {
  const page = await pageThatAnswers(htmlOf(`<p>arXiv:${OLMO}</p><script>document.designMode = 'on'</script>`));
  // A page that is opened later is marked from the start.
  await (await firefox.visit(BLOG)).waitForSelector(badge('2509.11106'));
  expect(await idsOn(page)).toEqual([]);
  await page.evaluate((id) => {
    document.designMode = 'off';
    document.body.append(Object.assign(document.createElement('p'), { textContent: `arXiv:${id}` }));
  }, RLVE);
  await page.waitForSelector(badge(RLVE));
});

it('marks a page that may run no script and stands in a sandbox, which sees nothing of what was loaded for that', async () => {
  const page = await pageThatAnswers({
    body: htmlOf(`<p>arXiv:${OLMO}</p>`),
    headers: { 'content-security-policy': "sandbox; default-src 'none'; require-trusted-types-for 'script'" },
  });
  await page.waitForSelector(badge(OLMO));
  const loaded = await page.evaluate(() => performance.getEntries().map(({ name }) => name));
  expect(loaded.filter((name) => name.includes('-extension:'))).toEqual([]);
});

it('marks XHTML', async () => {
  const page = await pageThatAnswers({
    contentType: 'application/xhtml+xml',
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title></head><body>
      <p>Read arXiv:${OLMO} or <a href="https://arxiv.org/abs/${RLVE}">RLVE</a>.</p></body></html>`,
  });
  await expectOnly(page, [OLMO, RLVE]);
});

it('a page that it kept whole while one was elsewhere has each badge once, and shows what was saved', async () => {
  const elsewhere = 'https://elsewhere.example.org/';
  firefox.serve({ [elsewhere]: htmlOf(`<p>arXiv:${FLIP}</p>`) });
  const page = await pageThatAnswers(
    htmlOf(`<p>arXiv:${OLMO}</p><p>arXiv:${RLVE}</p><script>
      addEventListener('pageshow', ({ persisted }) => (window.wasKept = persisted));
    </script>`),
  );
  await expectOnly(page, [OLMO, RLVE]);
  await page.goto(elsewhere);
  await page.waitForSelector(badge(FLIP));
  const popup = await firefox.open('popup.html?tab=0');
  await popup.type('input[type=search]', RLVE);
  await popup.waitForSelector(`[data-results] [data-arxiv-id="${RLVE}"] button`);
  await popup.click(`[data-results] [data-arxiv-id="${RLVE}"] button`);
  await popup.waitForSelector(`[data-results] [data-arxiv-id="${RLVE}"][data-state="saved"]`);
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate('window.wasKept')).toBe(true);
  await page.waitForSelector(badge(RLVE, 'saved'));
  await expectOnly(page, [OLMO, RLVE]);
});

it('keeps what was saved when the browser is closed and opened', async () => {
  await firefox.restart();
  const page = await firefox.visit(LIST);
  await page.waitForSelector(badge('2506.10947', 'saved'));
  await expect.poll(() => badgesOf(page)).toContainEqual(['2506.01937', 'indexed']);
});

it('asks arXiv about a saved paper once that is allowed, and nobody else', async () => {
  expect(firefox.outside.asked()).toEqual([]);
  const popup = await firefox.open('popup.html?tab=0');
  await popup.locator('aria/Ask arXiv about papers that I save[role="switch"]').click();
  await popup.waitForSelector('aria/Stop[role="button"]');
  await expect.poll(() => new Set(firefox.outside.asked())).toEqual(new Set(['export.arxiv.org']));
  await popup.waitForSelector('text/arXiv cannot be reached.');
});

it('brings the library back when its database is gone', async () => {
  const popup = await firefox.open('popup.html?tab=0');
  await popup.evaluate(
    () => new Promise((resolve) => indexedDB.deleteDatabase('manicule').addEventListener('success', resolve)),
  );
  await firefox.restart();
  const page = await firefox.visit(LIST);
  await page.waitForSelector(badge('2506.10947', 'saved'));
  await expect.poll(() => badgesOf(page)).toContainEqual(['2506.01937', 'indexed']);
});

it('takes a tag on a card, and knows it in the popup and after the card is closed', async () => {
  const page = await firefox.visit(BLOG);
  await page.waitForSelector(badge('2508.13144'));
  await page.click(badge('2508.13144'));
  await expect.poll(() => textsByRole(page, 'dialog')).toHaveLength(1);
  // Past what closes it, all authors, Save and the star.
  for (let tabs = 0; tabs < 5; tabs++) await page.keyboard.press('Tab');
  await page.keyboard.type('to cite');
  await page.keyboard.press('Enter');
  await page.waitForSelector(badge('2508.13144', 'saved'));
  await page.keyboard.press('Escape');
  const popup = await firefox.open('popup.html?tab=0');
  await popup.type('input[type=search]', 'tag:"to cite"');
  await popup.waitForSelector('[data-results] [data-arxiv-id="2508.13144"][data-state="saved"]');
});
