import * as v from 'valibot';
import { parseId } from '../arxiv/identifier';
import type { LibraryRecord, LinkKind, Paper } from '../paper';
import { isDay } from './days';

/** The forms of what a backup holds. A key that they do not have is let go. */

const Id = v.pipe(
  v.string(),
  v.check((text) => parseId(text)?.id === text),
);
const Text = v.string();
const Texts = v.array(v.string());
const Day = v.pipe(v.string(), v.check(isDay));
const Version = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Milliseconds since 1970, as far as a calendar goes. */
const Moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const Link = v.pipe(v.string(), v.regex(/^https?:\/\//i));

type Forms<Noun> = { [Key in keyof Noun]-?: v.GenericSchema };

const LINKS = {
  code: v.exactOptional(Link),
  models: v.exactOptional(Link),
  data: v.exactOptional(Link),
  demo: v.exactOptional(Link),
  leaderboard: v.exactOptional(Link),
  homepage: v.exactOptional(Link),
} satisfies Forms<Record<LinkKind, string>>;

const PAPER = {
  id: Id,
  title: Text,
  system: v.exactOptional(Text),
  otherTitles: v.exactOptional(Texts),
  authors: Texts,
  summary: v.exactOptional(Text),
  abstract: v.exactOptional(Text),
  category: v.exactOptional(Text),
  otherCategories: v.exactOptional(Texts),
  published: v.exactOptional(Day),
  updated: v.exactOptional(Day),
  version: v.exactOptional(Version),
  venue: v.exactOptional(Text),
  doi: v.exactOptional(Text),
  comment: v.exactOptional(Text),
  links: v.exactOptional(v.object(LINKS)),
  words: v.exactOptional(Texts),
  prints: v.exactOptional(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)))),
} satisfies Forms<Paper>;

const RECORD = {
  id: Id,
  state: v.picklist(['saved', 'reading', 'read']),
  savedAt: Moment,
  savedFrom: v.exactOptional(Text),
  isStarred: v.exactOptional(v.literal(true)),
  tags: v.exactOptional(Texts),
  note: v.exactOptional(Text),
  seenVersion: v.exactOptional(Version),
} satisfies Forms<LibraryRecord>;

export const PaperForm: v.GenericSchema<unknown, Paper> = v.object(PAPER);
export const RecordForm: v.GenericSchema<unknown, LibraryRecord> = v.object(RECORD);
