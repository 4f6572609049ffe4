import { formatMoment } from './dates';
import { BUNDLED } from './pack';
import type { LibraryRecord } from './paper';

/**
 * Why a paper is here: that the person saved it, and which packs have it. Each reason is a few words without a full stop;
 * there is none for a paper that is neither kept nor in a pack.
 */
export function whyHere(record: LibraryRecord | undefined, packs: readonly string[]): string[] {
  const others = packs.filter((name) => name !== BUNDLED).map((name) => `“${name}”`);
  return [
    ...(record
      ? [`Saved on ${formatMoment(record.savedAt)}${record.savedFrom ? ` from ${record.savedFrom}` : ''}`]
      : []),
    ...(packs.includes(BUNDLED) ? ['Came with Manicule'] : []),
    ...(others.length > 0
      ? [`In the ${others.length === 1 ? 'pack' : 'packs'} ${new Intl.ListFormat('en').format(others)}`]
      : []),
  ];
}
