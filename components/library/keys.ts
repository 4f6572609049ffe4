/** What a key does on the library page. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'look'
  | 'select'
  | 'selectAll'
  | 'state'
  | 'star'
  | 'tag'
  | 'note'
  | 'remove'
  | 'undo'
  | 'search'
  | 'leave'
  | 'help';

interface KeyRow {
  /** As the browser names them; Cmd counts as Control. */
  keys: readonly string[];
  action: KeyAction;
  does: string;
}

/** Every key of the library page, in the order in which help shows them. */
export const KEYS: readonly KeyRow[] = [
  { keys: ['j', 'ArrowDown'], action: 'next', does: 'to the next paper' },
  { keys: ['k', 'ArrowUp'], action: 'previous', does: 'to the paper before' },
  { keys: ['g', 'Home'], action: 'first', does: 'to the first paper' },
  { keys: ['G', 'End'], action: 'last', does: 'to the last paper' },
  { keys: ['Enter'], action: 'open', does: 'open the paper on arXiv' },
  { keys: ['o'], action: 'look', does: 'to the details of the paper, beside the list' },
  { keys: ['x'], action: 'select', does: 'select the paper; Shift and a click select all from there on' },
  { keys: ['Control+a'], action: 'selectAll', does: 'select all papers of the list' },
  { keys: ['e'], action: 'state', does: 'mark as to read, reading or read, in turn' },
  { keys: ['s'], action: 'star', does: 'add or remove the star' },
  { keys: ['t'], action: 'tag', does: 'add a tag' },
  { keys: ['n'], action: 'note', does: 'write a note' },
  { keys: ['#', 'Delete'], action: 'remove', does: 'remove from the library' },
  { keys: ['u', 'Control+z'], action: 'undo', does: 'undo the last change' },
  { keys: ['/'], action: 'search', does: 'to the search box' },
  { keys: ['Escape'], action: 'leave', does: 'back to the list; there, clear the selection' },
  { keys: ['?'], action: 'help', does: 'show this' },
];

/** What a key means that was pressed: nothing while one types, but for Escape; nothing while a dialog is open. */
export function actionOf(event: KeyboardEvent): KeyAction | undefined {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return undefined;
  const { target } = event;
  if (isTypedIn(target) && event.key !== 'Escape') return undefined;
  // These keys work a control that has them for itself.
  if (target instanceof HTMLButtonElement && event.key === 'Enter') return undefined;
  const isControl = event.ctrlKey || event.metaKey;
  if (event.altKey && !event.getModifierState('AltGraph')) return undefined;
  const pressed = isControl && !event.getModifierState('AltGraph') ? `Control+${event.key}` : event.key;
  return KEYS.find(({ keys }) => keys.includes(pressed))?.action;
}

function isTypedIn(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
