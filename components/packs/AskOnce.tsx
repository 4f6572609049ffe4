import type { ComponentChildren } from 'preact';

interface Props {
  /** What is about to be done, and what becomes of what. */
  children: ComponentChildren;
  /** What the button says that does it. */
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once, in place, before something that cannot be taken back. */
export function AskOnce({ children, yes, no, onYes, onNo }: Props) {
  /** Escape is answered here, and means nothing more to the page. */
  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onNo();
  }

  return (
    <div class="ask-once">
      <p>{children}</p>
      <div class="ways">
        <button type="button" class="primary" onClick={onYes} onKeyDown={pressed}>
          {yes}
        </button>
        <button type="button" ref={takeFocus} onClick={onNo} onKeyDown={pressed}>
          {no}
        </button>
      </div>
    </div>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
