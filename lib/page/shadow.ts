import { bring, build } from './dom';

const sheets: Record<string, CSSStyleSheet> = {};

/** What a person does inside one of our roots is kept there: a click on a badge in a link is no click on the link. */
const KEPT_INSIDE = 'click pointerdown mousedown keydown keypress keyup paste focusin'.split(' ');

/**
 * A closed shadow root with these styles: nothing in it is styled, seen or reached by the page.
 *
 * One sheet serves all roots where a content script may adopt it. Firefox does not let it (bug 1928865); there each
 * root gets its own copy, which no policy of the page stops.
 */
export function shadowOf(host: Element, css: string): ShadowRoot {
  const shadow = host.attachShadow({ mode: 'closed' });
  bring(host);
  for (const type of KEPT_INSIDE) shadow.addEventListener(type, (event) => event.stopPropagation());
  if (import.meta.env.FIREFOX) shadow.append(build('style', {}, css));
  else shadow.adoptedStyleSheets = [(sheets[css] ??= sheetOf(css))];
  return shadow;
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Listens for what a person did; what a script made up is passed over. */
export function onTrusted<Type extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: Type,
  listener: (event: HTMLElementEventMap[Type]) => unknown,
): void {
  target.addEventListener(type, (event) => event.isTrusted && listener(event as HTMLElementEventMap[Type]));
}
