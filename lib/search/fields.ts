import type { Paper } from '../paper';

/** What of a paper is searched, in the order in which an index on disk counts it; new ones are added at the end. */
export const FIELDS = ['system', 'id', 'title', 'otherTitles', 'authors', 'venue', 'summary', 'abstract'] as const;

export type Field = (typeof FIELDS)[number];

/** What a match is worth by where it stands: a work's own name first, the words of its abstract last. */
export const BOOST: Record<Field, number> = {
  system: 6,
  id: 6,
  title: 4,
  otherTitles: 3,
  authors: 2,
  venue: 1.5,
  summary: 1.5,
  abstract: 1,
};

/** The texts that a paper has in a field; in the place of an abstract its words, where no more of it is known. */
export function textsIn(paper: Paper, field: Field): readonly string[] {
  const value = field === 'abstract' ? (paper.abstract ?? paper.words) : paper[field];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
