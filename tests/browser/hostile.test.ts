import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BLOG } from '../pages/served';
import { clickByScript, devTools, findByRole } from './accessibility';
import { badgeOf, badgesIn, expectBadge, openCard, openCardOf, theOnly } from './card';
import { FLIP, OLMO, OWN_PAGE, pageOf, RLVE } from './own-page';
import { runBesideScript } from './update';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const idsIn = async (page: Page, selector = 'body') =>
  (await badgesIn(page.locator(selector).first())).map(({ id }) => id);

/** How many nodes stand in an element: one more text for each badge in the middle of one that is not joined again. */
const nodesIn = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => [...element.childNodes].length);

/** What a script of the page has written down. */
const noted = (page: Page) => page.locator('html').getAttribute('data-noted');

it('nothing is thrown in the world of the script, where no page would hear of it', async () => {
  const page = await chromium().context.newPage();
  const session = await devTools(page);
  const thrown: string[] = [];
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
    thrown.push(exception?.description ?? text);
  });
  await session.send('Runtime.enable');
  await page.goto(BLOG);
  await openCardOf(page, OLMO);
  expect(thrown).toEqual([]);
  // That it would be heard of is proved by an error of the test's own.
  await runBesideScript(chromium(), page, 'setTimeout(() => { throw new Error("planted") })');
  await expect.poll(() => thrown.join()).toContain('planted');
});

function noteViolations(): void {
  const violated: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    violated.push(effectiveDirective);
    document.documentElement.dataset['noted'] = violated.join(' ');
  });
}

describe('a policy that allows nothing', () => {
  const POLICY = [
    "default-src 'none'",
    "style-src 'none'",
    "script-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'report-uri /report',
  ].join('; ');

  it('stops neither badge nor card, and is not violated by them', async () => {
    const asked = chromium().requests.length;
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p>`, {
      headers: { 'content-security-policy': POLICY },
      first: noteViolations,
    });
    await expectBadge(page, OLMO);
    expect(await badgeOf(page, OLMO).boundingBox()).toMatchObject({ width: 18, height: 12 });
    await theOnly(page, 'button', /^Olmo 3 \(known\)$/);
    await openCardOf(page, OLMO);
    // The page’s own icon is what is reported.
    await expect.poll(() => noted(page)).toBe('img-src');
    const reports = () =>
      chromium()
        .requests.slice(asked)
        .filter((address) => address.endsWith('/report'));
    await expect.poll(reports).toEqual([`${OWN_PAGE}report`]);
  });

  it('and no script, in a sandbox, stops neither of them', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p>`, {
      headers: { 'content-security-policy': 'sandbox' },
    });
    expect((await openCardOf(page, OLMO)).name).toBe('Olmo 3');
  });
});

/** Makes every constructor, method and accessor of the page throw, and note that it was called. */
function breakEverything(): void {
  const { defineProperty, getOwnPropertyDescriptors } = Object;
  const root = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get?.bind(document);
  const setAttribute = Function.prototype.call.bind(Element.prototype.setAttribute);
  let calls = '';
  const broken = (name: string) =>
    function () {
      calls += `${name} `;
      setAttribute(root?.(), 'data-noted', calls);
      throw name;
    };
  const places: { object: object; key: string | symbol; descriptor: PropertyDescriptor }[] = [];
  const collect = (object: object) => {
    const descriptors = getOwnPropertyDescriptors(object) as Record<string | symbol, PropertyDescriptor>;
    for (const key of Reflect.ownKeys(descriptors)) {
      const descriptor = descriptors[key];
      if (descriptor?.configurable) places.push({ object, key, descriptor });
    }
  };
  for (const { value } of Object.values(Object.getOwnPropertyDescriptors(window))) {
    if (typeof value === 'function' && value.prototype) collect(value.prototype);
    if (/^\[object (?:JSON|Math|Reflect|Performance)\]$/.test(Object.prototype.toString.call(value))) collect(value);
  }
  collect(window);
  const changes: [object, string | symbol, PropertyDescriptor][] = [];
  for (const { object, key, descriptor } of places) {
    const trap = broken(String(key));
    if (typeof descriptor.value === 'function') changes.push([object, key, { ...descriptor, value: trap }]);
    else if (descriptor.get) changes.push([object, key, { ...descriptor, get: trap, set: trap }]);
  }
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at] as (typeof changes)[number];
    defineProperty(change[0], change[1], change[2]);
  }
}

