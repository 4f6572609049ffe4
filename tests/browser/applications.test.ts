import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { badgeOf, expectBadge, openCardOf, saveFromCard } from './card';
import { expectIds, FLIP, htmlOf, idsIn, OLMO, pageOf, RLVE, settle } from './own-page';
import { withChromium } from './with-chromium';
import { watchWorker, type WorkerLife } from './worker';

const chromium = withChromium();

/** Papers that are known, to fill long lists with. */
const KNOWN = [OLMO, RLVE, FLIP, '2509.11106', '2506.10947', '2508.13144', '2507.02833', '2506.01937', '2505.23971'];

/** What stands in each row of a list: the papers of its badges, and its words. */
const rowsOf = (page: Page) =>
  page
    .locator('li')
    .evaluateAll((rows) =>
      rows.map((row) => [
        [...row.querySelectorAll('manicule-badge')].map((badge) => badge.getAttribute('data-arxiv-id')).join(),
        row.textContent,
      ]),
    );

/** Waits until the rows are these, and sees that they stay so. */
async function expectRows(page: Page, expected: unknown[]): Promise<void> {
  await expect.poll(() => rowsOf(page)).toEqual(expected);
  await settle(page);
  expect(await rowsOf(page)).toEqual(expected);
}

/**
 * Shows a route and leaves it at once. The worker is stopped, so its answer takes as long as it takes to start; and
 * the route is left in the first idle moment after the one in which its papers are asked about.
 */
async function leaveRoute(page: Page, show: string, leave: string): Promise<WorkerLife> {
  const worker = await watchWorker(chromium());
  await worker.stop();
  const badgesWhenLeft = await page.evaluate(
    ([showing, leaving]) =>
      new Promise<number>((resolve) => {
        const routes = window as unknown as Record<string, () => void>;
        routes[showing]?.();
        setTimeout(() =>
          requestIdleCallback(() => {
            resolve(document.querySelectorAll('manicule-badge').length);
            routes[leaving]?.();
          }),
        );
      }),
    [show, leave] as const,
  );
  expect(badgesWhenLeft).toBe(0);
  await expect.poll(() => worker.states.at(-1)).toBe('running');
  return worker;
}

describe('a route that is left while its papers are looked up', () => {
  const ROUTES = `<main><p>Welcome.</p></main><script>
    const main = document.querySelector('main');
    const words = main.firstChild.firstChild;
    function showPaper() {
      history.pushState(null, '', '/paper');
      words.nodeValue = 'Read arXiv:${OLMO} first.';
    }
    function rewriteText() {
      history.pushState(null, '', '/about');
      words.nodeValue = 'Nothing is said here. Or is it?';
    }
    function showView() {
      history.pushState(null, '', '/view');
      const link = Object.assign(document.createElement('a'), { href: 'https://arxiv.org/abs/${OLMO}', id: 'link' });
      link.append('Olmo');
      main.append(link);
    }
    function reuseLink() {
      history.pushState(null, '', '/reused');
      Object.assign(document.getElementById('link'), { href: 'https://example.org/' });
    }
    const view = document.createElement('section');
    view.append(Object.assign(document.createElement('p'), { textContent: 'Keep arXiv:${OLMO} here.' }));
    function showKept() {
      history.pushState(null, '', '/kept');
      main.replaceChildren(view);
    }
    function hideKept() {
      history.pushState(null, '', '/other');
      main.replaceChildren('Elsewhere.');
    }
  </script>`;

  it.each([
    ['whose text is written anew', 'showPaper', 'rewriteText', 'Nothing is said here. Or is it?'],
    ['whose link is used again', 'showView', 'reuseLink', 'Welcome.Olmo'],
    ['whose view is taken out', 'showKept', 'hideKept', 'Elsewhere.'],
  ])('and %s leaves no badge on the next one', async (_, show, leave, words) => {
    const page = await pageOf(chromium(), ROUTES);
    await settle(page);
    await leaveRoute(page, show, leave);
    await settle(page);
    expect(await idsIn(page)).toEqual([]);
    expect(await page.locator('main').evaluate((main) => main.textContent)).toBe(words);
  });

  it('is marked once when its view comes back', async () => {
    const page = await pageOf(chromium(), ROUTES);
    await settle(page);
    await leaveRoute(page, 'showKept', 'hideKept');
    for (let visits = 0; visits < 3; visits++) {
      await page.evaluate('showKept()');
      await expectIds(page, [OLMO]);
      await page.evaluate('hideKept()');
      await expectIds(page, []);
    }
    await page.evaluate('showKept()');
    await settle(page);
    expect(await idsIn(page)).toEqual([OLMO]);
    expect(await page.locator('main').evaluate((main) => main.textContent)).toBe(`Keep arXiv:${OLMO} here.`);
  });
});

