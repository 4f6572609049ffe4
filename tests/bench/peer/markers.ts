/**
 * The way in which comparable extensions mark papers: one regular expression over the markup of the page, and then, on
 * each scroll event, a look at every element for words of its own that hold an id.
 */

/** What it takes for an id. */
export const ID = /\b\d{4}\.\d{4,5}(?:v\d+)?\b/;

const marked = new WeakSet<Element>();

/**
 * Reads the markup in the page's next idle moment, in which an extension's script would begin, and looks at the
 * elements on each scroll from then on.
 *
 * @param watchesChanges whether it looks at them after each change of the page too.
 * @returns how many ids the markup has.
 */
export function start(watchesChanges: boolean): Promise<number> {
  return new Promise((resolve) => {
    requestIdleCallback(() => {
      // oxlint-disable-next-line no-restricted-properties -- It is read, as those extensions do, and not written.
      const ids = new Set(document.body.innerHTML.match(new RegExp(ID, 'g')));
      addEventListener('scroll', markAll);
      if (watchesChanges) {
        const changes = { childList: true, characterData: true, subtree: true };
        new MutationObserver(markAll).observe(document.body, changes);
      }
      resolve(ids.size);
    });
  });
}

function markAll(): void {
  for (const element of document.querySelectorAll('*')) {
    if (marked.has(element) || !ID.test(ownWords(element))) continue;
    marked.add(element);
    const marker = document.createElement('span');
    marker.className = 'peer-marker';
    marker.textContent = '☞';
    element.append(marker);
  }
}

function ownWords(element: Element): string {
  let words = '';
  for (const node of element.childNodes) if (node instanceof Text) words += node.data;
  return words;
}