describe('a page whose world is broken', () => {
  it('is marked all the same, and sees none of its own functions called', async () => {
    const page = await pageOf(
      chromium(),
      `<p>arXiv:${OLMO} and <a href="https://arxiv.org/abs/${RLVE}">RLVE</a></p><div onclick="this.closest('p')">-</div>`,
      { first: breakEverything },
    );
    await expectBadge(page, RLVE);
    await openCardOf(page, OLMO);
    await page.keyboard.press('Escape');
    await expect.poll(() => findByRole(page, 'dialog')).toEqual([]);
    expect(await page.locator('manicule-badge').count()).toBe(2);
    expect(await noted(page)).toBe(null);
    // That it would see a call is proved by one of its own.
    await page.locator('div').click();
    expect(await noted(page)).toBe('closest ');
  });
});

/** What a page can do to an element that is created under a name it has defined: hold on to what is inside. */
function defineOurs(): void {
  for (const name of ['manicule-badge', 'manicule-card']) {
    class Definition extends HTMLElement {
      constructor() {
        super();
        const internals = this.attachInternals();
        setInterval(() => {
          if (internals.shadowRoot) document.documentElement.dataset['noted'] = name;
        });
      }
    }
    customElements.define(name, Definition);
  }
}

function forbidShadows(): void {
  for (const name of ['manicule-badge', 'manicule-card']) {
    customElements.define(
      name,
      class extends HTMLElement {
        static readonly disabledFeatures = ['shadow'];
      },
    );
  }
}

describe('a page that defines elements of our names', () => {
  it('does not get hold of what is in them', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p>`, { first: defineOurs });
    await openCardOf(page, OLMO);
    await page.evaluate(() => new Promise((resolve) => setInterval(resolve)));
    expect(await noted(page)).toBe(null);
  });

  it('does not keep them from being drawn', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p><p>arXiv:${RLVE}</p>`, { first: forbidShadows });
    await expectBadge(page, RLVE);
    expect((await openCardOf(page, OLMO)).name).toBe('Olmo 3');
  });
});

/** What a person sees and what the pointer meets in the middle of a badge. */
const seen = (page: Page) =>
  badgeOf(page, OLMO).evaluate((badge) => {
    const { left, top, width, height } = badge.getBoundingClientRect();
    const isShown = badge.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return { isShown, width, height, met: document.elementFromPoint(left + width / 2, top + height / 2)?.localName };
  });

describe('styles of a page', () => {
  const STYLES: Record<string, string> = {
    'that show nothing but its words': 'body *:not(p) { display: none !important }',
    'that make badges unseen and place them elsewhere':
      'manicule-badge { visibility: hidden !important; opacity: 0 !important; position: fixed !important; ' +
      'inset: -99px auto auto -99px !important; z-index: -1 !important }',
    'that squeeze badges':
      'manicule-badge { width: 0 !important; max-width: 0 !important; height: 0 !important; overflow: hidden ' +
      '!important; contain: size !important; content-visibility: hidden !important }',
    'that write them small': 'p > * { font-size: 0 !important; zoom: 0.01 !important; line-height: 9 !important }',
    'that cut and move them':
      'manicule-badge { clip-path: circle(0) !important; scale: 0 !important; transform: translateX(999px) ' +
      '!important; filter: opacity(0) !important; mask: linear-gradient(transparent) !important }',
    'that let them fade away':
      '@keyframes fade { to { opacity: 0; visibility: hidden; scale: 0 } } manicule-badge { animation: fade 1ms ' +
      'forwards !important; transition: all 9s 9s !important }',
    'that keep the pointer out': 'p * { all: unset !important; pointer-events: none !important }',
    'in a layer': '@layer late { manicule-badge { display: none !important } }',
  };

  it.each(Object.entries(STYLES))('%s leave a badge as it is', async (_, css) => {
    const page = await pageOf(chromium(), `<style>${css}</style><p>Read arXiv:${OLMO} today.</p>`);
    await badgeOf(page, OLMO).waitFor({ state: 'attached' });
    expect(await seen(page)).toEqual({ isShown: true, width: 18, height: 12, met: 'manicule-badge' });
    expect((await openCardOf(page, OLMO)).name).toBe('Olmo 3');
  });

  it('set on the badge by a script leave it as it is', async () => {
    const page = await pageOf(chromium(), `<p>Read arXiv:${OLMO} today.</p>`);
    await expectBadge(page, OLMO);
    await badgeOf(page, OLMO).evaluate((badge) => {
      badge.setAttribute('style', 'display: none !important; opacity: 0 !important');
      badge.setAttribute('hidden', '');
    });
    expect(await seen(page)).toEqual({ isShown: true, width: 18, height: 12, met: 'manicule-badge' });
  });
});

