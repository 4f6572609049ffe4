import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectBadge } from './card';
import { expectIds, FLIP, htmlOf, idsIn, OLMO, OWN_PAGE, pageOf, RLVE, settle, untilAnotherIsMarked } from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

/**
 * Runs in the page, before any script of an extension could: notes what the page is made of, every text and every
 * attribute by itself, since a text that is cut in two has the same markup as before.
 */
const NOTE_PARTS = `<script>
  function partsOf(node) {
    const attributes = [...(node.attributes ?? [])].map(({ name, value }) => name + '=' + value);
    return [node.nodeName, node.nodeValue, ...attributes, ...[...node.childNodes, ...(node.content ? [node.content] : [])].map(partsOf)];
  }
  const before = JSON.stringify(partsOf(document.querySelector('#kept')));
  const isAsBefore = () => JSON.stringify(partsOf(document.querySelector('#kept'))) === before;
</script>`;

/** What could be marked in three ways: by a text, by a link, by an id within other words. */
const NAMES = `arXiv:${RLVE} and <a href="https://arxiv.org/abs/${RLVE}">RLVE</a>, see <b>arXiv:${OLMO}</b>.`;

/** The same where only texts may be. */
const WORDS = `Read arXiv:${RLVE}, then https://arxiv.org/abs/${OLMO}.`;

const line = (name: string) => `<div class="${name}"><span><span>Read arXiv:${RLVE} first</span></span></div>`;

const UNTOUCHED: Record<string, string> = {
  'an input': `<input value="${WORDS}"><input type="search" placeholder="${WORDS}">`,
  'a textarea': `<textarea>${WORDS}</textarea>`,
  'a select': `<select><optgroup label="${WORDS}"><option>${WORDS}</option></optgroup></select>`,
  'a list of suggestions': `<input list="papers"><datalist id="papers"><option>${WORDS}</option></datalist>`,
  'what one edits': `<div contenteditable><p>${NAMES}</p></div>`,
  'what one edits, said in other ways': `<p contenteditable="true">${NAMES}</p><p contenteditable="TRUE">${NAMES}</p>
    <p contenteditable="plaintext-only">${NAMES}</p>`,
  'an island in what one edits': `<div contenteditable><p>Text</p><div contenteditable="false"><p>${NAMES}</p></div></div>`,
  Monaco: `<div class="monaco-editor"><div class="lines-content monaco-editor-background"><div class="view-lines">
    ${line('view-line')}</div></div><textarea class="inputarea">${WORDS}</textarea></div>`,
  'CodeMirror 5': `<div class="CodeMirror"><div class="CodeMirror-code"><pre class="CodeMirror-line">${NAMES}</pre></div></div>`,
  'CodeMirror 6': `<div class="cm-editor"><div class="cm-scroller"><div class="cm-content" contenteditable="true">
    ${line('cm-line')}</div></div></div>`,
  'CodeMirror 6, read only': `<div class="cm-editor"><div class="cm-scroller"><div class="cm-content" contenteditable="false">
    ${line('cm-line')}</div></div></div>`,
  ProseMirror: `<div class="ProseMirror" contenteditable="true" translate="no"><p>${NAMES}</p></div>`,
  'ProseMirror, read only': `<div class="ProseMirror" contenteditable="false" translate="no"><p>${NAMES}</p></div>`,
  Quill: `<div class="ql-container"><div class="ql-editor" contenteditable="true"><p>${NAMES}</p></div></div>`,
  'Quill, read only': `<div class="ql-container ql-disabled"><div class="ql-editor" contenteditable="false"><p>${NAMES}</p></div></div>`,
  Lexical: `<div contenteditable="true" role="textbox" data-lexical-editor="true"><p><span data-lexical-text="true">${WORDS}</span></p></div>`,
  'Lexical, read only': `<div contenteditable="false" data-lexical-editor="true"><p><span data-lexical-text="true">${WORDS}</span></p></div>`,
  Ace: `<div class="ace_editor"><textarea class="ace_text-input"></textarea><div class="ace_scroller"><div class="ace_content">
    <div class="ace_layer ace_text-layer"><div class="ace_line_group">${line('ace_line')}</div></div></div></div></div>`,
  Slate: `<div data-slate-editor="true" data-slate-node="value" contenteditable="true"><p data-slate-node="element">
    <span data-slate-node="text"><span data-slate-leaf="true"><span data-slate-string="true">${WORDS}</span></span></span></p></div>`,
  'Slate, read only': `<div data-slate-editor="true" data-slate-node="value" contenteditable="false"><p data-slate-node="element">
    <span data-slate-node="text"><span data-slate-leaf="true"><span data-slate-string="true">${WORDS}</span></span></span></p></div>`,
  'a script and a style': `<script type="text/plain">${WORDS}</script><style>/* ${WORDS} */</style>`,
  'what stands in for scripts': `<noscript><p>${NAMES}</p></noscript>`,
  'a template': `<template><p>${NAMES}</p></template>`,
  'a formula': `<math><mrow><mtext>${WORDS}</mtext><mi>x</mi><annotation encoding="application/x-tex">${WORDS}</annotation></mrow></math>`,
  'a drawing': `<svg viewBox="0 0 100 20"><title>${WORDS}</title><text y="10">${WORDS}</text>
    <a href="https://arxiv.org/abs/${RLVE}"><text>RLVE</text></a><foreignObject><p>${NAMES}</p></foreignObject></svg>`,
  'what stands in for an object': `<object data="data:text/plain,there"><p>${NAMES}</p></object>`,
  'what stands in for media': `<video><p>${NAMES}</p></video><audio>${NAMES}</audio><canvas><p>${NAMES}</p></canvas>`,
  'a frame': `<iframe srcdoc="<p>arXiv:${RLVE}</p>"></iframe><iframe src="data:text/plain,there">${WORDS}</iframe>`,
};

