import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { badgeOf, badgesIn, expectBadge } from './card';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const OLMO = '2512.13961';
const RLVE = '2511.07317';
const FLIP = '2602.13551';

async function pageOf(body: string): Promise<Page> {
  const address = 'https://changing.example.org/';
  chromium().serve({ [address]: `<!doctype html><title>Changing</title>${body}` });
  return chromium().visit(address);
}

const idsOn = async (page: Page) => (await badgesIn(page.locator('body'))).map(({ id }) => id);

/** Runs a change in the page and waits until badges stand for just these papers, in order. */
async function expectAfter(page: Page, change: () => void, ids: string[]): Promise<void> {
  await page.evaluate(change);
  await expect.poll(() => idsOn(page)).toEqual(ids);
}

it('what comes later is marked when it comes', async () => {
  const page = await pageOf(`<ul><li>arXiv:${OLMO}</li></ul>`);
  await expectBadge(page, OLMO);
  await expectAfter(page, () => {
    const item = document.createElement('li');
    item.textContent = 'arXiv:2511.07317';
    document.querySelector('ul')?.append(item, 'arXiv:2602.13551');
  }, [OLMO, RLVE, FLIP]);
});

it('a badge goes with the words it stood for, and the text is as the page wrote it', async () => {
  const page = await pageOf(`<p>Read arXiv:${OLMO} before arXiv:${RLVE}, please.</p>`);
  await expectBadge(page, RLVE);
  // As frameworks do it: they hold on to the text node that they made.
  await expectAfter(page, () => {
    const text = document.querySelector('p')?.firstChild;
    if (text) text.nodeValue = 'Read nothing today.';
  }, []);
  expect(await page.locator('p').evaluate((paragraph) => paragraph.textContent)).toBe('Read nothing today.');
});

it('a row that is used again for another paper is marked for that', async () => {
  const page = await pageOf(
    `<table><tr><td>arXiv:${OLMO}</td><td><a href="https://arxiv.org/abs/${RLVE}">RLVE</a></td></tr></table>`,
  );
  await expectBadge(page, RLVE);
  await expectAfter(page, () => {
    const [cell] = document.querySelectorAll('td');
    if (cell?.firstChild) cell.firstChild.nodeValue = 'arXiv:2602.13551';
    document.querySelector('a')?.setAttribute('href', 'https://arxiv.org/abs/2512.13961');
  }, [FLIP, OLMO]);
});

it('when the first mention of a block goes, the next one carries the badge', async () => {
  const page = await pageOf(`<p><b>arXiv:${OLMO}</b> and again <i>arXiv:${OLMO}</i></p>`);
  await expect.poll(() => page.locator('b manicule-badge').count()).toBe(1);
  await page.evaluate(() => document.querySelector('b')?.remove());
  await expect.poll(() => page.locator('i manicule-badge').count()).toBe(1);
});

it('a badge that the page takes away comes back three times, and then leaves the page its way', async () => {
  const page = await pageOf(`<p>arXiv:${OLMO}</p><p id="other">arXiv:${RLVE}</p>`);
  await expectBadge(page, RLVE);
  const removals = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        const paragraph = document.querySelector('p');
        const take = () => {
          const badge = paragraph?.querySelector('manicule-badge');
          if (badge) count++;
          badge?.remove();
          if (count === 4) resolve(count);
        };
        if (paragraph) new MutationObserver(take).observe(paragraph, { childList: true, subtree: true });
        take();
      }),
  );
  expect(removals).toBe(4);
  // What is marked after the fourth time comes later than a fifth would.
  await expectAfter(page, () => document.querySelector('#other')?.append(' and arXiv:2602.13551'), [RLVE, FLIP]);
  expect(
    await page
      .locator('p')
      .first()
      .evaluate((paragraph) => paragraph.childNodes.length),
  ).toBe(1);
});

it('ten thousand changes at once are read as one', async () => {
  const page = await pageOf('<div></div>');
  await expectAfter(page, () => {
    const box = document.querySelector('div');
    for (let count = 0; count < 10_000; count++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = count === 5000 ? 'arXiv:2512.13961' : `Line ${count}`;
      box?.append(paragraph);
    }
  }, [OLMO]);
});

it('what a person types is never touched', async () => {
  const page = await pageOf(`
    <div contenteditable id="free">arXiv:${OLMO}</div><textarea>arXiv:${OLMO}</textarea>
    <div class="cm-editor"><div class="cm-line">arXiv:${OLMO}</div></div><p>arXiv:${RLVE}</p>`);
  await expectBadge(page, RLVE);
  await page.locator('#free').pressSequentially(` arXiv:${FLIP} `);
  expect(await page.locator('#free').evaluate((field) => field.childNodes.length)).toBe(1);
  expect(await idsOn(page)).toEqual([RLVE]);
});

it('code is marked after the block, and a card that is one link inside it, by the words', async () => {
  const page = await pageOf(`
    <pre>see <code>arXiv:${OLMO}</code>\nand arXiv:${RLVE}</pre>
    <a href="/post"><div><h2>On FLIP</h2><p>arXiv:${FLIP}</p></div></a>`);
  await expectBadge(page, FLIP);
  const places = await page
    .locator('manicule-badge')
    .evaluateAll((badges) => badges.map((badge) => [badge.parentElement?.localName, badge.closest('pre') === null]));
  expect(places).toEqual([
    ['body', true],
    ['body', true],
    ['p', true],
  ]);
  await badgeOf(page, FLIP).click();
  expect(page.url()).toBe('https://changing.example.org/');
});

it('a page of an application that moves on is another page', async () => {
  const address = `https://arxiv.org/abs/${OLMO}`;
  chromium().serve({ [address]: `<!doctype html><h1 class="title">A paper</h1><p>arXiv:${OLMO} and arXiv:${RLVE}</p>` });
  const page = await chromium().visit(address);
  await expect.poll(() => page.locator('h1 manicule-badge').count()).toBe(1);
  await page.evaluate(() => {
    history.pushState(null, '', '/list/cs.CL/recent');
    document.querySelector('h1')?.replaceChildren('A listing');
  });
  await expect.poll(() => page.locator(`p manicule-badge[data-arxiv-id="${OLMO}"]`).count()).toBe(1);
  expect(await page.locator('h1 manicule-badge').count()).toBe(0);
});