describe('fields whose names hide the methods of their form', () => {
  const NAMES =
    'closest parentNode parentElement matches isConnected textContent childNodes attributes getAttribute nextSibling ' +
    'previousSibling firstChild lastChild querySelectorAll getElementsByTagName contains ownerDocument insertBefore ' +
    'removeChild append remove nodeType localName compareDocumentPosition addEventListener getBoundingClientRect getRootNode';

  it('stop no badge in it', async () => {
    const fields = NAMES.split(' ')
      .map((name) => `<input type="hidden" name="${name}">`)
      .join('');
    const page = await pageOf(
      chromium(),
      `<form>See arXiv:${OLMO} here <a href="https://arxiv.org/abs/${RLVE}">RLVE</a>${fields}<p>arXiv:${FLIP}</p></form>`,
    );
    await expect.poll(() => idsIn(page)).toEqual([OLMO, RLVE, FLIP]);
    // They go and come with the words, too.
    await page.evaluate(() => {
      const [link, paragraph] = document.querySelectorAll('a, p');
      link?.setAttribute('href', '#');
      paragraph?.replaceChildren('arXiv:2512.13961');
    });
    await expect.poll(() => idsIn(page)).toEqual([OLMO, OLMO]);
  });
});

/** Does something with every badge of the paragraph as often as the page is painted, and counts. */
async function onEveryFrame(page: Page, change: 'remove' | 'move'): Promise<void> {
  await page.evaluate((how) => {
    let count = 0;
    const look = () => {
      const badge = document.querySelector('p manicule-badge');
      if (badge && how === 'move') document.querySelector('aside')?.append(badge);
      else badge?.remove();
      if (badge) document.documentElement.dataset['noted'] = `${++count}`;
      requestAnimationFrame(look);
    };
    look();
  }, change);
}

describe('a page that will not have a badge', () => {
  const TEXTS = `<p>Read arXiv:${OLMO} today.</p><aside></aside><div>Then</div>`;

  it.each(['remove', 'move'] as const)('may %s it: it comes back three times and no more', async (change) => {
    const page = await pageOf(chromium(), TEXTS);
    await onEveryFrame(page, change);
    await expect.poll(() => noted(page)).toBe('4');
    await expect.poll(() => nodesIn(page, 'p')).toBe(1);
    // What is marked after that comes later than a fifth would.
    await page.evaluate(() => document.querySelector('div')?.append(' arXiv:2602.13551'));
    await expectBadge(page, FLIP);
    expect(await noted(page)).toBe('4');
    expect(await idsIn(page)).toEqual([FLIP]);
    expect(await page.locator('p').textContent()).toBe(`Read arXiv:${OLMO} today.`);
    expect(await nodesIn(page, 'p')).toBe(1);
  });

  it('has it with the words when it moves both', async () => {
    const page = await pageOf(chromium(), TEXTS);
    await expectBadge(page, OLMO);
    for (let times = 0; times < 6; times++) {
      await page.evaluate(() => {
        const paragraph = document.querySelector('p');
        if (paragraph) document.body.append(paragraph);
      });
    }
    await page.evaluate(() => document.querySelector('div')?.append(' arXiv:2602.13551'));
    await expectBadge(page, FLIP);
    expect(await idsIn(page)).toEqual([FLIP, OLMO]);
  });
});

