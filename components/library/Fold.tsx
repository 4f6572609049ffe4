import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface Props {
  /** What stands behind it. */
  label: string;
  class: string;
  /** The media query by which there is room for it to be unfolded from the start. */
  room: string;
  children: ComponentChildren;
}

/** What is folded away as long as the window has no room for it. */
export function Fold({ label, class: className, room, children }: Props) {
  const [isOpen, setOpen] = useState(() => matchMedia(room).matches);
  useLayoutEffect(() => {
    const media = matchMedia(room);
    const change = () => setOpen(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, [room]);
  return (
    <details class={className} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
