/** Those stretches of a text that are not within another one, in its order. */
export function widest<Stretch extends { start: number; end: number }>(stretches: readonly Stretch[]): Stretch[] {
  const inOrder = stretches.toSorted((one, other) => one.start - other.start || other.end - one.end);
  let last = -1;
  return inOrder.filter(({ end }) => {
    if (end <= last) return false;
    last = end;
    return true;
  });
}
