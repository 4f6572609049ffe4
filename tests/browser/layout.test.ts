import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { clickNode, findByRole, rightEdgeOf } from './accessibility';
import { badgeOf, expectBadge, openCardOf, theOnly } from './card';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const OLMO = '2512.13961';
const RLVE = '2511.07317';
const link = (id: string, words = id) => `<a href="https://arxiv.org/abs/${id}">${words}</a>`;

async function pageOf(body: string): Promise<Page> {
  const address = 'https://layout.example.org/';
  chromium().serve({ [address]: `<!doctype html><title>Layout</title><body style="margin: 2rem">${body}` });
  return chromium().visit(address);
}

const boxOf = (page: Page, selector: string) => page.locator(selector).first().boundingBox();
const parentOf = (page: Page, id: string) => badgeOf(page, id).evaluate((badge) => badge.parentElement?.localName);

it('a badge makes no line higher, at any size of text, and a change of state moves nothing', async () => {
  const page = await pageOf(
    ['10px', '16px', '40px'].map((size) => `<p style="font-size: ${size}">Read arXiv:${OLMO} today.</p>`).join(''),
  );
  const heights = () =>
    page.locator('p').evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height));
  await expectBadge(page, OLMO, 'indexed');
  const withBadges = await heights();
  const places = () =>
    page.locator('manicule-badge').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const before = await places();
  await openCardOf(page, OLMO);
  await clickNode(page, await theOnly(page, 'button', /^Save$/));
  await expectBadge(page, OLMO, 'saved');
  expect(await places()).toEqual(before);
  await page.evaluate(() => document.querySelectorAll('manicule-badge').forEach((badge) => badge.remove()));
  expect(await heights()).toEqual(withBadges);
});

it.each(['grid', 'flex'])('in a %s a badge is no cell of its own', async (display) => {
  const page = await pageOf(`<nav style="display: ${display}">${link(OLMO)}${link(RLVE)}</nav>`);
  await expectBadge(page, RLVE);
  expect(await page.locator('nav').evaluate((nav) => nav.childElementCount)).toBe(2);
  await badgeOf(page, OLMO).click();
  await theOnly(page, 'dialog');
  expect(page.url()).toBe('https://layout.example.org/');
});

it('of a link around a heading it stands in the line of the heading', async () => {
  const page = await pageOf(link(OLMO, '<h2>Olmo 3</h2>'));
  await expectBadge(page, OLMO);
  expect(await parentOf(page, OLMO)).toBe('h2');
});

it('of the summary of closed details it is there to be seen', async () => {
  const page = await pageOf(`<details><summary>On arXiv:${OLMO}</summary>Nothing.</details>`);
  await expectBadge(page, OLMO);
  await openCardOf(page, OLMO);
  expect(await page.locator('details').evaluate((details) => details.hasAttribute('open'))).toBe(false);
});

it('no style of the page reaches it', async () => {
  const page = await pageOf(`<style>* { display: none !important; all: unset !important }
    html, body, p { display: block !important }</style><p>arXiv:${OLMO}</p>`);
  await expectBadge(page, OLMO);
  const box = await boxOf(page, 'manicule-badge');
  expect([box?.width, box?.height]).toEqual([18, 12]);
});

it('a badge is seen when its words are', async () => {
  const page = await pageOf(`<p style="visibility: hidden">On arXiv:${OLMO}</p>`);
  await badgeOf(page, OLMO).waitFor({ state: 'attached' });
  expect(await badgeOf(page, OLMO).isVisible()).toBe(false);
  await page.locator('p').evaluate((words) => words.removeAttribute('style'));
  expect(await badgeOf(page, OLMO).isVisible()).toBe(true);
});

it('a page that copies its markup has each badge once', async () => {
  const page = await pageOf(`<p>arXiv:${OLMO}</p>`);
  await expectBadge(page, OLMO);
  await page.evaluate(() => {
    const copy = document.querySelector('p')?.cloneNode(true);
    if (copy) document.body.append(copy);
  });
  await expect.poll(() => findByRole(page, 'button', /Olmo 3/)).toHaveLength(2);
  expect(await page.locator('manicule-badge').count()).toBe(2);
});

it('its card stays with it when the page scrolls, and scrolling goes on where it was', async () => {
  const page = await pageOf(`<p>arXiv:${OLMO}</p><div style="height: 4000px"></div>`);
  await openCardOf(page, OLMO);
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 900);
  await expect.poll(() => findByRole(page, 'dialog')).toHaveLength(0);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
});

it('its card can be used in a modal dialog of the page', async () => {
  const page = await pageOf(`<dialog><p>arXiv:${RLVE}</p></dialog>`);
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await expectBadge(page, RLVE, 'indexed');
  await badgeOf(page, RLVE).click();
  await clickNode(page, await theOnly(page, 'button', /^Save$/));
  await expectBadge(page, RLVE, 'saved');
});

it('its card is in the window wherever the badge is, also after the window became narrow', async () => {
  const page = await pageOf(`<p style="text-align: right">arXiv:${OLMO}</p>`);
  await openCardOf(page, OLMO);
  await page.setViewportSize({ width: 400, height: 700 });
  const close = await theOnly(page, 'button', /^Close$/);
  await expect.poll(() => rightEdgeOf(page, close)).toBeLessThanOrEqual(400);
});
