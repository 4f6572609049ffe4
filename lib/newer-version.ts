import type { LibraryRecord, Paper } from './paper';
import type { PageFacts } from './paper-facts';

/** The words that a newer version is told with; undefined where the person has seen the newest one that is known. */
export function newsOf(
  paper: Pick<Paper, 'version'> | undefined,
  record: Pick<LibraryRecord, 'seenVersion'> | undefined,
): string | undefined {
  const { version = 0 } = paper ?? {};
  const { seenVersion = Infinity } = record ?? {};
  return version > seenVersion ? `version ${version} is new since you saved version ${seenVersion}` : undefined;
}

/**
 * The newest version that the person has seen, once a page has told of a kept paper: the one that the page shows, or an
 * earlier page did. What was known before counts as seen where the record does not say; where nothing was, what the page
 * tells.
 */
export function seenAfter(
  record: Pick<LibraryRecord, 'seenVersion'>,
  { shown = 0, version }: Pick<PageFacts, 'shown' | 'version'>,
  known: Pick<Paper, 'version'>,
): number | undefined {
  return Math.max(record.seenVersion ?? known.version ?? 0, shown) || version;
}
