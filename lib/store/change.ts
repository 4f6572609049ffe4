import type { Change, Made } from '../edit';
import type { LibraryRecord, PaperId } from '../paper';
import { mergeNotes, uniteNotes } from './notes';

type Kind = Change['kind'];
type Of<K extends Kind> = Extract<Change, { kind: K }>;
type Kept = LibraryRecord | undefined;

/** A record in which things may be empty or said twice. */
type Untidy = Pick<LibraryRecord, 'id' | 'state' | 'savedAt'> & {
  [Field in keyof LibraryRecord]?: LibraryRecord[Field] | undefined;
};
type Apply<C extends Change> = (record: Kept, change: C, now: number) => Untidy | undefined;

/** What each kind of change makes of a record, which itself stays as it is. */
const CHANGES: { [K in Kind]: Apply<Of<K>> } = {
  save: (record, { id, state, savedFrom, savedAt }, now) =>
    record
      ? { ...record, ...(state && { state }) }
      : { ...begun(id, savedAt ?? now), ...(state && { state }), ...(savedFrom && { savedFrom }) },
  remove: (record, { ifStill }) => (ifStill && !isSame(record, ifStill) ? record : undefined),
  state: (record, { state }) => record && { ...record, state },
  star: (record) => record && { ...record, isStarred: true },
  unstar: (record) => record && { ...record, isStarred: undefined },
  tag: (record, { tag, at }) => record && { ...record, tags: withTag(tagsOf(record), tag, at) },
  untag: (record, { tag }) => record && { ...record, tags: tagsOf(record).filter((other) => other !== tidyTag(tag)) },
  note: (record, { note, from }) => record && { ...record, note: mergeNotes(from, record.note ?? '', note) },
  seen: (record, { version }) => record && { ...record, seenVersion: version },
  merge: (record, { id, made = {} }, now) => (record ? united(record, made) : { ...begun(id, now), ...made }),
  // What is learned of a paper is no change of what the person made of it.
  learn: (record) => record,
  told: (record) => record,
  'rename-tag': (record, { from, to }) => record && { ...record, tags: renamed(tagsOf(record), tidyTag(from), to) },
};

/**
 * What a change makes of what a person keeps; undefined where the paper is not kept. The same record where nothing
 * changes.
 *
 * @param record of the paper that the change is about; for a tag that is renamed, of any paper.
 * @param now the time, in milliseconds since 1970.
 */
export function applyChange(record: Kept, change: Change, now: number): Kept {
  const apply = CHANGES[change.kind] as Apply<Change>;
  const changed = apply(record, change, now);
  const after = changed && tidy(changed);
  return isSame(record, after) ? record : after;
}

/** Whether two records say the same, in whatever order. */
export function isSame(one: Kept, other: Kept): boolean {
  return one === other || JSON.stringify(one && tidy(one)) === JSON.stringify(other && tidy(other));
}

function begun(id: PaperId, savedAt: number): LibraryRecord {
  return { id, state: 'saved', savedAt };
}

/** A record and what was made of the same paper elsewhere. Its state, and when and where it was saved, stay. */
function united(record: LibraryRecord, { isStarred, tags = [], note = '', seenVersion = 0 }: Made): LibraryRecord {
  return {
    ...record,
    ...(isStarred && { isStarred }),
    tags: [...tagsOf(record), ...tags],
    note: uniteNotes(record.note ?? '', note),
    seenVersion: Math.max(record.seenVersion ?? 0, seenVersion),
  };
}

/** A record with nothing empty in it, each tag once, in one order of fields: the same ones are the same as JSON. */
function tidy({ id, state, savedAt, savedFrom, isStarred, tags, note, seenVersion }: Untidy): LibraryRecord {
  const each = [...new Set((tags ?? []).map(tidyTag))].filter((tag) => tag !== '');
  return {
    id,
    state,
    savedAt,
    ...(savedFrom && { savedFrom }),
    ...(isStarred && { isStarred }),
    ...(each.length > 0 && { tags: each }),
    ...(note && { note }),
    ...(seenVersion && { seenVersion }),
  };
}

/** A tag as it is kept: no white space around it, and one space for any inside. */
export function tidyTag(tag: string): string {
  return tag.normalize().trim().replace(/\s+/g, ' ');
}

function tagsOf({ tags = [] }: LibraryRecord): string[] {
  return tags;
}

function withTag(tags: string[], tag: string, at = tags.length): string[] {
  return tags.includes(tidyTag(tag)) ? tags : tags.toSpliced(at, 0, tag);
}

/** The new name stands where the old one stood; where both were given, it stays where it was. */
function renamed(tags: string[], from: string, to: string): string[] {
  const isGiven = tags.includes(tidyTag(to)) && from !== tidyTag(to);
  return isGiven && tags.includes(from)
    ? tags.filter((tag) => tag !== from)
    : tags.map((tag) => (tag === from ? to : tag));
}