it.each(Object.entries(UNTOUCHED))('%s is as the page made it', async (_, html) => {
  const page = await pageOf(chromium(), `<div id="kept">${html}</div><p>arXiv:${FLIP}</p>${NOTE_PARTS}`);
  await expectBadge(page, FLIP);
  await settle(page);
  expect(await page.evaluate('isAsBefore()')).toBe(true);

  // That the same words would be marked elsewhere, and that the difference is seen, is proved here.
  await page.evaluate(
    (words) =>
      document.querySelector('#kept')?.append(Object.assign(document.createElement('p'), { textContent: words })),
    WORDS,
  );
  await expect.poll(() => idsIn(page, '#kept > p:last-child')).toEqual([RLVE, OLMO]);
  expect(await page.evaluate('isAsBefore()')).toBe(false);
});

it('the title of the page is as the page made it', async () => {
  const title = `On arXiv:${RLVE} and more`;
  chromium().serve({ [OWN_PAGE]: htmlOf(`<p>arXiv:${OLMO}</p>`).replace('A page', title) });
  const page = await chromium().visit(OWN_PAGE);
  await settle(page);
  expect(await idsIn(page)).toEqual([OLMO]);
  expect(await page.evaluate(() => document.querySelector('title')?.childNodes.length)).toBe(1);
  expect(await page.title()).toBe(title);
});

it('code is as the page made it, and the badge stands after the block', async () => {
  const page = await pageOf(
    chromium(),
    `<div><pre id="kept"># arXiv:${RLVE}\n<span>see</span> <code>arXiv:${OLMO}</code></pre></div>
    <p>Run <code>get arXiv:${FLIP} now</code> today.</p>${NOTE_PARTS}`,
  );
  await settle(page);
  expect(await page.evaluate('isAsBefore()')).toBe(true);
  expect(await idsIn(page, 'div')).toEqual([RLVE, OLMO]);
  expect(await page.locator('pre ~ manicule-badge').count()).toBe(2);
  expect(await page.locator('code + manicule-badge').count()).toBe(1);
  expect(await page.locator('pre manicule-badge, code manicule-badge').count()).toBe(0);
});

describe('a document that is edited as a whole', () => {
  const EDITED = `<p id="kept">${NAMES}</p>${NOTE_PARTS}<script>document.designMode = 'on'</script>`;

  it('is as the page made it', async () => {
    const page = await pageOf(chromium(), EDITED);
    await untilAnotherIsMarked(chromium());
    expect(await page.evaluate('isAsBefore()')).toBe(true);
    expect(await idsIn(page)).toEqual([]);
  });

  it('that stands in a frame is as the page made it', async () => {
    const page = await pageOf(chromium(), `<iframe src="/editor"></iframe><p>arXiv:${FLIP}</p>`);
    chromium().serve({ [`${OWN_PAGE}editor`]: htmlOf(EDITED) });
    await page.reload();
    await expectBadge(page, FLIP);
    await settle(page);
    expect(await page.frames()[1]?.evaluate('isAsBefore()')).toBe(true);
  });
});

describe('an element that becomes one to edit', () => {
  it('loses its badges, and is as the page made it', async () => {
    const page = await pageOf(chromium(), `<div id="kept"><p>${NAMES}</p></div><p>arXiv:${FLIP}</p>${NOTE_PARTS}`);
    await expectIds(page, [RLVE, OLMO, FLIP]);
    expect(await page.evaluate('isAsBefore()')).toBe(false);
    await page.evaluate(() => document.querySelector('#kept')?.setAttribute('contenteditable', ''));
    await expectIds(page, [FLIP]);
    await page.evaluate(() => document.querySelector('#kept')?.removeAttribute('contenteditable'));
    await expectIds(page, [RLVE, OLMO, FLIP]);
  });

  it('is as the page made it while one edits', async () => {
    const page = await pageOf(
      chromium(),
      `<p id="kept">Read arXiv:${RLVE} first.</p><p>arXiv:${FLIP}</p>${NOTE_PARTS}`,
    );
    await expectIds(page, [RLVE, FLIP]);
    await page.evaluate(() => document.querySelector('#kept')?.setAttribute('contenteditable', 'true'));
    await expectIds(page, [FLIP]);
    expect(await page.locator('#kept').evaluate((field) => field.childNodes.length)).toBe(1);
    await page.locator('#kept').press('End');
    await page.keyboard.type(` And arXiv:${OLMO}.`);
    await settle(page);
    expect(await idsIn(page)).toEqual([FLIP]);
    expect(await page.locator('#kept').textContent()).toBe(`Read arXiv:${RLVE} first. And arXiv:${OLMO}.`);
  });
});

