import { queryAll, shadowRootOf } from './dom';

/**
 * Elements that may have a shadow: those with a name of their own, and empty ones of the kinds that pages give one. No
 * selector tells those that have a shadow, and to ask each element would take longer than all the rest, so that this
 * one leaves out the usual names, the most frequent first.
 */
const MAYBE =
  ':not(span, p, div, a, li, td, tr, b, i, em, strong, code, tbody, table, ul, br, img, path), div:empty, span:empty';

/** The open shadow roots of an element and of those under it, but not those within them. */
export function rootsIn(part: Element | ShadowRoot): ShadowRoot[] {
  const hosts = part instanceof Element ? [part, ...queryAll(part, MAYBE)] : [...queryAll(part, MAYBE)];
  return hosts.map(shadowRootOf).filter((root) => root !== null);
}