describe('a list', () => {
  it('that grows without end has every row marked once', async () => {
    const page = await pageOf(
      chromium(),
      `<ul></ul><div id="end" style="height: 10px"></div><script>
      const known = ${JSON.stringify(KNOWN)};
      const list = document.querySelector('ul');
      let batches = 0;
      new IntersectionObserver(([{ isIntersecting }]) => {
        if (!isIntersecting || batches === 20) return;
        batches++;
        for (let row = 0; row < 10; row++) {
          const item = document.createElement('li');
          item.style.height = '100px';
          const id = known[list.children.length % known.length];
          const link = Object.assign(document.createElement('a'), { href: '/abs/' + id, textContent: 'its page' });
          item.append('Read arXiv:' + id + ' or see ', link, '.');
          list.append(item);
        }
      }).observe(document.querySelector('#end'));
    </script>`,
    );
    const expected = Array.from({ length: 200 }, (_, row) => {
      const id = KNOWN[row % KNOWN.length];
      return [id, `Read arXiv:${id} or see its page.`];
    });
    for (let batch = 1; batch <= 20; batch++) {
      await page.mouse.wheel(0, 2000);
      await expect.poll(() => page.locator('li').count()).toBeGreaterThanOrEqual(batch * 10);
    }
    await expectRows(page, expected);
  });

  it('whose rows are used again is marked for what they say in the end, once', async () => {
    const page = await pageOf(
      chromium(),
      `<ul>${'<li>Row <span>none</span>, <a href="#">link</a></li>'.repeat(20)}</ul><script>
      const known = ${JSON.stringify(KNOWN)};
      const rows = [...document.querySelectorAll('li')].map((row) => ({
        text: row.querySelector('span').firstChild,
        link: row.querySelector('a'),
      }));
      function write(offset) {
        rows.forEach(({ text, link }, at) => {
          const [first, second] = [known[(at + offset) % known.length], known[(at + offset + 1) % known.length]];
          text.nodeValue = 'on arXiv:' + first + ' and more';
          link.href = 'https://arxiv.org/abs/' + second;
        });
      }
      function scroll(offset) {
        write(offset);
        return offset === 100 ? offset : new Promise(requestAnimationFrame).then(() => scroll(offset + 1));
      }
    </script>`,
    );
    expect(await page.evaluate('scroll(1)')).toBe(100);
    const expected = Array.from({ length: 20 }, (_, row) => {
      const [first, second] = [KNOWN[(row + 100) % KNOWN.length], KNOWN[(row + 101) % KNOWN.length]];
      return [`${first},${second}`, `Row on arXiv:${first} and more, link`];
    });
    await expectRows(page, expected);
    const texts = await page.locator('span').evaluateAll((spans) => spans.map((span) => span.childNodes.length));
    expect(new Set(texts)).toEqual(new Set([3]));
  });

  it('that is rendered anew again and again has each row marked once', async () => {
    const page = await pageOf(chromium(), '<ul></ul>');
    const expected = KNOWN.map((id) => [id, `arXiv:${id}, read`]);
    await page.evaluate(async (known) => {
      for (let times = 0; times < 50; times++) {
        const rows = known.map((id) =>
          Object.assign(document.createElement('li'), { textContent: `arXiv:${id}, read` }),
        );
        document.querySelector('ul')?.replaceChildren(...rows);
        await new Promise(requestAnimationFrame);
      }
    }, KNOWN);
    await expectRows(page, expected);
  });
});

it('"show more" is marked with what it shows', async () => {
  const page = await pageOf(
    chromium(),
    `<p>Three papers were read, and arXiv:${OLMO} was …</p><button>Show more</button><script>
    document.querySelector('button').addEventListener('click', () => {
      document.querySelector('p').textContent =
        'Three papers were read, and arXiv:${OLMO} was the first, arXiv:${RLVE} the next, arXiv:${FLIP} the last.';
    });
  </script>`,
  );
  await expectIds(page, [OLMO]);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expectIds(page, [OLMO, RLVE, FLIP]);
  await settle(page);
  expect(await idsIn(page)).toEqual([OLMO, RLVE, FLIP]);
});