/** Adds a paper to the page for each letter that is typed, and waits until all are marked. */
async function typeWhileMarking(page: Page, letters: string): Promise<void> {
  await page.evaluate(() => {
    document.addEventListener('input', () => {
      const item = Object.assign(document.createElement('li'), { textContent: 'Read arXiv:2511.07317 next.' });
      document.querySelector('ul')?.append(item);
    });
  });
  await page.keyboard.type(letters);
  await expect.poll(() => page.locator('li manicule-badge').count()).toBe(letters.length);
}

describe('while papers are marked elsewhere in the page', () => {
  const LIST = `<ul></ul><p>arXiv:${FLIP}</p>`;

  it.each(['input', 'textarea'])('the caret of <%s> stays where it is', async (kind) => {
    const page = await pageOf(chromium(), `<${kind}></${kind}>${LIST}`);
    await expectBadge(page, FLIP);
    const field = page.locator(kind);
    await field.fill(`See arXiv:${OLMO} please`);
    await field.evaluate((element: HTMLInputElement | HTMLTextAreaElement) => element.setSelectionRange(4, 9));
    await typeWhileMarking(page, 'doi:10');
    expect(await field.inputValue()).toBe(`See doi:10:${OLMO} please`);
    expect(
      await field.evaluate((element: HTMLInputElement | HTMLTextAreaElement) => [
        element.selectionStart,
        element.selectionEnd,
        document.activeElement === element,
      ]),
    ).toEqual([10, 10, true]);
  });

  it('the caret of an editor stays where it is, in the same text', async () => {
    const page = await pageOf(chromium(), `<div contenteditable><p>See arXiv:${OLMO} please</p></div>${LIST}`);
    await expectBadge(page, FLIP);
    await page.locator('[contenteditable]').focus();
    const text = await page.evaluateHandle(() => {
      const words = document.querySelector('[contenteditable] p')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(words, 4, words, 9);
      return words;
    });
    await typeWhileMarking(page, 'doi:10');
    expect(
      await text.evaluate((words) => {
        const { anchorNode, anchorOffset, isCollapsed } = getSelection() as Selection;
        return [words.data, anchorNode === words, anchorOffset, isCollapsed, words.parentNode?.childNodes.length];
      }),
    ).toEqual([`See doi:10:${OLMO} please`, true, 10, true, 1]);
    expect(await page.locator('[contenteditable]').evaluate((field) => field.getHTML())).toBe(
      `<p>See doi:10:${OLMO} please</p>`,
    );
  });

  it('what one has selected stays selected, also in the text that is marked', async () => {
    const page = await pageOf(chromium(), `<p id="read">Nothing is known of this yet.</p>${LIST}`);
    await expectBadge(page, FLIP);
    await page.evaluate((id) => {
      const words = document.querySelector('#read')?.firstChild as Text;
      words.data = `Before it arXiv:${id} was read by all.`;
      getSelection()?.setBaseAndExtent(words, 7, words, words.length - 5);
    }, OLMO);
    await expectBadge(page, OLMO);
    expect(await page.evaluate(() => `${getSelection()}`)).toBe(`it arXiv:${OLMO} was read by`);
  });
});

it('what one copies holds no badge, and nothing that is drawn in one', async () => {
  const page = await pageOf(
    chromium(),
    `<p id="read">Read arXiv:${OLMO} and <a href="https://arxiv.org/abs/${RLVE}">RLVE</a> today.</p>
    <div contenteditable><p>So: </p></div>`,
  );
  await expectIds(page, [OLMO, RLVE]);
  await page.locator('#read').selectText();
  await page.keyboard.press('Control+C');
  await page.locator('[contenteditable] p').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+V');
  const pasted = page.locator('[contenteditable]');
  await expect.poll(() => pasted.textContent()).toContain('today.');
  expect(await pasted.locator('a').count()).toBe(1);
  expect(await pasted.locator('manicule-badge, button, svg').count()).toBe(0);
});

it('is unmarked again, a part of the page that was said not to be edited and then is', async () => {
  const page = await pageOf(chromium(), `<p id="part">arXiv:${OLMO}</p><p>arXiv:${FLIP}</p>`);
  await expect.poll(() => idsIn(page)).toEqual([OLMO, FLIP]);
  const edit = (value: string) =>
    page.locator('#part').evaluate((part, isEdited) => part.setAttribute('contenteditable', isEdited), value);
  await edit('false');
  await settle(page);
  expect(await idsIn(page)).toEqual([OLMO, FLIP]);
  await edit('true');
  await expect.poll(() => idsIn(page)).toEqual([FLIP]);
  await edit('false');
  await expect.poll(() => idsIn(page)).toEqual([OLMO, FLIP]);
});
