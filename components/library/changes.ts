import type { Change } from '../../lib/edit';
import type { ReadingState } from '../../lib/paper';
import { papersInWords } from '../../lib/papers-in-words';
import type { Row } from '../../lib/row';

/** What a person does to some papers: the changes that it takes, and what was done in a few words, without a full stop. */
export interface Deed {
  changes: Change[];
  done: string;
}

const STATE_WORDS: Record<ReadingState, string> = { saved: 'to read', reading: 'reading', read: 'read' };

/** The states in the order in which a paper goes through them. */
export const STATES: readonly { state: ReadingState; label: string }[] = [
  { state: 'saved', label: 'To read' },
  { state: 'reading', label: 'Reading' },
  { state: 'read', label: 'Read' },
];

/** The state that comes after this one; a paper that is not kept, and has none, is to be read. */
export function nextState(before: ReadingState | undefined): ReadingState {
  const at = STATES.findIndex(({ state }) => state === before);
  return STATES[(at + 1) % STATES.length]?.state ?? 'saved';
}

/** Says how papers stand; one that is not kept is saved by it. */
export function putInState(rows: readonly Row[], state: ReadingState): Deed {
  return {
    changes: rows.map(({ paper: { id }, record }) => ({ kind: record ? 'state' : 'save', id, state })),
    done: `Marked ${many(rows)} as ${STATE_WORDS[state]}`,
  };
}

/** Saves what is not kept. */
export function save(rows: readonly Row[]): Deed {
  const others = rows.filter(({ record }) => !record);
  return { changes: others.map(({ paper: { id } }) => ({ kind: 'save', id })), done: `Saved ${many(others)}` };
}

/** Gives papers a star; takes it from them where all of them have one. */
export function star(rows: readonly Row[]): Deed {
  const without = rows.filter(({ record }) => !record?.isStarred);
  if (without.length === 0) {
    return {
      changes: rows.map(({ paper: { id } }) => ({ kind: 'unstar', id })),
      done: `Took the star from ${many(rows)}`,
    };
  }
  return { changes: kept(without, (id) => [{ kind: 'star', id }]), done: `Starred ${many(without)}` };
}

export function tag(rows: readonly Row[], names: readonly string[]): Deed {
  return {
    changes: kept(rows, (id) => names.map((name) => ({ kind: 'tag', id, tag: name }))),
    done: `Tagged ${many(rows)} ${new Intl.ListFormat('en').format(names.map((name) => `“${name}”`))}`,
  };
}

export function untag(rows: readonly Row[], name: string): Deed {
  const tagged = rows.filter(({ record }) => record?.tags?.includes(name));
  return {
    changes: tagged.map(({ paper: { id } }) => ({ kind: 'untag', id, tag: name })),
    done: `Took the tag “${name}” from ${many(tagged)}`,
  };
}

export function renameTag(from: string, to: string): Deed {
  return { changes: [{ kind: 'rename-tag', from, to }], done: `Renamed the tag “${from}” to “${to}”` };
}

export function remove(rows: readonly Row[]): Deed {
  const own = rows.filter(({ record }) => record);
  return { changes: own.map(({ paper: { id } }) => ({ kind: 'remove', id })), done: `Removed ${many(own)}` };
}

/** Says that the person has seen the newest version that is known. */
export function see({ paper: { id, version } }: Row): Deed {
  return {
    changes: [{ kind: 'seen', id, ...(version !== undefined && { version }) }],
    done: `Marked version ${version} as seen`,
  };
}

/** @param from the note that the new one was made from. */
export function write(row: Row, note: string, from: string): Deed {
  return { changes: kept([row], (id) => [{ kind: 'note', id, note, from }]), done: 'Note saved' };
}

/** Changes that only a kept paper takes: what is not kept is saved before. */
function kept(rows: readonly Row[], changes: (id: string) => Change[]): Change[] {
  return rows.flatMap(({ paper: { id }, record }) => [
    ...(record ? [] : [{ kind: 'save', id } as const]),
    ...changes(id),
  ]);
}

function many(rows: readonly Row[]): string {
  return papersInWords(rows.length);
}
