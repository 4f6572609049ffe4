import { diff3Merge, diffComm } from 'node-diff3';

/** What takes a sixteenth of a second to compare at its worst: lines that are all the same. */
const MAX_LINES = 500;

/**
 * A note that two have written on at once, each from the same text: every line that either wrote is in it. Where both
 * wrote in one place, what was there first comes first.
 *
 * @param base what both began with.
 * @param there what the one who came first made of it.
 * @param mine what the other one made of it.
 */
export function mergeNotes(base: string, there: string, mine: string): string {
  if (there === base || there === mine) return mine;
  if (mine === base) return there;
  const [before, theirs, ours] = [base, there, mine].map(linesOf) as [string[], string[], string[]];
  if (isLong(before, theirs, ours)) return uniteNotes(there, mine);
  const hunks = diff3Merge(theirs, before, ours, { excludeFalseConflicts: true });
  return hunks.flatMap(({ ok, conflict }) => ok ?? united(conflict?.a ?? [], conflict?.b ?? [])).join('\n');
}

/** Two notes of which nobody knows how they came about, as one: what they share once, and all else of both. */
export function uniteNotes(there: string, other: string): string {
  const [theirs, others] = [linesOf(there), linesOf(other)];
  if (other === '' || there === other) return there;
  if (there === '') return other;
  if (isLong(theirs, others)) return there.includes(other) ? there : `${there}\n\n${other}`;
  const shared = united(theirs, others);
  const isApart = shared.length === theirs.length + others.length;
  return isApart ? `${there}\n\n${other}` : shared.join('\n');
}

function united(theirs: string[], others: string[]): string[] {
  return diffComm(theirs, others).flatMap(({ common, buffer1, buffer2 }) => common ?? buffer1.concat(buffer2));
}

function linesOf(note: string): string[] {
  return note.split('\n');
}

function isLong(...notes: string[][]): boolean {
  return notes.some(({ length }) => length > MAX_LINES);
}
