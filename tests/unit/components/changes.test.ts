import { describe, expect, it } from 'vitest';
import {
  nextState,
  putInState,
  remove,
  renameTag,
  save,
  star,
  tag,
  untag,
  write,
} from '../../../components/library/changes';
import type { LibraryRecord } from '../../../lib/paper';
import type { Row } from '../../../lib/row';

const row = (id: string, made?: Partial<LibraryRecord>): Row => ({
  paper: { id, title: id, authors: [] },
  record: made && { id, state: 'saved', savedAt: 1, ...made },
});
const KEPT = row('a', {});
const STARRED = row('b', { isStarred: true, tags: ['x'], state: 'read' });
const OTHER = row('c');

describe('a deed', () => {
  it.each([
    [putInState([KEPT, OTHER], 'reading'), ['state a', 'save c'], 'Marked 2 papers as reading'],
    [save([KEPT, OTHER]), ['save c'], 'Saved 1 paper'],
    [star([KEPT, STARRED, OTHER]), ['star a', 'save c', 'star c'], 'Starred 2 papers'],
    [star([STARRED]), ['unstar b'], 'Took the star from 1 paper'],
    [tag([STARRED, OTHER], ['y']), ['tag b', 'save c', 'tag c'], 'Tagged 2 papers “y”'],
    [tag([OTHER], ['y', 'z']), ['save c', 'tag c', 'tag c'], 'Tagged 1 paper “y” and “z”'],
    [untag([KEPT, STARRED, OTHER], 'x'), ['untag b'], 'Took the tag “x” from 1 paper'],
    [remove([KEPT, STARRED, OTHER]), ['remove a', 'remove b'], 'Removed 2 papers'],
    [write(KEPT, 'new', 'old'), ['note a'], 'Note saved'],
  ])('is made of changes that it takes, and of no other: $done', ({ changes, done }, expected, words) => {
    expect(changes.map((change) => ('id' in change ? `${change.kind} ${change.id}` : change.kind))).toEqual(expected);
    expect(done).toBe(words);
  });

  it('renames a tag wherever it was given', () => {
    expect(renameTag('x', 'y').changes).toEqual([{ kind: 'rename-tag', from: 'x', to: 'y' }]);
  });
});

it.each([
  [OTHER, 'saved'],
  [KEPT, 'reading'],
  [row('a', { state: 'reading' }), 'read'],
  [STARRED, 'saved'],
])('a paper goes from state to state', (one, expected) => {
  expect(nextState(one.record?.state)).toBe(expected);
});
