import { build } from './dom';

const sheets = new Map<string, CSSStyleSheet>();

/**
 * A closed shadow root with these styles: nothing in it is styled, seen or reached by the page.
 *
 * One sheet serves all roots where a content script may adopt it. Firefox does not let it (bug 1928865); there each
 * root gets its own copy, which no policy of the page stops.
 */
export function shadowOf(host: Element, css: string): ShadowRoot {
  const shadow = host.attachShadow({ mode: 'closed' });
  try {
    shadow.adoptedStyleSheets = [sheetOf(css)];
  } catch {
    shadow.append(build('style', {}, css));
  }
  return shadow;
}

function sheetOf(css: string): CSSStyleSheet {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}

/** What happens inside one of our roots stays there: a click on a badge in a link is no click on the link. */
export function keepInside(shadow: ShadowRoot): void {
  for (const type of ['click', 'auxclick', 'pointerdown', 'mousedown', 'keydown']) {
    shadow.addEventListener(type, (event) => event.stopPropagation());
  }
}

/** Listens for what a person did; what a script made up is passed over. */
export function onTrusted<Type extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: Type,
  listener: (event: HTMLElementEventMap[Type]) => unknown,
  options?: AddEventListenerOptions,
): void {
  target.addEventListener(type, (event) => event.isTrusted && listener(event as HTMLElementEventMap[Type]), options);
}
