import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { makePapers } from '../bench/corpus';
import { makeEdit } from './edits';
import {
  box,
  expectDone,
  expectFocused,
  expectListed,
  expectNamed,
  fillLibrary,
  keepOnly,
  listed,
  openLibrary,
  recordOf,
} from './library';
import { FLIP, OLMO, RLVE } from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

/** Known by its id alone. */
const BARE = '2401.00003';
/** Comes with Manicule, and is not kept. */
const ASTRO = '2507.00417';

const ALL = [OLMO, RLVE, FLIP, BARE];

beforeEach(() =>
  keepOnly(
    chromium(),
    { id: OLMO, tags: ['to cite'], isStarred: true },
    { id: RLVE, state: 'reading', tags: ['to cite', 'topology'] },
    { id: FLIP, state: 'read', savedAt: Date.UTC(2025, 2, 15) },
    { id: BARE, savedAt: Date.UTC(2024, 2, 15) },
  ),
);

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const stateOf = async (id: string) => (await recordOf(chromium(), id))?.state;

describe('the list', () => {
  it('has what is kept, as it stands, in an order of one’s choice', async () => {
    const page = await openLibrary(chromium());
    await expectListed(page, ALL);
    const states = await page
      .locator('[data-results] [data-arxiv-id]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-state')));
    expect(states).toEqual(['saved', 'reading', 'read', 'saved']);
    await page.getByLabel('Sort by').selectOption('Date published');
    await expectListed(page, [FLIP, OLMO, RLVE, BARE]);
    await expectNamed(page);
  });

  it.each<[string, string[]]>([
    ['tag:"to cite"', [OLMO, RLVE]],
    ['is:reading', [RLVE]],
    ['saved:2025-03', [FLIP]],
    ['reinforcement', [RLVE]],
    ['"reinforcement learning" -is:read', [RLVE]],
    [`https://arxiv.org/abs/${FLIP}v2`, [FLIP]],
  ])('is narrowed down by %s', async (query, ids) => {
    const page = await openLibrary(chromium());
    await box(page).fill(query);
    await expectListed(page, ids);
  });

  it('has the papers that came with Manicule where they are asked for', async () => {
    const page = await openLibrary(chromium(), 'pack:bundled');
    await expect.poll(async () => (await listed(page)).length).toBeGreaterThan(8);
    await box(page).fill('backtracking');
    await expectListed(page, [ASTRO]);
    await page.keyboard.press('ArrowDown');
    await press(page, 't');
    await expectDone(page, 'Saved 1 paper.');
    await page.locator('.pane [data-tags]:focus').waitFor();
    await page.keyboard.type('new');
    await press(page, 'Enter');
    await expectDone(page, 'Tagged 1 paper “new”.');
    expect(await recordOf(chromium(), ASTRO)).toMatchObject({ state: 'saved', tags: ['new'] });
  });

  it('says what it was asked for where nothing is found, and what was not understood', async () => {
    const page = await openLibrary(chromium(), 'tag:nothing foo:bar');
    const status = page.locator('.found output');
    await expect.poll(() => status.textContent()).toContain('No paper found for “foo”, “bar”, and tag:nothing.');
    expect(await status.textContent()).toContain('There is no filter “foo:”; it was searched as words.');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expectListed(page, ALL);
  });

  it('follows what is changed elsewhere', async () => {
    const page = await openLibrary(chromium());
    await makeEdit(chromium(), { kind: 'remove', id: RLVE }, { kind: 'tag', id: FLIP, tag: 'elsewhere' });
    await expectListed(page, [OLMO, FLIP, BARE]);
    await page.getByRole('button', { name: /^elsewhere/ }).waitFor();
  });
});

it('an empty library says what to do, and is not empty long', async () => {
  await keepOnly(chromium());
  const page = await openLibrary(chromium());
  await page.getByRole('heading', { name: 'Your library is empty' }).waitFor();
  await expectNamed(page);
  await makeEdit(chromium(), { kind: 'save', id: OLMO });
  await expectListed(page, [OLMO]);
});

