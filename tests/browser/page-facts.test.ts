import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  ABSTRACT_2019,
  ABSTRACT_OF_UNKNOWN,
  HTML_PAPER,
  LIST_OF_OLD,
  PAGES,
  SEARCH,
  SEARCH_OF_2005,
  UNKNOWN_PAPER,
} from '../pages/served';
import { makeEdit } from './edits';
import { findByRole } from './accessibility';
import { badgeOf, expectBadge, openCardOf, saveFromCard } from './card';
import { pressShortcut } from './outside-of-page';
import { FLIP, OLMO, pageOf, RLVE } from './own-page';
import { runBesideScript } from './update';
import { withChromium } from './with-chromium';

const chromium = withChromium();

/** All words of a page and of what we show over it. */
const wordsOn = async (page: Page) => (await findByRole(page, 'StaticText')).map(({ name }) => name).join(' ');

/** Opens the card of a paper on a page that says nothing but its id. */
async function cardElsewhere(id: string): Promise<Page> {
  const page = await pageOf(chromium(), `<p>arXiv:${id}</p>`);
  await openCardOf(page, id);
  return page;
}

describe('a paper that is saved', () => {
  it.each<[string, string, string, string[]]>([
    [
      'a listing',
      LIST_OF_OLD,
      'hep-th/9912999',
      ['Hands in the bulk', 'A. Sample, B. Placeholder', '4 pages, LaTeX', 'Margins B 3 (2000) 14 · hep-th'],
    ],
    [
      'search results',
      SEARCH,
      '2511.98766',
      [
        'Who is paid a reward for $n$ hands',
        'Ada Sample, Ben Placeholder',
        'Somebody gets a reward for each of $n$ hands.',
      ],
    ],
    [
      'search results of 2005',
      SEARCH_OF_2005,
      'math/0410999',
      ['Hands with an odd number of fingers', 'Ben Placeholder'],
    ],
    [
      'its abstract page',
      ABSTRACT_OF_UNKNOWN,
      UNKNOWN_PAPER,
      [
        'On the $\\ell_1$ Cost of Pointing at Things',
        'Clara van der Beispiel',
        'and 1 more',
        'We ask what it costs',
        'plates at',
      ],
    ],
  ])('from %s is known everywhere by what that says', async (_, address, id, words) => {
    await saveFromCard(await chromium().visit(address), id);
    const elsewhere = await cardElsewhere(id);
    for (const said of words) await expect.poll(() => wordsOn(elsewhere)).toContain(said);
    const [title = ''] = words;
    const names = async () => (await findByRole(elsewhere, 'button')).map(({ name }) => name);
    await expect.poll(names).toContain(`${title} (saved)`);
  });

  it('with the shortcut is called by its title at once', async () => {
    const page = await chromium().visit(ABSTRACT_2019);
    await expectBadge(page, '1912.98765', 'unsaved');
    await pressShortcut(chromium(), page);
    await expect.poll(() => findByRole(page, 'StaticText', /^Saved: A note on counting words$/)).toHaveLength(1);
  });

  it('from the popup is told of by the page in front', async () => {
    const page = await chromium().visit(SEARCH_OF_2005);
    await expectBadge(page, 'math/0410998', 'unsaved');
    const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
    await popup.getByRole('button', { name: 'Save arXiv:math/0410998' }).click();
    await popup.getByRole('button', { name: 'Saved Another one' }).waitFor();
  });

  it('keeps what a pack says of it, and has the abstract beside that', async () => {
    await saveFromCard(await chromium().visit(HTML_PAPER), RLVE);
    const elsewhere = await cardElsewhere(RLVE);
    await expect.poll(() => wordsOn(elsewhere)).toContain('RLVE: Scaling Up Reinforcement Learning');
    expect(await wordsOn(elsewhere)).not.toContain('Ben O’Placeholder');
  });
});

/** An abstract page of a paper of its own: of one of its versions, when there were so many. */
function abstractPage(id: string, shown: number, newest: number): string {
  return (PAGES[ABSTRACT_OF_UNKNOWN] ?? '')
    .replace(`${UNKNOWN_PAPER}v3"`, `${UNKNOWN_PAPER}v${shown}"`)
    .replace(/<strong>(?:<a [^>]*>)?\[v(\d)\].*?<br \/>/gs, (line, version) => (version <= newest ? line : ''))
    .replaceAll(UNKNOWN_PAPER, id);
}

function visitAbstract(id: string, shown: number, newest: number): Promise<Page> {
  const address = `https://arxiv.org/abs/${id}v${shown}`;
  chromium().serve({ [address]: abstractPage(id, shown, newest) });
  return chromium().visit(address);
}

it('a paper of which only the id was known is completed when its abstract page is looked at', async () => {
  await makeEdit(chromium(), { kind: 'save', id: '2511.98764' });
  const elsewhere = await cardElsewhere('2511.98764');
  expect(await wordsOn(elsewhere)).not.toContain('Pointing at Things');
  await visitAbstract('2511.98764', 3, 3);
  await expect.poll(() => wordsOn(elsewhere)).toContain('Pointing at Things');
});

