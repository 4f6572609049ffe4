import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeEdit, recordsOf } from './edits';
import { FLIP, pageOf } from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

let popup: Page;
beforeEach(async () => {
  popup = await chromium().open('popup.html?tab=0');
});

const box = () => popup.locator('input[type=search]');
const results = () => popup.locator('[data-results] [data-arxiv-id]');
const stateOfFirst = () => results().first().getAttribute('data-state');
const marked = async () => (await results().first().locator('mark').allTextContents()).join(' ');
const found = () => results().evaluateAll((rows) => rows.map((row) => row.getAttribute('data-arxiv-id')));

describe('the search box', () => {
  it('has the focus when the popup opens', async () => {
    await popup.locator('input[type=search]:focus').waitFor();
    await popup.keyboard.type('flexible');
    expect(await box().inputValue()).toBe('flexible');
  });

  it('finds as one types, and marks the words that were met', async () => {
    await box().pressSequentially('spurious rew');
    await expect.poll(async () => (await found())[0]).toBe('2506.10947');
    await expect.poll(marked).toMatch(/spurious.*rew/i);
  });

  it('forgives a typing mistake', async () => {
    await box().fill('benchmrking');
    await expect.poll(found).toContain('2509.11106');
  });

  it('shows nothing for no words', async () => {
    await box().fill('spurious');
    await expect.poll(async () => (await found()).length).toBeGreaterThan(0);
    await box().fill('');
    await expect.poll(found).toEqual([]);
  });

  it.each([
    ['an id', '2511.07317'],
    ['an id with its version', 'arXiv:2511.07317v2'],
    ['a link', 'https://arxiv.org/abs/2511.07317'],
    ['a link to a version', 'https://arxiv.org/pdf/2511.07317v3.pdf'],
    ['a link of another site', 'https://huggingface.co/papers/2511.07317'],
  ])('finds a paper by %s', async (_name, query) => {
    await box().fill(query);
    await expect.poll(found).toEqual(['2511.07317']);
  });
});

it('says of an id that it is not known, and not what is like it', async () => {
  await box().fill('https://arxiv.org/abs/2511.07318v2');
  await popup.getByText('arXiv:2511.07318 is not in your library').waitFor();
  expect(await popup.getByRole('link', { name: 'Open arXiv:2511.07318' }).getAttribute('href')).toBe(
    'https://arxiv.org/abs/2511.07318',
  );
  expect(await found()).toEqual([]);
});

const topOfRows = async () => (await popup.locator('[data-results]').boundingBox())?.y;

describe('the search syntax', () => {
  it.each([
    ['a phrase', '"flexible data use"', ['2507.07024']],
    ['a filter, with a word', 'olmo author:"Jiacheng Liu" venue:acl', ['2504.07096']],
    ['filters alone, the newest first', 'cat:cs.LG year:2026 has:code -title:olm', ['2603.11327', '2602.19020']],
    ['an id, and a filter that it meets', 'arXiv:2511.07317 venue:icml', ['2511.07317']],
  ])('finds papers by %s', async (_name, query, ids) => {
    await box().fill(query);
    await expect.poll(found).toEqual(ids);
  });

  it('marks what met a filter, and no more', async () => {
    await box().fill('author:ettin');
    await expect.poll(async () => (await found()).length).toBeGreaterThan(0);
    expect(await marked()).toBe('Ettinger');
  });

  it('finds what is kept as soon as it is', async () => {
    await box().fill('is:reading');
    await popup.getByText('No paper found for is:reading.').waitFor();
    expect(await popup.getByRole('link', { name: 'Search arXiv' }).count()).toBe(0);
    await makeEdit(chromium(), { kind: 'save', id: '2507.00417', state: 'reading' });
    await box().fill('is:reading pack:bundled');
    await expect.poll(found).toEqual(['2507.00417']);
  });

  it('says what it did not understand, and no row moves', async () => {
    await box().fill('spurious');
    await expect.poll(async () => (await found())[0]).toBe('2506.10947');
    const before = await topOfRows();
    await box().fill('spurious foo:rewards "x');
    const status = popup.getByRole('status');
    await expect.poll(() => status.textContent()).toContain('There is no filter “foo:”; it was searched as words.');
    expect(await status.textContent()).toContain('A quotation mark is not closed');
    expect((await found())[0]).toBe('2506.10947');
    expect(await topOfRows()).toBe(before);
  });
});

describe('the keys', () => {
  it('opens the abstract of the best result with Enter', async () => {
    await box().fill('rlve');
    await box().press('Enter');
    await expect.poll(addresses).toContain('https://arxiv.org/abs/2511.07317');
  });

  it('leads to what is found with an arrow that was pressed before, whatever stood there', async () => {
    const page = await pageOf(chromium(), `<p>arXiv:${FLIP}</p>`);
    popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
    await popup.locator(`[data-arxiv-id="${FLIP}"]`).waitFor();
    await box().pressSequentially('rlve');
    await popup.keyboard.press('ArrowDown');
    await popup.locator('[data-results] [data-arxiv-id="2511.07317"] a:focus').waitFor();
    await popup.keyboard.press('Enter');
    await expect.poll(addresses).toContain('https://arxiv.org/abs/2511.07317');
  });

  it('moves through the results with the arrows', async () => {
    await box().fill('language model');
    await expect.poll(async () => (await found()).length).toBeGreaterThan(2);
    const [, second] = await found();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) await popup.keyboard.press(key);
    await expect.poll(addresses).toContain(`https://arxiv.org/abs/${second}`);
  });
});

it('saves a result, and lets it go again', async () => {
  await box().fill('critical batch size');
  await popup.getByRole('button', { name: /^Save Critical/ }).click();
  await expect.poll(stateOfFirst).toBe('saved');
  await popup.getByRole('button', { name: /^Saved Critical/ }).click();
  await expect.poll(stateOfFirst).toBe('indexed');
});

it('a paper that was let go by mistake is again what it was', async () => {
  const id = '2512.13961';
  await makeEdit(chromium(), { kind: 'save', id, state: 'read' }, { kind: 'tag', id, tag: 'to cite' });
  const before = await recordsOf(chromium());
  await box().fill('olmo 3');
  await expect.poll(stateOfFirst).toBe('read');
  await popup.getByRole('button', { name: 'Saved Olmo 3' }).click();
  await expect.poll(stateOfFirst).toBe('indexed');
  await popup.getByRole('button', { name: 'Save Olmo 3' }).click();
  await expect.poll(stateOfFirst).toBe('read');
  expect(await recordsOf(chromium())).toEqual(before);
});

const addresses = () =>
  chromium()
    .context.pages()
    .map((page) => page.url());