describe('with the keyboard alone', () => {
  it('a person goes through the papers, and opens one', async () => {
    const page = await openLibrary(chromium());
    await press(page, '/');
    await page.keyboard.type('is:saved');
    await press(page, 'ArrowDown', 'Escape');
    await press(page, 'g', 'j', 'j');
    await expectFocused(page, FLIP);
    await press(page, 'k');
    await expectFocused(page, RLVE);
    await press(page, 'Enter');
    const addresses = () =>
      chromium()
        .context.pages()
        .map((tab) => tab.url());
    await expect.poll(addresses).toContain(`https://arxiv.org/abs/${RLVE}`);
  });

  it('lead from the box to what it finds, also where they are pressed before that is listed', async () => {
    const page = await chromium().open('library.html');
    await box(page).pressSequentially('reinforcement');
    await press(page, 'ArrowDown');
    await expectFocused(page, RLVE);
  });

  it('a state follows the one that was asked for last, shown or not', async () => {
    const page = await openLibrary(chromium());
    await press(page, 'g', 'e', 'e');
    await expectDone(page, 'Marked 1 paper as read.');
    expect(await stateOf(OLMO)).toBe('read');
  });

  it('several tags are given at once, with commas between them', async () => {
    const page = await openLibrary(chromium());
    await press(page, 'g', 't');
    await page.keyboard.type('both, of them,');
    await press(page, 'Enter');
    await expectDone(page, 'Tagged 1 paper “both” and “of them”.');
    expect((await recordOf(chromium(), OLMO))?.tags).toEqual(['to cite', 'both', 'of them']);
  });

  it('states, stars, tags and notes are given, and all of it is taken back', async () => {
    const page = await openLibrary(chromium());
    await press(page, 'g', 'e');
    await expectDone(page, 'Marked 1 paper as reading.');
    await press(page, 's');
    await expectDone(page, 'Took the star from 1 paper.');
    await press(page, 't');
    await page.keyboard.type('top');
    await press(page, 'ArrowDown', 'Enter');
    await expectDone(page, 'Tagged 1 paper “topology”.');
    await page.getByRole('button', { name: 'Remove the tag topology' }).waitFor();
    await press(page, 'Backspace');
    await expectDone(page, 'Took the tag “topology” from 1 paper.');
    await press(page, 'Escape', 'n');
    await page.keyboard.type('**Read** this');
    await press(page, 'Escape');
    await expectDone(page, 'Note saved.');
    await expectFocused(page, OLMO);
    expect(await recordOf(chromium(), OLMO)).toMatchObject({
      state: 'reading',
      tags: ['to cite'],
      note: '**Read** this',
    });

    for (let times = 0; times < 5; times++) {
      await press(page, 'Control+z');
      await page.locator('.last-change[data-kind=undone]').waitFor();
      await expect.poll(() => page.locator('.last-change output').textContent()).toMatch(/^Undone: /);
    }
    await expect
      .poll(() => recordOf(chromium(), OLMO))
      .toEqual({ id: OLMO, state: 'saved', savedAt: Date.UTC(2026, 0, 28), tags: ['to cite'], isStarred: true });
  });

  it('several papers are changed at once, and removed, and come back as they were', async () => {
    const page = await openLibrary(chromium());
    await press(page, 'g', 'x', 'j', 'x');
    await page.getByText('2 of 4 selected').waitFor();
    await press(page, 't');
    await page.keyboard.type('both');
    await press(page, 'Enter', 'Escape');
    await expectDone(page, 'Tagged 2 papers “both”.');
    await expectFocused(page, RLVE);
    const before = await recordOf(chromium(), RLVE);
    expect(before?.tags).toEqual(['to cite', 'topology', 'both']);
    await press(page, '#');
    await expectDone(page, 'Removed 2 papers.');
    await expectListed(page, [FLIP, BARE]);
    // The focus is on what took their place.
    await expectFocused(page, FLIP);
    await press(page, 'u');
    await expectDone(page, 'Undone: removed 2 papers.');
    await expectListed(page, ALL);
    expect(await recordOf(chromium(), RLVE)).toEqual(before);
  });

  it('all keys are told of', async () => {
    const page = await openLibrary(chromium());
    await press(page, 'g', '?');
    const help = page.getByRole('dialog', { name: 'Keys and search' });
    await help.getByText('author:"Jiacheng Liu"').waitFor();
    await press(page, 'j', 'Escape');
    await expectFocused(page, OLMO);
  });
});