it('a newer version is told of until it has been looked at', async () => {
  const id = '2511.98760';
  const NEWS = /\(saved, version 3 is new since you saved version 2\)$/;
  await saveFromCard(await visitAbstract(id, 2, 2), id);
  const elsewhere = await cardElsewhere(id);
  await expect.poll(() => wordsOn(elsewhere)).toContain('Pointing at Things');
  const named = (name: RegExp) => findByRole(elsewhere, 'button', name);
  expect(await named(/\(saved\)$/)).toHaveLength(1);

  await visitAbstract(id, 1, 3);
  await expect.poll(() => named(NEWS)).toHaveLength(1);
  await expect.poll(() => wordsOn(elsewhere)).toContain('Version 3 is new since you saved version 2.');

  await visitAbstract(id, 3, 3);
  await expect.poll(() => named(/\(saved\)$/)).toHaveLength(1);
  await expect.poll(() => wordsOn(elsewhere)).not.toContain('is new since');
});

/** A page of arXiv's that names two papers, and on which somebody else answers what the page says of them. */
async function pageThatSays(id: string, answer: string): Promise<Page> {
  const address = 'https://arxiv.org/year/lies';
  chromium().serve({ [address]: `<!doctype html><p>arXiv:${id}</p><p>arXiv:${FLIP}</p>` });
  const page = await chromium().visit(address);
  await expectBadge(page, id);
  await runBesideScript(chromium(), page, answering(`respond({ res: ${answer} })`));
  return page;
}

/** A script that does something when it is asked what the page says. */
function answering(something: string): string {
  return `chrome.runtime.onMessage.addListener(({ type }, sender, respond) => type === 'facts' && (${something}, true));`;
}

it('a page that takes its time holds up no save, and is believed when it answers', async () => {
  const id = '2508.13144';
  const page = await pageOf(chromium(), `<p>arXiv:${id}</p>`);
  await expectBadge(page, id);
  await runBesideScript(chromium(), page, answering('globalThis.answer = respond'));
  await saveFromCard(page, id);
  expect(await wordsOn(page)).not.toContain('Told late');
  const isAsked = () => runBesideScript(chromium(), page, `typeof answer`);
  await expect.poll(isAsked).toBe('function');
  await runBesideScript(chromium(), page, `answer({ res: [{ id: '${id}', comment: 'Told late' }] })`);
  await expect.poll(() => wordsOn(page)).toContain('Told late');
});

describe('a page that lies', () => {
  it('is believed of the paper that was asked about, and of no other', async () => {
    const lie = `[{ id: '${FLIP}', title: 'A lie', comment: 'A lie' }, { id: '2511.98741', title: 'Told by itself' }]`;
    await makeEdit(chromium(), { kind: 'save', id: FLIP });
    await saveFromCard(await pageThatSays('2511.98741', lie), '2511.98741');
    const elsewhere = await cardElsewhere('2511.98741');
    await expect.poll(() => wordsOn(elsewhere)).toContain('Told by itself');
    expect(await wordsOn(await cardElsewhere(FLIP))).not.toContain('A lie');
  });

  it.each([
    ['10 MB of a title', '2511.98742', `[{ id: '2511.98742', title: 'lie '.repeat(2_500_000), comment: 'No more' }]`],
    [
      'keys of every object',
      '2511.98743',
      `JSON.parse('[{"id":"2511.98743","__proto__":{"title":"lie"},"constructor":{"title":"lie"},"comment":"No more"}]')`,
    ],
  ])('with %s is believed in the rest alone', async (_, id, answer) => {
    const page = await pageThatSays(id, answer);
    await saveFromCard(page, id);
    await expect.poll(() => wordsOn(page)).toContain('No more');
    expect(await wordsOn(page)).not.toContain('lie');
    expect((await findByRole(page, 'dialog')).map(({ name }) => name)).toEqual([`arXiv:${id}`]);
  });

  it('with markup in a title has it shown as text', async () => {
    const title = '<img src=x onerror=alert(1)> & <b>bold</b>';
    const page = await pageThatSays('2511.98745', JSON.stringify([{ id: '2511.98745', title }]));
    await saveFromCard(page, '2511.98745');
    await expect.poll(() => wordsOn(page)).toContain(title);
  });

  it('changes nothing of another paper at whose address it does not stand', async () => {
    await makeEdit(chromium(), { kind: 'save', id: '2511.98746' });
    const address = 'https://arxiv.org/abs/2511.98747';
    chromium().serve({ [address]: abstractPage('2511.98746', 3, 3) });
    await chromium().visit(address);
    // What a page says that is looked at after it is taken in after it.
    await makeEdit(chromium(), { kind: 'save', id: '2511.98749' });
    await visitAbstract('2511.98749', 3, 3);
    const elsewhere = await cardElsewhere('2511.98749');
    await expect.poll(() => wordsOn(elsewhere)).toContain('Pointing at Things');
    expect(await wordsOn(await cardElsewhere('2511.98746'))).not.toContain('Pointing');
  });
});

it('a pack is not contradicted by a page, whatever that says of a paper of its own', async () => {
  const address = 'https://arxiv.org/list/contradiction/recent';
  const listing = (PAGES[LIST_OF_OLD] ?? '').replaceAll('hep-th/9912999', OLMO);
  chromium().serve({ [address]: listing });
  const page = await chromium().visit(address);
  await saveFromCard(page, OLMO);
  await expect.poll(() => wordsOn(page)).toContain('4 pages, LaTeX');
  expect((await findByRole(page, 'dialog')).map(({ name }) => name)).toEqual(['Olmo 3']);
  await badgeOf(page, OLMO, 'saved').waitFor();
});
