/** The store of edits, in whatever transaction. */
interface Operations {
  openKeyCursor(range: null, direction: 'prev'): Promise<{ key: number } | null>;
}

/** The number of the last edit that was made; 0 before the first one. */
export async function lastSequence(operations: Operations): Promise<number> {
  return (await operations.openKeyCursor(null, 'prev'))?.key ?? 0;
}
