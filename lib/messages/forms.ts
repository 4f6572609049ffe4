import * as v from 'valibot';
import { parseId } from '../arxiv/identifier';
import { MAX_IMPORTED } from '../edit';
import { MAX_PACKED } from '../pack';
import { MAX_PACK_NAME, objectionToName, tidyPackName } from '../pack-name';
import { MOST_PLACES } from '../print';

/** The forms of what crosses into the worker, with bounds that nobody meets who uses Manicule. */

/** More papers than anyone keeps. */
const MAX_CHANGES = 200_000;

/** The field for tags has room for a hundred of one letter each. */
const MAX_CARD_CHANGES = 101;

/** An id as everyone writes it inside: canonical, without a version. */
export const IdForm = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => parseId(text)?.id === text, 'no canonical arXiv id'),
);

/** A whole number, from one bound to the other, both included. */
export const integer = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What stands in a search box. */
export const QueryForm = v.pipe(v.string(), v.maxLength(1000));

const text = (letters: number) => v.pipe(v.string(), v.maxLength(letters));
const texts = (most: number, letters: number) => v.pipe(v.array(text(letters)), v.maxLength(most));
const maybe = v.exactOptional;

const Operation = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));
const State = v.picklist(['saved', 'reading', 'read']);
const Tag = v.pipe(text(200), v.regex(/\S/));
const Note = text(200_000);
const Host = text(253);
const Version = integer(1, 9999);
const Time = integer(0);
const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const Link = v.pipe(text(2000), v.regex(/^https?:\/\//));

const factsEntries = {
  title: maybe(text(2000)),
  system: maybe(text(200)),
  otherTitles: maybe(texts(50, 2000)),
  authors: maybe(texts(10_000, 500)),
  summary: maybe(text(10_000)),
  abstract: maybe(text(50_000)),
  category: maybe(text(50)),
  otherCategories: maybe(texts(50, 50)),
  published: maybe(Day),
  updated: maybe(Day),
  version: maybe(Version),
  venue: maybe(text(2000)),
  doi: maybe(text(500)),
  comment: maybe(text(10_000)),
  links: maybe(
    v.strictObject({
      code: maybe(Link),
      models: maybe(Link),
      data: maybe(Link),
      demo: maybe(Link),
      leaderboard: maybe(Link),
      homepage: maybe(Link),
    }),
  ),
  words: maybe(texts(10_000, 200)),
  prints: maybe(v.pipe(v.array(integer(0, 2 ** 32 - 1)), v.maxLength(MOST_PLACES))),
};
const Facts = v.strictObject(factsEntries);

const madeEntries = {
  state: maybe(State),
  savedAt: maybe(Time),
  savedFrom: maybe(Host),
  isStarred: maybe(v.literal(true)),
  tags: maybe(v.pipe(v.array(Tag), v.maxLength(10_000))),
  note: maybe(Note),
  seenVersion: maybe(Version),
};
const Made = v.strictObject(madeEntries);
const Record = v.strictObject({ ...madeEntries, id: IdForm, state: State, savedAt: Time });

const id = IdForm;
const ofOne = <Kind extends string>(kind: Kind) => v.strictObject({ kind: v.literal(kind), id });

/** What a card offers to do with its paper. Where it is saved from is told by the browser, not by the page. */
const CARD_CHANGES = [
  v.strictObject({ kind: v.literal('save'), id, state: maybe(State), facts: maybe(Facts) }),
  v.strictObject({ kind: v.literal('state'), id, state: State }),
  ofOne('star'),
  ofOne('unstar'),
  v.strictObject({ kind: v.literal('tag'), id, tag: Tag, at: maybe(integer(0)) }),
  v.strictObject({ kind: v.literal('untag'), id, tag: Tag }),
  v.strictObject({ kind: v.literal('note'), id, note: Note, from: Note }),
] as const;

const [, ...SIMPLE_CHANGES] = CARD_CHANGES;

const CHANGES = [
  ...SIMPLE_CHANGES,
  v.strictObject({
    kind: v.literal('save'),
    id,
    state: maybe(State),
    savedFrom: maybe(Host),
    savedAt: maybe(Time),
    facts: maybe(Facts),
  }),
  v.strictObject({ kind: v.literal('remove'), id, ifStill: maybe(Record) }),
  v.strictObject({ kind: v.literal('seen'), id, version: maybe(Version) }),
  v.strictObject({ kind: v.literal('merge'), id, made: maybe(Made), facts: maybe(Facts) }),
  v.strictObject({ kind: v.literal('learn'), id, facts: Facts }),
  v.strictObject({ kind: v.literal('rename-tag'), from: Tag, to: Tag }),
] as const;

export const EditForm = v.strictObject({
  operation: Operation,
  tab: maybe(integer()),
  changes: v.pipe(v.array(v.variant('kind', CHANGES)), v.maxLength(MAX_CHANGES)),
});

/** What a content script may change: one paper, as its card offers it. */
export const CardEditForm = v.strictObject({
  operation: Operation,
  changes: v.pipe(
    v.array(v.variant('kind', CARD_CHANGES)),
    v.maxLength(MAX_CARD_CHANGES),
    v.check((changes) => new Set(changes.map((change) => change.id)).size <= 1, 'more than one paper'),
  ),
});

/** What the controls of a paper stand for, by their names. */
const ACTS = ['save', 'star', 'tag', 'untag', 'note', 'cite', 'library'] as const;

const act = {
  operation: v.optional(Operation),
  name: v.optional(v.picklist(ACTS)),
  value: v.optional(Note),
  from: v.optional(Note),
};

/** A card as a content script asks for it, with what was done on it. */
export const CardForm = v.strictObject({ id, by: v.picklist(['id', 'title', 'words']), ...act });

/** What can be made of a paper, as a page of ours asks for it. */
export const MakingForm = v.strictObject({ id, tab: v.optional(integer()), ...act });

/** A paper as a file has it. */
export const ImportedForm = v.strictObject({ facts: v.strictObject({ ...factsEntries, id }), kept: maybe(Made) });

export const ImportForm = v.strictObject({
  operation: Operation,
  items: v.pipe(v.array(ImportedForm), v.maxLength(MAX_IMPORTED)),
});

/** The name of a pack, as packs have it. */
export const PackNameForm = v.pipe(
  text(MAX_PACK_NAME),
  v.check((name) => name === tidyPackName(name) && objectionToName(name) === undefined, 'no name of a pack'),
);

export const PackIntakeForm = v.strictObject({ name: PackNameForm, isWhole: v.boolean() });

export const PackBatchForm = v.strictObject({
  intake: integer(0),
  batch: integer(0),
  papers: v.pipe(v.array(v.strictObject({ ...factsEntries, id })), v.maxLength(MAX_PACKED)),
});

/** No paper is older. */
const FIRST_YEAR = 1991;

const Year = integer(FIRST_YEAR, 9999);

export const HarvestForm = v.strictObject({
  name: PackNameForm,
  categories: v.pipe(texts(100, 50), v.minLength(1)),
  years: maybe(v.strictObject({ from: Year, to: Year })),
});
