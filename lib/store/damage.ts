/** The names of the errors with which browsers say that the files of a database cannot be read. */
const NAMES = new Set(['UnknownError', 'DataError', 'NotFoundError', 'NotReadableError']);

/** Whether an error says that a database is damaged, and not that it is full, newer, blocked or about to close. */
export function isDamage(error: unknown): boolean {
  return error instanceof DOMException && NAMES.has(error.name);
}
