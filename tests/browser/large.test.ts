import { expect, it } from 'vitest';
import { expectBadge, openCardOf } from './card';
import { FLIP, idsIn, OLMO, pageOf, RLVE } from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

it('of 200,000 texts the first are marked before the last are read, and the page has its turn in between', async () => {
  const page = await pageOf(
    chromium(),
    `<p>arXiv:${OLMO}</p><div></div><p>arXiv:${RLVE}</p><div></div><p>arXiv:${FLIP}</p>
    <script>
      for (const box of document.querySelectorAll('div')) {
        box.style.contentVisibility = 'hidden';
        for (let count = 0; count < 100_000; count++) {
          const piece = document.createElement('b');
          piece.append('text ' + count);
          box.append(piece);
        }
      }
      let ticks = 0;
      // Finer than a timer: one for each task that the page has between two of the script's.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => port2.postMessage(++ticks);
      port2.postMessage(ticks);
      window.ticksAt = {};
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            if (node.localName === 'manicule-badge') ticksAt[node.getAttribute('data-arxiv-id')] = ticks;
          }
        }
      }).observe(document, { childList: true, subtree: true });
    </script>`,
  );
  await expect.poll(() => idsIn(page)).toEqual([OLMO, RLVE, FLIP]);
  const ticks = await page.evaluate(() => (window as unknown as { ticksAt: Record<string, number> }).ticksAt);
  expect(ticks[RLVE]).toBeGreaterThan(ticks[OLMO] ?? Infinity);
  expect(ticks[FLIP]).toBeGreaterThan(ticks[RLVE] ?? Infinity);
});

it('names in many pieces are found wherever on a long page they stand', async () => {
  const title = 'Fluid Language Model Benchmarking'.replaceAll(/\w+/g, '<span>$&</span>');
  const id = OLMO.replaceAll(/\d\d|\./g, '<b>$&</b>');
  const page = await pageOf(chromium(), `<h3>${title}</h3><p>arXiv:${id}</p>`.repeat(100));
  await expect.poll(async () => (await idsIn(page)).length).toBe(200);
});

it('a storm of changes is followed, and all is marked when it ends', async () => {
  const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p><div></div>`);
  await expectBadge(page, OLMO);
  await page.evaluate(storm, 3000);
  await expect.poll(() => idsIn(page)).toEqual([OLMO, RLVE, FLIP]);
  // What comes after it is followed as ever.
  await page.evaluate(() => document.querySelector('p')?.append(' and arXiv:2506.10947'));
  await expectBadge(page, '2506.10947');
});

/** Makes 2,000 changes before every painting of the page for so many milliseconds, and names papers meanwhile. */
function storm(length: number): Promise<number> {
  const box = document.querySelector('div') as HTMLElement;
  const lines = Array.from({ length: 1000 }, () => box.appendChild(document.createElement('p')));
  const named = [box, box].map((place) => place.appendChild(document.createElement('p')));
  const end = performance.now() + length;
  let frames = 0;
  return new Promise((resolve) => {
    const change = () => {
      frames++;
      for (const [at, line] of lines.entries()) {
        // The text is made anew, which is two changes for an observer: one goes, one comes.
        line.textContent = `Line ${at} of frame ${frames}, 2511.073 and 12345678`;
        if (line.firstChild) line.firstChild.nodeValue += '.';
      }
      if (frames === 5) named[0]?.append('arXiv:2511.07317');
      if (performance.now() < end) return void requestAnimationFrame(change);
      named[1]?.append('arXiv:2602.13551');
      resolve(frames);
    };
    change();
  });
}

it('a page of hundreds of frames is marked, and what comes later in it', async () => {
  const frames = `<iframe srcdoc="<p>arXiv:${RLVE}</p>"></iframe>`.repeat(200);
  const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p><section>${frames}</section><p>Then</p>`);
  await expectBadge(page, OLMO);
  await page.evaluate(() => document.querySelectorAll('p')[1]?.append(' arXiv:2602.13551'));
  await expectBadge(page, FLIP);
  expect(await idsIn(page)).toEqual([OLMO, FLIP]);
});

