import { monthOf } from '../../dates';
import type { LibraryRecord } from '../../paper';
import type { Candidate } from './candidate';
import { category } from './category';
import { oneOf, whole, words } from './demands';
import type { Filter } from './filter';
import { period } from './period';
import type { Condition } from './query';

/** Every filter of the search syntax, in the order in which help shows them. A new one is a row here. */
export const FILTERS: readonly Filter[] = [
  {
    name: 'author',
    index: ['authors'],
    example: 'author:"Jiacheng Liu"',
    help: 'names of one author; of the last one the beginning is enough',
    valuesOf: ({ paper }) => paper.authors,
    read: words,
  },
  {
    name: 'title',
    index: ['title', 'otherTitles'],
    example: 'title:reward',
    help: 'words of the title; of the last one the beginning is enough',
    valuesOf: ({ paper }) => [paper.title, ...(paper.otherTitles ?? [])],
    read: words,
  },
  {
    name: 'venue',
    index: ['venue'],
    example: 'venue:"neurips 2025"',
    help: 'words of where it was published; of the last one the beginning is enough',
    valuesOf: ({ paper }) => present(paper.venue),
    read: words,
  },
  {
    name: 'year',
    index: 'values',
    example: 'year:2023..2025',
    help: 'when its first version came out: a year, a month (2025-03), or a range: 2023..2025, 2023.. or ..2020-06',
    valuesOf: ({ paper }) => present(paper.published?.slice(0, 'YYYY-MM'.length)),
    read: period,
  },
  {
    name: 'saved',
    made: 'all',
    example: 'saved:2025-11',
    help: 'when you saved it, written in the same ways',
    valuesOf: ({ record }) => present(record && monthOf(record.savedAt)),
    read: period,
  },
  {
    name: 'cat',
    index: 'values',
    example: 'cat:cs.CL',
    help: 'a category of arXiv, cross-lists included; without its dot (cs) all that belong together',
    valuesOf: ({ paper }) => [...present(paper.category), ...(paper.otherCategories ?? [])],
    read: category,
  },
  {
    name: 'tag',
    made: 'all',
    example: 'tag:"to cite"',
    help: 'one of your tags, as a whole',
    valuesOf: ({ record }) => record?.tags ?? [],
    read: whole,
  },
  {
    name: 'is',
    made: 'all',
    example: 'is:unread',
    help: 'saved for every paper you keep, unread for those of them that are not read yet; reading, read, starred',
    ...oneOf({
      saved: kept(() => true),
      unread: kept(({ state }) => state !== 'read'),
      reading: kept(({ state }) => state === 'reading'),
      read: kept(({ state }) => state === 'read'),
      starred: kept(({ isStarred }) => isStarred === true),
    }),
  },
  {
    name: 'has',
    index: 'values',
    made: ['note'],
    example: 'has:code',
    help: 'code where a link to its code is known, note where you wrote one',
    ...oneOf({
      code: ({ paper }) => paper.links?.code !== undefined,
      note: kept(({ note = '' }) => note.trim() !== ''),
    }),
  },
  {
    name: 'pack',
    example: 'pack:bundled',
    help: 'a set of papers that came together, by its whole name; bundled is what came with Manicule',
    valuesOf: ({ packs = [] }) => packs,
    read: whole,
  },
];

/** The filter of this name, in whatever case it is written. */
export function filterNamed(name: string): Filter | undefined {
  return FILTERS.find((filter) => filter.name === name.toLowerCase());
}

/** Whether papers meet a condition by what the person made of them, and by nothing else. */
export function isAboutMade({ filter, demand }: Condition): boolean {
  const { made = [] } = (filter !== undefined && filterNamed(filter)) || {};
  return made === 'all' || made.some((value) => demand?.isMetBy(value));
}

function kept(test: (record: LibraryRecord) => boolean): (candidate: Candidate) => boolean {
  return ({ record }) => record !== undefined && test(record);
}

function present(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
