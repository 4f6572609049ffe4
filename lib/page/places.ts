import { closest, containerOf, hostOf, matches, parentElement, textsUnder } from './dom';

/** Elements of ours: neither read nor counted as a change of the page. */
export const OWN = 'manicule-badge, manicule-card, manicule-notice';

/** Where nothing is read and nothing is ever put: what a person types into, what is not text, what is ours. */
const FORBIDDEN =
  'head, script, style, noscript, textarea, select, datalist, svg, math, iframe, object, video, audio, canvas, ' +
  '[contenteditable]:not([contenteditable="false" i]), [role="textbox"], ' +
  '.monaco-editor, .CodeMirror, .cm-editor, .ace_editor, .ProseMirror, .ql-editor, [data-lexical-editor], ' +
  '[data-slate-editor], ' +
  `[class^="MathJax"], ${OWN}`;

/**
 * What takes no badge inside: links and buttons do something else on a click, code is copied as it stands. A link
 * around whole blocks is a card or a tile: what follows it is far from the words, so the badge stands inside.
 */
const WHOLE =
  'a[href]:not(:has(p, div, li, table, section, article, h1, h2, h3, h4, h5, h6, img, figure)), button, pre, code, ' +
  'kbd, samp, label';

/** The units of a text in which a paper is marked once. */
const BLOCK =
  'p, li, tr, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, figcaption, caption, pre, ' +
  // Search results of arXiv hold each abstract twice, of which one is shown at a time.
  '.abstract-short, .abstract-full';

/** Elements that only say how words look or where they lead: a name may go on across them. */
export const INLINE =
  'a, abbr, b, bdi, cite, code, em, font, i, kbd, mark, q, s, samp, small, span, strong, tt, u, var, wbr, manicule-badge';

/** What was found of elements since the page last changed: the texts of a paragraph ask about the same ones. */
let forbidden = new Map<Element, boolean>();

/** To be called when the page may have changed. */
export function forgetPlaces(): void {
  forbidden = new Map();
}

/** Whether a place is one where the page's text is left alone. */
export function isForbidden(element: Element): boolean {
  let answer = forbidden.get(element);
  if (answer === undefined) {
    const around = containerOf(element);
    answer = matches(element, FORBIDDEN) || (around ? isForbidden(around) : document.designMode === 'on');
    forbidden.set(element, answer);
  }
  return answer;
}

/** The paragraph, list item, table row, term, heading or the like that an element belongs to. */
export function blockOf(element: Element): Element {
  const host = hostOf(element);
  return closest(element, BLOCK) ?? solidAround(element) ?? (host ? blockOf(host) : element);
}

/** The nearest element at or around a node that is more than a way for words to look. */
export function solidAround(node: Node): Element | null {
  const element = node instanceof Element ? node : containerOf(node);
  return element ? closest(element, `:not(${INLINE})`) : null;
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
