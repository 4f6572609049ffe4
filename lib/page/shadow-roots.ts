import { queryAll, shadowRootOf } from './dom';

/**
 * Elements that may have a shadow: those with a name of their own, headings, sections and the like, and empty ones of the
 * kinds that pages give one. No selector tells those that have a shadow, and to ask each element would take longer than all
 * the rest, so that this one leaves out the usual names, the most frequent first: but for the first three no element of
 * these can have one (https://dom.spec.whatwg.org/#dom-element-attachshadow).
 */
const MAYBE =
  ':not(span:not(:empty), p, div:not(:empty), a, li, td, tr, b, i, em, strong, code, tbody, table, ul, br, img, path, ' +
  'mi, mo, mrow, mn, msub, msup, mtext, math, semantics, annotation, th, time, pre, dt, dd, sup, sub, small, cite, ' +
  'label, input, button, option, svg, g, use, rect, circle, figure, script, style, link, meta)';

/** The open shadow roots of an element and of those under it, but not those within them. */
export function rootsIn(part: Element | ShadowRoot): ShadowRoot[] {
  const hosts = part instanceof Element ? [part, ...queryAll(part, MAYBE)] : [...queryAll(part, MAYBE)];
  return hosts.map(shadowRootOf).filter((root) => root !== null);
}
