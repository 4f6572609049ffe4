import { closest, parentElement, root, textsUnder } from './dom';

/** Elements of ours: neither read nor counted as a change of the page. */
export const OWN = 'manicule-badge, manicule-card, manicule-notice';

/** Where nothing is read and nothing is ever put: what a person types into, what is not text, what is ours. */
const FORBIDDEN =
  'script, style, noscript, textarea, input, select, svg, math, iframe, ' +
  '[contenteditable]:not([contenteditable="false" i]), ' +
  `.monaco-editor, .CodeMirror, .cm-editor, .ProseMirror, .MathJax, .MathJax_Preview, ${OWN}`;

/**
 * What takes no badge inside: links and buttons do something else on a click, code is copied as it stands. A link
 * around whole blocks is a card or a tile: what follows it is far from the words, so the badge stands inside.
 */
const WHOLE =
  'a[href]:not(:has(p, div, li, table, section, article, h1, h2, h3, h4, h5, h6, img, figure)), button, pre, code, ' +
  'label';

/** The units of a text in which a paper is marked once. */
const BLOCK = 'p, li, tr, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, figcaption, caption, pre';

/** The units of a page that has none of those. */
const REGION = 'div, section, article, aside, header, footer, nav, main, body';

/** Whether a place is one where the page's text is left alone. */
export function isForbidden(element: Element): boolean {
  return closest(element, FORBIDDEN) !== null;
}

/** The paragraph, list item, table row, term, heading or the like that an element belongs to. */
export function blockOf(element: Element): Element {
  return closest(element, BLOCK) ?? closest(element, REGION) ?? root();
}

/** What a badge for words in this element must stand after: the outermost link, button or code around them, if any. */
export function wholeAround(element: Element): Element | undefined {
  let outermost: Element | undefined;
  for (let at: Element | null = element; at; at = parentElement(at)) {
    at = closest(at, WHOLE);
    if (!at) break;
    outermost = at;
  }
  return outermost;
}

/** The last words in a part of a page. */
export function lastText(element: Element): Text | undefined {
  const texts = textsUnder(element);
  let last: Text | undefined;
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const parent = parentElement(text);
    if (text.data.trim() !== '' && parent && !isForbidden(parent)) last = text;
  }
  return last;
}
