/** Leads to where papers come in and go out: unfolds it where it is folded away, and gives it the focus. */
export function goToExchange(): void {
  const section = document.getElementById('exchange')?.closest('section');
  const fold = section?.closest('details');
  if (fold) fold.open = true;
  section?.scrollIntoView({ block: 'nearest' });
  section?.querySelector('input')?.focus();
}
