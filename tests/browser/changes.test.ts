import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { badgeOf, expectBadge } from './card';
import { expectIds, FLIP, idsIn, OLMO, OWN_PAGE, pageOf, RLVE, settle } from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const wordsOf = (page: Page, selector: string) => page.locator(selector).evaluate((part) => part.textContent);

/** Runs a change in the page and waits until badges stand for just these papers, in order. */
async function expectAfter(page: Page, change: () => void, ids: string[]): Promise<void> {
  await page.evaluate(change);
  await expectIds(page, ids);
}

it('what comes later is marked when it comes', async () => {
  const page = await pageOf(chromium(), `<ul><li>arXiv:${OLMO}</li></ul>`);
  await expectBadge(page, OLMO);
  await expectAfter(page, () => {
    const item = document.createElement('li');
    item.textContent = 'arXiv:2511.07317';
    document.querySelector('ul')?.append(item, 'arXiv:2602.13551');
  }, [OLMO, RLVE, FLIP]);
});

it('a badge goes with the words it stood for, and the text is as the page wrote it', async () => {
  const page = await pageOf(chromium(), `<p>Read arXiv:${OLMO} before arXiv:${RLVE}, please.</p>`);
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
    chromium(),
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
  const page = await pageOf(chromium(), `<p><b>arXiv:${OLMO}</b> and again <i>arXiv:${OLMO}</i></p>`);
  await expect.poll(() => page.locator('b manicule-badge').count()).toBe(1);
  await page.evaluate(() => document.querySelector('b')?.remove());
  await expect.poll(() => page.locator('i manicule-badge').count()).toBe(1);
});

it('a badge that the page takes away comes back three times, and then leaves the page its way', async () => {
  const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p><p id="other">arXiv:${RLVE}</p>`);
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
  const page = await pageOf(chromium(), '<div></div>');
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
  const page = await pageOf(
    chromium(),
    `
    <div contenteditable id="free">arXiv:${OLMO}</div><textarea>arXiv:${OLMO}</textarea>
    <div class="cm-editor"><div class="cm-line">arXiv:${OLMO}</div></div><p>arXiv:${RLVE}</p>`,
  );
  await expectBadge(page, RLVE);
  await page.locator('#free').pressSequentially(` arXiv:${FLIP} `);
  expect(await page.locator('#free').evaluate((field) => field.childNodes.length)).toBe(1);
  expect(await idsIn(page)).toEqual([RLVE]);
});

it('code is marked after the block, and a card that is one link inside it, by the words', async () => {
  const page = await pageOf(
    chromium(),
    `
    <pre>see <code>arXiv:${OLMO}</code>\nand arXiv:${RLVE}</pre>
    <a href="/post"><div><h2>On FLIP</h2><p>arXiv:${FLIP}</p></div></a>`,
  );
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
  expect(page.url()).toBe(OWN_PAGE);
});

it('badges after code stand in the order of its words, whichever came first', async () => {
  const page = await pageOf(chromium(), `<pre>and arXiv:${RLVE}</pre>`);
  await expectBadge(page, RLVE);
  await expectAfter(page, () => document.querySelector('pre')?.prepend('see arXiv:2512.13961 '), [OLMO, RLVE]);
});

it('a page of an application that moves on is another page', async () => {
  const address = `https://arxiv.org/abs/${OLMO}`;
  chromium().serve({
    [address]: `<!doctype html><h1 class="title">A paper</h1><p>arXiv:${OLMO} and arXiv:${RLVE}</p>`,
  });
  const page = await chromium().visit(address);
  await expect.poll(() => page.locator('h1 manicule-badge').count()).toBe(1);
  await page.evaluate(() => {
    history.pushState(null, '', '/list/cs.CL/recent');
    document.querySelector('h1')?.replaceChildren('A listing');
  });
  await expect.poll(() => page.locator(`p manicule-badge[data-arxiv-id="${OLMO}"]`).count()).toBe(1);
  expect(await page.locator('h1 manicule-badge').count()).toBe(0);
});

describe('a text in whose middle a badge stands is whole for the page that made it', () => {
  /** A page whose script holds on to the one text of its paragraph. */
  const HELD = `<p id="one">Read arXiv:${OLMO} today.</p><p id="two"></p><p>arXiv:${RLVE}</p>
    <script>window.text = document.querySelector('#one').firstChild;</script>`;

  it.each([
    ['cut off where the badge stands', `Read arXiv:${OLMO}`, [OLMO, RLVE]],
    ['written anew, just as long as up to the badge', 'Nothing is to be read', [RLVE]],
    ['written anew, with other words after the id', `Read arXiv:${OLMO} tomorrow, or never.`, [OLMO, RLVE]],
    ['written anew, with the id further on', `Do not read arXiv:${OLMO} today.`, [OLMO, RLVE]],
    ['emptied', '', [RLVE]],
  ])('when it is %s', async (_, words, ids) => {
    const page = await pageOf(chromium(), HELD);
    await expectIds(page, [OLMO, RLVE]);
    await page.evaluate((data) => ((window as unknown as { text: Text }).text.data = data), words);
    await settle(page);
    expect(await wordsOf(page, '#one')).toBe(words);
    expect(await idsIn(page)).toEqual(ids);
  });

  it('when it is put elsewhere', async () => {
    const page = await pageOf(chromium(), HELD);
    await expectIds(page, [OLMO], '#one');
    await page.evaluate('document.querySelector("#two").append(text)');
    await expectIds(page, [OLMO], '#two');
    await settle(page);
    expect(await wordsOf(page, '#one')).toBe('');
    expect(await wordsOf(page, '#two')).toBe(`Read arXiv:${OLMO} today.`);
    expect(await idsIn(page)).toEqual([OLMO, RLVE]);
  });

  it.each([
    ['it is taken out', 'text.remove()', 'document.querySelector("#one").append(text)'],
    ['its paragraph is taken out', 'window.one = text.parentNode; one.remove()', 'document.body.prepend(one)'],
  ])('when %s and comes back', async (_, takeOut, putBack) => {
    const page = await pageOf(chromium(), HELD);
    await expectIds(page, [OLMO, RLVE]);
    await page.evaluate(takeOut);
    await expectIds(page, [RLVE]);
    await settle(page);
    await page.evaluate(putBack);
    await expectIds(page, [OLMO, RLVE]);
    await settle(page);
    expect(await wordsOf(page, '#one')).toBe(`Read arXiv:${OLMO} today.`);
  });
});
