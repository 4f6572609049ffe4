/** The names of the errors with which browsers say that the files of a database cannot be read. */
const NAMES = new Set(['UnknownError', 'DataError', 'NotFoundError', 'NotReadableError']);

/** Whether an error says that a database is damaged, and not that it is full, newer, blocked or about to close. */
export function isDamage(error: unknown): boolean {
  return error instanceof DOMException && NAMES.has(error.name);
}

/** What to tell a person of a database that cannot be read, and could not be made anew. */
export const DAMAGED =
  'Your library cannot be opened: its files are damaged. What its second copy holds is safe. Restart the browser; if ' +
  'that does not help, see whether the disk is full or failing.';