it('three hundred levels down a paper is marked, and beside its link', async () => {
  const [down, up] = ['<div><span><i>', '</i></span></div>'].map((tags) => tags.repeat(100));
  const link = `<a href="https://arxiv.org/abs/${RLVE}">RLVE</a>`;
  const page = await pageOf(chromium(), `${down}${link} and arXiv:${OLMO}${up}<p>arXiv:${FLIP}</p>`);
  await expect.poll(() => idsIn(page)).toEqual([RLVE, OLMO, FLIP]);
});

it('at the end of a text of five million letters a paper is marked', async () => {
  const page = await pageOf(chromium(), '<p style="white-space: nowrap; overflow: hidden; direction: rtl"></p>');
  await page.evaluate(() => {
    document.querySelector('p')?.append(`${'word 1234.5678 '.repeat(350_000)} arXiv:2512.13961`);
  });
  await expect.poll(() => idsIn(page)).toEqual([OLMO]);
  await page.evaluate(() => document.querySelector('p')?.lastElementChild?.previousSibling?.remove());
  await expect.poll(() => idsIn(page)).toEqual([]);
});

it('addresses of two million letters, with a paper or without, stop nothing', async () => {
  const page = await pageOf(chromium(), '<ul></ul>');
  await page.evaluate(() => {
    const list = document.querySelector('ul');
    const long = '/2512.1396'.repeat(200_000);
    for (const href of [
      `https://arxiv.org/abs/2511.07317?${long}`,
      `https://example.org${long}`,
      `data:${long}`,
      `https://www.google.com/url?q=${encodeURIComponent(`https://arxiv.org/abs/2512.13961?${long}`)}`,
      'https://arxiv.org/abs/2602.13551',
    ]) {
      const link = document.createElement('a');
      link.setAttribute('href', href);
      link.setAttribute('title', long);
      link.append('A link');
      list?.appendChild(document.createElement('li')).append(link);
    }
  });
  await expectBadge(page, FLIP);
  expect(await idsIn(page)).toEqual([RLVE, OLMO, FLIP]);
});

it('a paragraph with ten thousand links to one paper has one badge', async () => {
  const links = `<a href="https://arxiv.org/abs/${OLMO}v2">it</a> `.repeat(10_000);
  const page = await pageOf(chromium(), `<p>${links}</p><p>arXiv:${FLIP}</p>`);
  await expectBadge(page, FLIP);
  expect(await idsIn(page)).toEqual([OLMO, FLIP]);
  await page.evaluate(() => document.querySelector('a')?.remove());
  await expect.poll(() => page.locator('p:first-of-type > :first-child + manicule-badge').count()).toBe(1);
  expect(await idsIn(page)).toEqual([OLMO, FLIP]);
});

it('ten thousand papers on one page are asked about in questions of five hundred at most', async () => {
  // A page of the extension hears what the worker is asked.
  await chromium().desk.evaluate(() => {
    const desk = globalThis as unknown as { asked: number[] };
    desk.asked = [];
    chrome.runtime.onMessage.addListener((message) => {
      desk.asked.push(JSON.stringify(message).match(/\d{4}\.\d{5}/g)?.length ?? 0);
    });
  });
  const ids = Array.from({ length: 9_998 }, (_, count) => `${1501 + (count % 12)}.${10_000 + count}`);
  const lines = [OLMO, ...ids, FLIP].map((id) => `<p>arXiv:${id}</p>`).join('');
  const page = await pageOf(chromium(), `${lines}<p>arXiv:${OLMO}</p>`);
  await expect.poll(() => idsIn(page)).toEqual([OLMO, FLIP, OLMO]);
  const asked = await chromium().desk.evaluate(() => (globalThis as unknown as { asked: number[] }).asked);
  expect(Math.max(...asked)).toBeLessThanOrEqual(500);
  expect(asked.reduce((sum, count) => sum + count, 0)).toBe(10_000);
  expect((await openCardOf(page, FLIP)).name).toMatch(/^Small Reward Models/);
});

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const chrome: { runtime: { onMessage: { addListener(listener: (message: unknown) => void): void } } };
