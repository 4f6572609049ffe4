import { useRef, useState } from 'preact/hooks';
import type { Change, EditOutcome } from '../../lib/edit';
import { explain } from '../explain';
import type { Deed } from './changes';

/** Makes changes, all of them or none. Resolves when they are on disk. */
export type MakeEdit = (changes: Change[]) => Promise<EditOutcome>;

/** What came of the last change. */
export type LastChange =
  | { kind: 'working' | 'undone'; text: string }
  | { kind: 'done'; text: string }
  | { kind: 'failed'; text: string };

export interface Edits {
  /** Absent before the first change. */
  last: LastChange | undefined;
  /** Whether there is a change to take back. */
  canUndo: boolean;
  /** Makes the changes of a deed. Resolves to whether they are on disk; `last` says why not. */
  make(deed: Deed): Promise<boolean>;
  /** Takes the last change back that was not taken back yet. Such a step is a change itself. */
  undo(): Promise<void>;
}

interface Undo {
  done: string;
  changes: Change[];
  /** What the changes are about, where the next ones of the same are to be taken back with them. */
  joins: string | undefined;
}

/** Changes papers, and remembers for as long as the page is open how to take each change back. */
export function useEdits(edit: MakeEdit): Edits {
  const [last, setLast] = useState<LastChange>();
  const [undos, setUndos] = useState<readonly Undo[]>([]);
  const stackRef = useRef(undos);
  const keep = (next: readonly Undo[]) => setUndos((stackRef.current = next));

  async function attempt(changes: Change[], text: string): Promise<EditOutcome | undefined> {
    setLast({ kind: 'working', text });
    try {
      return await edit(changes);
    } catch (error) {
      setLast({ kind: 'failed', text: `Not done. ${explain(error)}` });
      return undefined;
    }
  }

  return {
    last,
    canUndo: undos.length > 0,
    async make({ changes, done }) {
      if (changes.length === 0) return true;
      const outcome = await attempt(changes, done);
      if (!outcome) return false;
      if (outcome.undo.length > 0)
        keep(withUndo(stackRef.current, { done, changes: outcome.undo, joins: noteOf(changes) }));
      setLast({ kind: 'done', text: done });
      return true;
    },
    async undo() {
      const undo = stackRef.current.at(-1);
      if (!undo) return;
      keep(stackRef.current.slice(0, -1));
      if (await attempt(undo.changes, undo.done)) setLast({ kind: 'undone', text: undo.done });
      else keep([...stackRef.current, undo]);
    },
  };
}

/** A note is saved as it is written; taken back, it is as it was before. */
function withUndo(undos: readonly Undo[], undo: Undo): Undo[] {
  const before = undos.at(-1);
  if (undo.joins === undefined || before?.joins !== undo.joins) return [...undos, undo];
  return [...undos.slice(0, -1), { ...undo, changes: [...undo.changes, ...before.changes] }];
}

function noteOf(changes: readonly Change[]): string | undefined {
  const [change] = changes;
  return changes.length === 1 && change?.kind === 'note' ? change.id : undefined;
}