it('words that a page takes away for a while are whole when it puts them back', async () => {
  const page = await pageOf(chromium(), `<p>Read arXiv:${OLMO} today, <b>and</b> tomorrow.</p><div>Then</div>`);
  await expectBadge(page, OLMO);
  const paragraph = await page.locator('p').elementHandle();
  await page.evaluate(() => {
    document.querySelector('p')?.remove();
    document.querySelector('div')?.append(' arXiv:2602.13551');
  });
  await expectBadge(page, FLIP);
  expect(await paragraph?.evaluate((element) => [...element.childNodes].map((node) => node.textContent))).toEqual([
    `Read arXiv:${OLMO} today, `,
    'and',
    ' tomorrow.',
  ]);
  await page.evaluate((element) => element && document.body.prepend(element), paragraph);
  await expect.poll(() => idsIn(page)).toEqual([OLMO, FLIP]);
  expect(await page.locator('p').textContent()).toBe(`Read arXiv:${OLMO} today, and tomorrow.`);
});

describe('copies of badges', () => {
  it('made by a script go, however they are made', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p><div></div>`);
    await expectBadge(page, OLMO);
    await page.evaluate(() => {
      const [paragraph, box] = document.querySelectorAll('p, div');
      const badge = paragraph?.querySelector('manicule-badge');
      if (!paragraph || !badge || !box) return;
      for (let count = 0; count < 100; count++) {
        box.append(badge.cloneNode(true), document.importNode(badge, true));
        box.insertAdjacentHTML('beforeend', `<i>${new XMLSerializer().serializeToString(badge)}</i>`);
      }
      box.append('arXiv:2602.13551');
    });
    await expect.poll(async () => (await idsIn(page)).join(' ')).toBe(`${OLMO} ${FLIP}`);
  });

  it('that a saved page brings along are not left beside its own', async () => {
    const old = `<manicule-badge data-arxiv-id="${OLMO}" data-state="read"></manicule-badge>`;
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}${old}</p><p>nothing${old}</p>`);
    await expectBadge(page, OLMO, 'indexed');
    await expect.poll(() => badgesIn(page.locator('body'))).toEqual([{ id: OLMO, state: 'indexed' }]);
  });
});

/** Counts the cards that come into the page. */
function countCards(): void {
  let count = 0;
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node.nodeName === 'MANICULE-CARD') count++;
    }
    if (count > 0) document.documentElement.dataset['noted'] = `${count}`;
  }).observe(document, { childList: true, subtree: true });
}

describe('what a script does to a badge', () => {
  it('opens no card and changes nothing', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p><p>arXiv:${RLVE}</p>`, { first: countCards });
    await expectBadge(page, RLVE);
    await badgeOf(page, OLMO).evaluate((badge) => {
      (badge as HTMLElement).click();
      (badge as HTMLElement).focus();
      const at = badge.getBoundingClientRect();
      const options = { bubbles: true, composed: true, clientX: at.left + 5, clientY: at.top + 5, key: 'Enter' };
      for (const type of ['pointerenter', 'pointerdown', 'pointerup', 'click']) {
        badge.dispatchEvent(new PointerEvent(type, options));
      }
      for (const type of ['keydown', 'keyup']) badge.dispatchEvent(new KeyboardEvent(type, options));
    });
    // As far as a page that had found a way to what is inside would get.
    await clickByScript(page, await theOnly(page, 'button', /^Olmo 3/));
    // A person's click comes after all of these.
    await badgeOf(page, RLVE).click();
    expect((await openCard(page)).name).toMatch(/^RLVE/);
    expect(await noted(page)).toBe('1');
    expect(await badgesIn(page.locator('body'))).toEqual([
      { id: OLMO, state: 'indexed' },
      { id: RLVE, state: 'indexed' },
    ]);
  });
});

describe('an address that others are relative to', () => {
  const LISTING = 'https://arxiv.org/list/cs.XX/recent';

  it.each(['javascript:alert(1)', 'data:text/html,none', 'http://[', 'about:blank'])(
    'breaks nothing where it is %s',
    async (base) => {
      const page = await pageOf(
        chromium(),
        `<base href="${base}"><p><a href="/abs/${OLMO}">a paper</a></p><p>arXiv:${RLVE}</p>`,
        { address: LISTING },
      );
      await expectBadge(page, RLVE);
      // What the browser takes the link for is what is marked.
      const leads = await page.locator('p a').evaluate((link) => (link as HTMLAnchorElement).href);
      expect(await idsIn(page)).toEqual(leads === `https://arxiv.org/abs/${OLMO}` ? [OLMO, RLVE] : [RLVE]);
    },
  );
});

