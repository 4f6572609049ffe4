import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  isOn: boolean;
  /** Why it cannot be switched; without one, it can. */
  reason?: string | undefined;
  onChange: (isOn: boolean) => void;
  /** What it is for. */
  children: ComponentChildren;
}

/** A switch and what it is for. It shows what is so: a click moves it once the change has been made. */
export function Switch({ isOn, reason, onChange, children }: Props) {
  const id = useId();
  const reasonId = `${id}-reason`;
  function clicked(event: MouseEvent): void {
    event.preventDefault();
    onChange(!isOn);
  }
  return (
    <div class="switch">
      <label for={id}>{children}</label>
      {reason !== undefined && (
        <span class="reason" id={reasonId}>
          {reason}
        </span>
      )}
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        disabled={reason !== undefined}
        aria-describedby={reason === undefined ? undefined : reasonId}
        onClick={clicked}
      />
    </div>
  );
}
