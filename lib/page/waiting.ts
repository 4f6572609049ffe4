import { MAX_CHANGES, REST_MS } from './budgets';
import { root } from './dom';

/** The attribute that makes an element a place to type in. */
export const EDITABLE = 'contenteditable';

/** Which changes of a page are followed. */
export const WATCHED: MutationObserverInit = {
  childList: true,
  characterData: true,
  attributeFilter: ['href', EDITABLE],
  subtree: true,
};

/** Nodes of a page that wait to be read because they came or changed. */
export interface Waiting {
  add(node: Node): void;
  /** Takes the next one; undefined where none is waiting. */
  next(): Node | undefined;
  isEmpty(): boolean;
  clear(): void;
}

/**
 * Where very much of a page has changed, all of it waits in the place of each changed node: at once, or after a rest if that
 * happened a while ago.
 *
 * @param schedule is called when there is something to read.
 */
export function createWaiting(schedule: () => void): Waiting {
  const nodes = new Set<Node>();
  /** Until when, on the clock of `performance.now()`, the whole page is not read again however much of it changes. */
  let restUntil = -Infinity;
  let isResting = false;

  function add(node: Node): void {
    if (isResting || nodes.has(root())) return;
    nodes.add(node);
    if (nodes.size > MAX_CHANGES) addWhole();
    schedule();
  }

  function addWhole(): void {
    nodes.clear();
    const left = restUntil - performance.now();
    isResting = left > 0;
    if (isResting) {
      setTimeout(addWhole, left);
      return;
    }
    restUntil = performance.now() + REST_MS;
    add(root());
  }

  return {
    add,
    next() {
      const [node] = nodes;
      if (node) nodes.delete(node);
      return node;
    },
    isEmpty: () => nodes.size === 0,
    clear: () => nodes.clear(),
  };
}
