import { expect, it } from 'vitest';
import { BLOG, LIST, README, UNKNOWN_PAPER } from '../pages/served';
import { clickByScript, clickNode, findByRole } from './accessibility';
import { badgeOf, badgesIn, openCardOf, saveFromCard, theOnly } from './card';
import { recordsOf } from './edits';
import { withChromium } from './with-chromium';

const chromium = withChromium();

it('changes the badges of every open tab when a paper is saved from its card', async () => {
  const [list, readme, blog] = [
    await chromium().visit(LIST),
    await chromium().visit(README),
    await chromium().visit(BLOG),
  ];
  for (const page of [list, readme]) await badgeOf(page, '2509.11106', 'indexed').waitFor();
  await saveFromCard(blog, '2509.11106');
  for (const page of [list, readme]) await badgeOf(page, '2509.11106', 'saved').waitFor();
  const ofPaper = blog.locator('manicule-badge[data-arxiv-id="2509.11106"]');
  expect(await ofPaper.evaluateAll((badges) => badges.map((badge) => badge.getAttribute('data-state')))).toEqual([
    'saved',
    'saved',
  ]);
});

it('says so in the name of the badge', async () => {
  const page = await chromium().visit(BLOG);
  await badgeOf(page, '2506.10947', 'indexed').waitFor();
  const [before] = await findByRole(page, 'button', /Spurious Rewards/);
  await saveFromCard(page, '2506.10947');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await findByRole(page, 'button', /Spurious Rewards/))[0]?.name).toMatch(/saved/i);
  expect(before?.name).not.toMatch(/\bsaved\b/i);
});

it('follows a paper through its states', async () => {
  const page = await chromium().visit(BLOG);
  await saveFromCard(page, '2512.13961');
  for (const state of ['reading', 'read', 'saved']) {
    await clickNode(
      page,
      await theOnly(page, 'button', state === 'saved' ? /^To read$/ : new RegExp(`^${state}$`, 'i')),
    );
    await expect.poll(() => badgeOf(page, '2512.13961').getAttribute('data-state')).toBe(state);
  }
});

it('keeps a paper that no pack has', async () => {
  const page = await chromium().visit(LIST);
  await saveFromCard(page, UNKNOWN_PAPER);
  const saved = (await recordsOf(chromium())).find(({ id }) => id === UNKNOWN_PAPER);
  expect(saved).toMatchObject({ state: 'saved', savedFrom: new URL(LIST).hostname });
  const elsewhere = await chromium().visit(BLOG);
  await expect.poll(() => badgesIn(elsewhere.locator('#unknown'))).toEqual([{ id: UNKNOWN_PAPER, state: 'saved' }]);
});

it('saves nothing when a script clicks', async () => {
  const page = await chromium().visit(README);
  await badgeOf(page, '2602.13551').waitFor();
  const [badge] = await findByRole(page, 'button', /Small Reward Models/);
  if (!badge) throw new Error('There is no such badge.');
  await clickByScript(page, badge);
  await page.evaluate(() => document.querySelector<HTMLElement>('manicule-badge[data-arxiv-id="2602.13551"]')?.click());
  expect(await findByRole(page, 'dialog')).toEqual([]);

  await openCardOf(page, '2602.13551');
  await clickByScript(page, await theOnly(page, 'button', /^Save$/));
  // A save that a person made afterwards is through: had the script's click saved anything, it would have come first.
  await page.keyboard.press('Escape');
  await saveFromCard(page, '2504.07096');
  expect(await badgeOf(page, '2602.13551').getAttribute('data-state')).toBe('indexed');
});