it('a part that writes its own markup back has each badge once, and it opens its card', async () => {
  const page = await pageOf(chromium(), `<div><p>Read arXiv:${OLMO} today.</p></div>`);
  await expectBadge(page, OLMO);
  await page.evaluate(() => {
    const box = document.querySelector('div');
    const parsed = new DOMParser().parseFromString(box?.getHTML() ?? '', 'text/html');
    box?.replaceChildren(...parsed.body.childNodes);
  });
  await openCardOf(page, OLMO);
  await settle(page);
  expect(await idsIn(page)).toEqual([OLMO]);
  expect(await page.locator('p').evaluate((paragraph) => paragraph.textContent)).toBe(`Read arXiv:${OLMO} today.`);
});

/** What Turbo does for a visit: keeps a copy of the body, and puts another one in its place. */
const visitNext = (page: Page, id: string) =>
  page.evaluate((next) => {
    const kept = document.body.cloneNode(true);
    (window as unknown as { kept: Node }).kept = kept;
    const body = document.createElement('body');
    body.append(Object.assign(document.createElement('p'), { textContent: `Now arXiv:${next}.` }));
    history.pushState(null, '', `/${next}`);
    document.body.replaceWith(body);
  }, id);

describe('a page whose whole body is replaced', () => {
  it('is marked as the page that it became', async () => {
    const page = await pageOf(
      chromium(),
      `<p>Read arXiv:${OLMO} and <a href="https://arxiv.org/abs/${FLIP}">FLIP</a>.</p>`,
    );
    await expectIds(page, [OLMO, FLIP]);
    await visitNext(page, RLVE);
    await expectIds(page, [RLVE]);
    await openCardOf(page, RLVE);
  });

  it('and put back from a copy has each badge once, and it opens its card', async () => {
    const page = await pageOf(
      chromium(),
      `<p>Read arXiv:${OLMO} and <a href="https://arxiv.org/abs/${FLIP}">FLIP</a>.</p>`,
    );
    await expectIds(page, [OLMO, FLIP]);
    await visitNext(page, RLVE);
    await expectIds(page, [RLVE]);
    await page.evaluate(() => {
      history.back();
      document.body.replaceWith((window as unknown as { kept: Node }).kept);
    });
    await openCardOf(page, OLMO);
    await page.keyboard.press('Escape');
    await openCardOf(page, FLIP);
    await page.keyboard.press('Escape');
    await settle(page);
    expect(await idsIn(page)).toEqual([OLMO, FLIP]);
    expect(await page.locator('p').evaluate((paragraph) => paragraph.textContent)).toBe(`Read arXiv:${OLMO} and FLIP.`);
  });
});

describe('a page that the browser kept whole while one was elsewhere', () => {
  const ELSEWHERE = 'https://elsewhere.example.org/';

  /** Opens the page, goes elsewhere, and gives it back as the browser kept it. */
  async function leaveAndComeBack(meanwhile: () => Promise<unknown>): Promise<Page> {
    chromium().serve({ [ELSEWHERE]: htmlOf(`<p>arXiv:${FLIP}</p>`) });
    const page = await pageOf(
      chromium(),
      `<p>arXiv:${OLMO}</p><p>arXiv:${RLVE}</p><script>
      addEventListener('pageshow', ({ persisted }) => (window.wasKept = persisted));
    </script>`,
    );
    await expectIds(page, [OLMO, RLVE]);
    await page.goto(ELSEWHERE);
    await expectIds(page, [FLIP]);
    await meanwhile();
    // A page that was kept is not loaded: to wait for that would be to wait for ever.
    await page.goBack({ waitUntil: 'commit' });
    await expect.poll(() => page.evaluate('window.wasKept')).toBe(true);
    return page;
  }

  it('has each badge once, and it opens its card', async () => {
    const page = await leaveAndComeBack(async () => undefined);
    expect(await idsIn(page)).toEqual([OLMO, RLVE]);
    await openCardOf(page, OLMO);
    await page.keyboard.press('Escape');
    await settle(page);
    expect(await idsIn(page)).toEqual([OLMO, RLVE]);
  });

  it('shows what was saved in another tab meanwhile', async () => {
    const page = await leaveAndComeBack(async () => {
      chromium().serve({ 'https://other.example.org/': htmlOf(`<p>arXiv:${RLVE}</p>`) });
      await saveFromCard(await chromium().visit('https://other.example.org/'), RLVE);
    });
    await expectBadge(page, RLVE, 'saved');
    expect(await badgeOf(page, OLMO).getAttribute('data-state')).toBe('indexed');
  });
});
