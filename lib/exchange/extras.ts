import type { LibraryRecord, Paper, ReadingState } from '../paper';
import type { Kept } from './format';
import { onOneLine } from './text';

/** What a file says of a paper, and of what the person made of it. */
export interface Said {
  facts?: Partial<Paper>;
  kept?: Partial<LibraryRecord>;
}

/** Something that bibliographic formats have no field for: each of them carries it as text, under the name it has here. */
interface Extra {
  name: string;
  of: (kept: Kept) => string | number | boolean | undefined;
  /** Reads what `of` wrote, and nothing else. */
  read: (text: string) => Said | false | undefined;
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
const isCount = (text: string) => /^[1-9]\d{0,5}$/.test(text);
/** Whether a text has the form of arXiv's categories: `cs.CL`, `hep-th`. */
export const isCategory = (text: string) => /^[a-z-]+(?:\.[a-z-]+)?$/i.test(text);

/** JabRef has this field too, and a state in it for what was looked through. */
const STATES = new Map<string, ReadingState>([
  ['saved', 'saved'],
  ['reading', 'reading'],
  ['skimmed', 'reading'],
  ['read', 'read'],
]);

/** Every extra: to add one, add its row. The names are fields of BibTeX too, and none that it has. */
export const EXTRAS: readonly Extra[] = [
  {
    name: 'categories',
    of: ({ paper: { category, otherCategories = [] } }) => category && [category, ...otherCategories].join(' '),
    read(text) {
      const [category, ...otherCategories] = text.split(' ').filter(isCategory);
      return category !== undefined && { facts: { category, ...(otherCategories.length > 0 && { otherCategories }) } };
    },
  },
  {
    name: 'published',
    of: ({ paper }) => paper.published,
    read: (text) => isDay(text) && { facts: { published: text } },
  },
  {
    name: 'updated',
    of: ({ paper }) => paper.updated,
    read: (text) => isDay(text) && { facts: { updated: text } },
  },
  {
    name: 'arxivversion',
    of: ({ paper }) => paper.version,
    read: (text) => isCount(text) && { facts: { version: Number(text) } },
  },
  {
    name: 'arxivcomment',
    of: ({ paper }) => paper.comment,
    read: (text) => text !== '' && { facts: { comment: text } },
  },
  {
    name: 'readstatus',
    of: ({ record }) => record?.state,
    read(text) {
      const state = STATES.get(text);
      return state && { kept: { state } };
    },
  },
  {
    name: 'starred',
    of: ({ record }) => record?.isStarred && 'yes',
    read: (text) => text === 'yes' && { kept: { isStarred: true } },
  },
  {
    name: 'savedat',
    of: ({ record }) => record && (new Date(record.savedAt).toJSON() ?? undefined),
    read(text) {
      const savedAt = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : NaN;
      return Number.isFinite(savedAt) && { kept: { savedAt } };
    },
  },
  {
    name: 'savedfrom',
    of: ({ record }) => record?.savedFrom,
    read: (text) => text !== '' && { kept: { savedFrom: text } },
  },
  {
    name: 'seenversion',
    of: ({ record }) => record?.seenVersion,
    read: (text) => isCount(text) && { kept: { seenVersion: Number(text) } },
  },
];

/** What a paper has of the extras, each as a text on one line. */
export function extrasOf(kept: Kept): (readonly [name: string, text: string])[] {
  return EXTRAS.map(({ name, of }) => [name, onOneLine(String(of(kept) || ''))] as const).filter(([, text]) => text);
}

/** Reads the extras of a paper out of what a file has under their names. */
export function extrasIn(texts: (name: string) => string | undefined): Required<Said> {
  const said = EXTRAS.map(({ name, read }) => read(onOneLine(texts(name) ?? '')) || {});
  return {
    facts: Object.assign({}, ...said.map(({ facts }) => facts)),
    kept: Object.assign({}, ...said.map(({ kept }) => kept)),
  };
}