it('a range is selected with Shift and a click, and all with one', async () => {
  const page = await openLibrary(chromium());
  await page.getByRole('checkbox', { name: /^Select RLVE/ }).click();
  await page.getByRole('checkbox', { name: `Select arXiv:${BARE}` }).click({ modifiers: ['Shift'] });
  await page.getByText('3 of 4 selected').waitFor();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Select all papers' }).click();
  await page.getByLabel('State of the selected papers').selectOption('Read');
  await expectDone(page, 'Marked 4 papers as read.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectDone(page, 'Undone: marked 4 papers as read.');
  expect(await stateOf(RLVE)).toBe('reading');
});

describe('the filters', () => {
  it('stand in the search box, and are taken out of it again', async () => {
    const page = await openLibrary(chromium());
    await page.getByRole('button', { name: /^to cite/ }).click();
    await expectListed(page, [OLMO, RLVE]);
    expect(await box(page).inputValue()).toBe('tag:"to cite" ');
    await page.getByRole('button', { name: /^Reading ?1$/ }).click();
    await expectListed(page, [RLVE]);
    await page.getByRole('button', { name: /^to cite/ }).click();
    expect(await box(page).inputValue()).toBe('is:reading ');
  });

  it('a tag is renamed everywhere, and back', async () => {
    const page = await openLibrary(chromium());
    await page.getByRole('button', { name: 'Change the tag to cite' }).click();
    await page.getByLabel('Rename tag everywhere').fill('cited');
    await page.keyboard.press('Enter');
    await expectDone(page, 'Renamed the tag “to cite” to “cited”.');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tags');
    expect((await recordOf(chromium(), RLVE))?.tags).toEqual(['cited', 'topology']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await recordOf(chromium(), RLVE))?.tags).toEqual(['to cite', 'topology']);
  });

  it('fold away where the window is narrow', async () => {
    const page = await openLibrary(chromium());
    await page.setViewportSize({ width: 320, height: 640 });
    const tag = page.getByRole('button', { name: /^to cite/ });
    await expect.poll(() => tag.isVisible()).toBe(false);
    await page.getByText('Filters').click();
    await tag.click();
    await expectListed(page, [OLMO, RLVE]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
});

describe('the papers over time', () => {
  it('a bar narrows the list down, in words that stand in the search box', async () => {
    const page = await openLibrary(chromium());
    await page.getByRole('button', { name: 'Saved', exact: true }).click();
    await page.getByRole('button', { name: 'March 2025: 1 paper, 1 read' }).click();
    await expectListed(page, [FLIP]);
    expect(await box(page).inputValue()).toBe('saved:2025-03 ');
    await page.getByRole('button', { name: 'All dates' }).click();
    await expectListed(page, ALL);
  });

  it('a range is chosen with Shift, by keyboard too', async () => {
    const page = await openLibrary(chromium());
    await page.getByRole('button', { name: 'Saved', exact: true }).click();
    await page.getByRole('button', { name: /^March 2025:/ }).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect(await box(page).inputValue()).toBe('saved:2026-01 ');
    await page.getByRole('button', { name: /^March 2025:/ }).click({ modifiers: ['Shift'] });
    expect(await box(page).inputValue()).toBe('saved:2025-03..2026-01 ');
    await expectListed(page, [OLMO, RLVE, FLIP]);
  });
});

describe('a note', () => {
  it('runs nothing that stands in it', async () => {
    await makeEdit(chromium(), {
      kind: 'note',
      id: OLMO,
      note: '<img src=x onerror="document.title=1"> [run](javascript:document.title=1) **bold** ![p](https://x.example.org/p.png)',
      from: '',
    });
    const page = await openLibrary(chromium());
    await page.keyboard.press('g');
    const note = page.locator('.markdown');
    await expect.poll(() => note.locator('strong').textContent()).toBe('bold');
    expect(await note.locator('img, script').count()).toBe(0);
    expect(await note.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'https://x.example.org/p.png',
    ]);
    expect(await note.textContent()).toContain('<img src=x onerror=');
    expect(await page.title()).toBe('Library · Manicule');
  });

  it('that is written in two windows at once loses nothing', async () => {
    const pages = [await openLibrary(chromium()), await openLibrary(chromium())] as const;
    for (const page of pages) {
      await page.bringToFront();
      await press(page, 'g', 'n');
    }
    await pages[0].locator('[data-note]').fill('from the first window');
    await pages[1].locator('[data-note]').fill('from the second window');
    for (const page of pages) {
      await page.bringToFront();
      await page.locator('[data-note]').blur();
      await expectDone(page, 'Note saved.');
    }
    const note = async () => (await recordOf(chromium(), OLMO))?.note ?? '';
    await expect.poll(note).toContain('from the first window');
    expect(await note()).toContain('from the second window');
    const merged = await note();
    for (const page of pages) await expect.poll(() => page.locator('[data-note]').inputValue()).toBe(merged);
  });

  it('that is taken back while it is only read can be written anew', async () => {
    const page = await openLibrary(chromium());
    await press(page, 'g', 'n');
    await page.keyboard.type('hasty');
    await press(page, 'Escape');
    await expectDone(page, 'Note saved.');
    await press(page, 'j', 'k');
    await page.locator('.markdown').waitFor();
    await press(page, 'u');
    await expectDone(page, 'Undone: note saved.');
    await press(page, 'n');
    await page.keyboard.type('better');
    await press(page, 'Escape');
    await expect.poll(async () => (await recordOf(chromium(), OLMO))?.note).toBe('better');
  });

  it('is saved when one goes to another paper without leaving it first', async () => {
    const page = await openLibrary(chromium());
    await press(page, 'g', 'n');
    await page.keyboard.type('unfinished');
    await page.locator(`[data-arxiv-id="${FLIP}"]`).click();
    await expect.poll(async () => (await recordOf(chromium(), OLMO))?.note).toBe('unfinished');
    expect(await page.locator('[data-note]').inputValue()).toBe('');
  });
});

it('says plainly of which papers nothing is known yet', async () => {
  const page = await openLibrary(chromium());
  await page.locator(`[data-arxiv-id="${BARE}"]`).click();
  await expect.poll(() => page.locator('.pane').textContent()).toContain('Only the id is known yet.');
});

it('on a small screen, a paper takes the place of the list, and gives it back', async () => {
  const page = await openLibrary(chromium());
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator(`[data-arxiv-id="${RLVE}"]`).click();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expectFocused(page, RLVE);
});

describe('50,000 papers', () => {
  const PAPERS = [...makePapers(50_000)];

  it('are scrolled through and filtered, and only those in sight are drawn', async () => {
    await keepOnly(chromium());
    await fillLibrary(chromium(), PAPERS);
    const page = await chromium().open('library.html');
    await page.locator('.found').getByText('50,000 papers').waitFor({ timeout: 60_000 });
    const rows = page.locator('[data-results] [data-arxiv-id]');
    const heights = () => rows.evaluateAll((all) => new Set(all.map((row) => row.getBoundingClientRect().height)).size);
    await expect.poll(heights).toBe(1);
    expect(await rows.count()).toBeLessThan(60);

    await page.keyboard.press('g');
    await page.keyboard.press('G');
    await expectFocused(page, PAPERS.at(-1)?.id ?? '');
    expect(await rows.count()).toBeLessThan(60);
    await page.keyboard.press('k');
    await expectFocused(page, PAPERS.at(-2)?.id ?? '');

    await box(page).fill(`year:2020 title:"${PAPERS[5 * 12]?.title ?? ''}"`);
    await expectListed(page, [PAPERS[5 * 12]?.id ?? '']);
  }, 180_000);
});