describe('a document that becomes another', () => {
  it('written anew after it was read is marked anew', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p>`);
    await expectBadge(page, OLMO);
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>Anew</title><p>arXiv:2511.07317</p>');
      document.close();
    });
    await expect.poll(() => idsIn(page)).toEqual([RLVE]);
    // And is followed from then on.
    await page.evaluate(() => document.querySelector('p')?.append(' and arXiv:2602.13551'));
    await expect.poll(() => idsIn(page)).toEqual([RLVE, FLIP]);
    expect((await openCardOf(page, FLIP)).name).toMatch(/^Small Reward Models/);
  });

  it('whose outermost element is another is marked anew', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p>`);
    await expectBadge(page, OLMO);
    await page.evaluate(() => {
      const other = document.createElement('html');
      const body = document.createElement('body');
      body.append('arXiv:2511.07317');
      other.append(document.createElement('head'), body);
      document.replaceChild(other, document.documentElement);
    });
    await expect.poll(() => idsIn(page)).toEqual([RLVE]);
    expect((await openCardOf(page, RLVE)).name).toMatch(/^RLVE/);
  });

  it('without any element for a while is marked when it has one', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p>`);
    await expectBadge(page, OLMO);
    await page.evaluate(async () => {
      const { documentElement } = document;
      documentElement.remove();
      await new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve)));
      document.querySelector('p')?.append('');
      documentElement.querySelector('p')?.replaceChildren('arXiv:2511.07317');
      document.append(documentElement);
    });
    await expect.poll(() => idsIn(page)).toEqual([RLVE]);
  });
});

describe('frames', () => {
  const FRAME = `<iframe srcdoc="<p>In a frame: arXiv:${RLVE}</p>"></iframe>`;

  it('without scripts, in a sandbox, break nothing', async () => {
    const page = await pageOf(
      chromium(),
      `<iframe sandbox srcdoc="<p>In a sandbox: arXiv:${RLVE}</p>"></iframe><p>arXiv:${OLMO}</p>`,
    );
    await expectBadge(page, OLMO);
    expect(await idsIn(page)).toEqual([OLMO]);
  });

  it('give words to the page, and they are marked', async () => {
    const page = await pageOf(chromium(), `${FRAME}<p>arXiv:${OLMO}</p>`);
    await expectBadge(page, OLMO);
    await page.evaluate(() => {
      const words = document.querySelector('iframe')?.contentDocument?.querySelector('p');
      if (words) document.body.append(words);
    });
    await expect.poll(() => idsIn(page)).toEqual([OLMO, RLVE]);
    await page.evaluate(() => document.querySelectorAll('p')[1]?.firstChild?.remove());
    await expect.poll(() => idsIn(page)).toEqual([OLMO]);
  });

  it('take words from the page as the page wrote them', async () => {
    const page = await pageOf(chromium(), `${FRAME}<p>Read arXiv:${OLMO} today.</p><div>Then</div>`);
    await expectBadge(page, OLMO);
    await page.evaluate(() => {
      const paragraph = document.querySelector('p');
      const inside = document.querySelector('iframe')?.contentDocument;
      if (paragraph) inside?.body.append(inside.adoptNode(paragraph));
      document.querySelector('div')?.append(' arXiv:2602.13551');
    });
    await expectBadge(page, FLIP);
    const moved = page.frameLocator('iframe').locator('p', { hasText: 'today' });
    await expect.poll(() => moved.evaluate((paragraph) => paragraph.childNodes.length)).toBe(1);
    expect(await moved.locator('manicule-badge').count()).toBe(0);
  });
});
