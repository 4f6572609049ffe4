import { useState } from 'preact/hooks';
import type { PaperId } from '../lib/paper';

/** Draws what there is more on a paper into an element. Returns a function that ends it. */
export type DrawMore = (element: HTMLElement, id: PaperId) => () => void;

/** What there is more on the papers of a list: of one at a time, so that the others stay near. */
export interface Disclosure {
  isOpen(id: PaperId): boolean;
  toggle(id: PaperId): void;
  draw: DrawMore;
}

export function useDisclosure(draw: DrawMore): Disclosure {
  const [open, setOpen] = useState<PaperId>();
  return {
    isOpen: (id) => id === open,
    toggle: (id) => setOpen(id === open ? undefined : id),
    draw,
  };
}
