import * as fc from 'fast-check';
import type { Change, Edit } from '../../../lib/edit';

/** Few papers, tags and notes, so that changes meet. */
export const IDS = ['2511.07317', '2512.13961', 'hep-th/9901001'];
const id = fc.constantFrom(...IDS);
const state = fc.constantFrom('saved', 'reading', 'read');
export const tag = fc.constantFrom('rl', 'to cite', ' rl ', '__proto__', '日本', 'עברית', '\ud83d', 'é', 'e\u0301');
export const note = fc.constantFrom('', 'a', 'a\nb', 'b', '\0', '👉', 'x'.repeat(300));
const facts = fc.record(
  {
    title: fc.constantFrom('RLVE', 'Olmo 3'),
    authors: fc.array(fc.constantFrom('A', 'B')),
    version: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
);
const made = fc.record(
  {
    state,
    savedAt: fc.integer({ min: 1, max: 99 }),
    savedFrom: fc.constantFrom('arxiv.org'),
    isStarred: fc.constant(true as const),
    tags: fc.array(tag, { maxLength: 3 }),
    note,
    seenVersion: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
);

const of = <Kind extends Change['kind'], Rest>(kind: Kind, rest: fc.Arbitrary<Rest>) =>
  rest.map((fields) => ({ kind, ...fields }));

/** Any change but the conditional ones, which only an undo makes. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  of(
    'save',
    fc.record({ id, state, savedFrom: fc.constantFrom('arxiv.org', 'github.com'), facts }, { requiredKeys: ['id'] }),
  ),
  of('save', fc.record({ id })),
  of('remove', fc.record({ id })),
  of('state', fc.record({ id, state })),
  of('star', fc.record({ id })),
  of('unstar', fc.record({ id })),
  of('tag', fc.record({ id, tag, at: fc.integer({ min: 0, max: 3 }) }, { requiredKeys: ['id', 'tag'] })),
  of('untag', fc.record({ id, tag })),
  of('note', fc.record({ id, note, from: note })),
  of('seen', fc.record({ id, version: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: ['id'] })),
  of('merge', fc.record({ id, made, facts }, { requiredKeys: ['id'] })),
  of('learn', fc.record({ id, facts })),
  of('rename-tag', fc.record({ from: tag, to: tag })),
);

let count = 0;

/** Edits, each with a name of its own. */
export const edit: fc.Arbitrary<Edit> = fc
  .array(change, { minLength: 1, maxLength: 4 })
  .map((changes) => ({ operation: `operation-${count++}`, changes }));
