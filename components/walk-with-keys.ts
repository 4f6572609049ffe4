const ROW = '[data-arxiv-id]';

/**
 * Lets the keyboard walk between a box and the rows of a list without ever losing what is typed: arrows, Home and End
 * move over the rows' links, a character or Backspace typed on a row goes to the box, and Escape clears the box. Right and
 * left unfold and fold what there is more in a row; its fields keep their keys, but for Escape, which leads to the row.
 *
 * @param leave is called for Escape in an empty box.
 * @returns a function that stops it.
 */
export function walkWithKeys(box: HTMLInputElement, list: HTMLElement, leave: () => void): () => void {
  function pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const rows = [...list.querySelectorAll<HTMLElement>(ROW)];
    const isInBox = event.currentTarget === box;
    const own = rows.find((each) => each.contains(document.activeElement));
    if (own && event.target instanceof Element && event.target.matches('input, textarea')) {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      return goToRow(own);
    }
    if (own && !isShortcut(event) && unfold(own, event.key)) return event.preventDefault();
    const step = stepOf(event, isInBox);
    if (step) {
      event.preventDefault();
      const at = own ? rows.indexOf(own) : -1;
      const row = rows[step(at, rows.length)];
      if (row) goToRow(row);
      else box.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (box.value === '') return leave();
      box.focus();
      typeInto(box, '');
    } else if (!isInBox) {
      typeInBox(box, event);
    }
  }

  box.addEventListener('keydown', pressed);
  list.addEventListener('keydown', pressed);
  return () => {
    box.removeEventListener('keydown', pressed);
    list.removeEventListener('keydown', pressed);
  };
}

/** The first row of a list. */
export function firstRow(list: HTMLElement | null): HTMLElement | null {
  return list?.querySelector<HTMLElement>(ROW) ?? null;
}

/** Where a key leads from row `at` (-1 is the box) of `count`; -1 for the box. */
function stepOf(event: KeyboardEvent, isInBox: boolean): ((at: number, count: number) => number) | undefined {
  if (isShortcut(event) || event.shiftKey) return undefined;
  if (event.key === 'ArrowDown') return (at, count) => Math.min(at + 1, count - 1);
  if (isInBox) return undefined;
  if (event.key === 'ArrowUp') return (at) => Math.max(at - 1, -1);
  if (event.key === 'Home') return () => 0;
  if (event.key === 'End') return (_at, count) => count - 1;
  return undefined;
}

/** Whether a key folds or unfolds what there is more in a row. */
function unfold(row: HTMLElement, key: string): boolean {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
  const button = row.querySelector<HTMLElement>('[aria-expanded]');
  const isOpen = button?.ariaExpanded === 'true';
  if (button && isOpen === (key === 'ArrowLeft')) {
    goToRow(row);
    button.click();
  }
  return button !== null;
}

/** Gives a row the focus, in sight. */
export function goToRow(row: HTMLElement): void {
  row.querySelector('a')?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function typeInBox(box: HTMLInputElement, event: KeyboardEvent): void {
  if (isShortcut(event)) return;
  if (event.key === 'Backspace') {
    event.preventDefault();
    box.focus();
    typeInto(box, Array.from(box.value).slice(0, -1).join(''));
  } else if (event.key.length === 1 && !(event.key === ' ' && isPressed(event.target))) {
    // The browser types the character into whatever has the focus when this key is done with.
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }
}

/** Whether the space bar presses something, which then has it for itself. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, summary');
}

/** Sets the text of a box as if it had been typed. */
export function typeInto(box: HTMLInputElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** AltGr reads as Ctrl and Alt on some systems, and types characters all the same. */
function isShortcut(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
}
