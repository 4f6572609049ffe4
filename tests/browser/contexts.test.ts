import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { BLOG } from '../pages/served';
import { expectBadge } from './card';
import { journalOf, makeEdit, recordsOf } from './edits';
import { OLMO } from './own-page';
import { runBesideScript } from './update';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const EDITS = 100;

/** Has a context give a paper tags of its own, each by an edit of its own, and waits until all are given. */
const giveTags = (name: string) => `Promise.all(Array.from({ length: ${EDITS} }, async (_, at) => {
  const changes = [{ kind: 'tag', id: '${OLMO}', tag: '${name} ' + at }];
  const data = { operation: '${name}-number-' + at, changes };
  const { res, err } = await chrome.runtime.sendMessage({ type: 'edit', data, timestamp: 0 });
  if (!res) throw new Error(err.message);
})).then((all) => all.length)`;

it('a popup, another page of the extension and a card that edit one paper at once keep all that each of them made', async () => {
  await makeEdit(chromium(), { kind: 'save', id: OLMO });
  const page = await chromium().visit(BLOG);
  await expectBadge(page, OLMO, 'saved');
  const [popup, other] = [await chromium().open('popup.html?tab=0'), await chromium().open('popup.html?tab=0')];
  const inPage = (one: Page, name: string) => one.evaluate(giveTags(name));
  const given = await Promise.all([
    inPage(popup, 'popup'),
    inPage(other, 'library'),
    runBesideScript(chromium(), page, giveTags('card')),
  ]);
  expect(given).toEqual([EDITS, EDITS, EDITS]);
  const tags = ['popup', 'library', 'card'].flatMap((name) =>
    Array.from({ length: EDITS }, (_, at) => `${name} ${at}`),
  );
  const record = (await recordsOf(chromium())).find(({ id }) => id === OLMO);
  expect(record?.tags?.toSorted()).toEqual(tags.toSorted());
  expect((await journalOf(chromium())).copies.get(OLMO)?.record).toEqual(record);
});
