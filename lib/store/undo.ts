import type { Change } from '../edit';
import type { LibraryRecord, Paper, PaperId } from '../paper';

/** All that a change can change of one paper: what the person made of it, and its facts. */
export interface Standing {
  record: LibraryRecord | undefined;
  paper: Paper | undefined;
}

/**
 * The changes that put a record back to what it was, thing by thing: what an edit did not change, its undoing does not
 * touch, so that nothing that was made meanwhile is taken back with it.
 */
export function undoOf(id: PaperId, { record: before, paper }: Standing, after: LibraryRecord | undefined): Change[] {
  const letGo: Change[] = after ? [{ kind: 'remove', id, ifStill: after }] : [];
  if (!before) return letGo;
  // One that was let go and saved anew is another one.
  const isAnother = before.savedAt !== after?.savedAt || before.savedFrom !== after.savedFrom;
  if (!after || isAnother) {
    const { id: _id, ...made } = before;
    const again: Change[] = [...letGo, { kind: 'merge', id, made, ...(paper && { facts: factsOf(paper) }) }];
    // A paper that is kept anew counts as seen, which this one did not.
    return made.seenVersion === undefined ? [...again, { kind: 'seen', id }] : again;
  }
  const undo: Change[] = [];
  if (before.state !== after.state) undo.push({ kind: 'state', id, state: before.state });
  if (before.isStarred !== after.isStarred) undo.push({ kind: before.isStarred ? 'star' : 'unstar', id });
  const [tags = [], tagsAfter = []] = [before.tags, after.tags];
  for (const tag of tagsAfter) if (!tags.includes(tag)) undo.push({ kind: 'untag', id, tag });
  for (const [at, tag] of tags.entries()) if (!tagsAfter.includes(tag)) undo.push({ kind: 'tag', id, tag, at });
  const [note = '', noteAfter = ''] = [before.note, after.note];
  if (note !== noteAfter) undo.push({ kind: 'note', id, note, from: noteAfter });
  const { seenVersion: version } = before;
  if (version !== after.seenVersion) undo.push({ kind: 'seen', id, ...(version !== undefined && { version }) });
  return undo;
}

function factsOf({ id: _id, ...facts }: Paper): Omit<Paper, 'id'> {
  return facts;
}
