/** A part of the column beside the list, by the id of its heading. */
type Part = 'packs' | 'exchange';

/** Leads to a part of the page: unfolds it where it is folded away, and gives the focus to the first thing to do there. */
export function goTo(part: Part): void {
  const section = document.getElementById(part)?.closest('section');
  const fold = section?.closest('details');
  if (fold) fold.open = true;
  section?.scrollIntoView({ block: 'nearest' });
  section?.querySelector<HTMLElement>('input, button')?.focus();
}
