import { newOperation } from '../edit';
import type { MaybeAct, Drawing } from '../markup';
import { redraw } from './dom';
import { onTrusted } from './shadow';

/** Who stops typing for so long has what was typed kept. */
const PAUSE_MS = 400;

type Control = HTMLTextAreaElement;

/**
 * Lets a person use what is drawn: what its controls name is asked for, one after the other, and it is drawn anew with
 * each answer. What the acts are, nobody knows here.
 *
 * @param ask does an act, if one is given, and answers how it looks then.
 * @param failed is called where nobody answers.
 * @returns a function to be called when something else is known of what is shown.
 */
export function useControls(
  content: HTMLElement,
  ask: (act: MaybeAct) => Promise<Drawing>,
  failed: (error: unknown) => void,
): (control?: Control) => void {
  let last = Promise.resolve();
  let pause: ReturnType<typeof setTimeout>;

  function renew(control?: Control): void {
    last = askAfter(last, control).catch(failed);
  }

  async function askAfter(before: Promise<void>, control?: Control): Promise<void> {
    await before;
    // What stands in it when its turn has come.
    const { name, value, defaultValue: from } = control ?? ({} as Control);
    const answer = await ask({ operation: newOperation(), name, value, from });
    const { content: drawn, isDone, copy, refused = drawn } = answer;
    if (isDone) (control as Control).defaultValue = value;
    redraw(content, drawn);
    // A control that took itself away leaves its place to the field beside it.
    if (control?.isConnected === false) content.querySelector('input')?.focus();
    try {
      if (copy) await navigator.clipboard.writeText(copy);
    } catch {
      redraw(content, refused);
    }
  }

  onTrusted(content, 'click', ({ target }) => {
    const button = (target as Element).closest<Control>('button[value]');
    if (button) renew(button);
  });
  onTrusted(content, 'change', ({ target }) => renew(target as Control));
  onTrusted(content, 'input', ({ target }) => {
    // Only a field of several lines has rows.
    if (!(target as Control).rows) return;
    clearTimeout(pause);
    pause = setTimeout(() => renew(target as Control), PAUSE_MS);
  });
  return renew;
}
