import type { Edit, EditOutcome, Import, ImportOutcome } from '../edit';
import type { Library } from '../library';
import type { PaperId } from '../paper';
import { announce } from './announce';
import { passOnTitles } from './for-pages';

/**
 * Makes an edit, and lets every tab and page know.
 *
 * @param address of the page on which it was asked for: what it saves is saved from there.
 */
export async function makeEdit(library: Library, edit: Edit, address?: string): Promise<EditOutcome> {
  const outcome = await library.edit(from(hostOf(address), edit));
  await tell(library, outcome.changed);
  return outcome;
}

/** Lets every tab and page know how these papers stand now, and what they are called. */
async function tell(library: Library, changed: PaperId[]): Promise<void> {
  if (changed.length === 0) return;
  await announce(library, changed);
  // What a page has missed of titles, the next start of the browser makes good.
  passOnTitles(library, changed).catch(() => undefined);
}

function from(savedFrom: string | undefined, { operation, changes }: Edit): Edit {
  return savedFrom === undefined
    ? { operation, changes }
    : { operation, changes: changes.map((change) => (change.kind === 'save' ? { ...change, savedFrom } : change)) };
}

/** The host of an http address; undefined for any other, such as a file. */
function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:/.test(address) ? new URL(address).hostname : undefined;
}

/** Takes papers in, and lets every tab and page know. */
export async function importPapers(library: Library, batch: Import): Promise<ImportOutcome> {
  const outcome = await library.importPapers(batch);
  await tell(library, outcome.changed);
  return outcome;
}
