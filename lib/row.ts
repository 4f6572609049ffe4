import type { LibraryRecord, Paper } from './paper';

/** A paper as the library page lists it. It has those in memory that the person keeps. */
export interface Row {
  /** Its facts without its long texts. Where no more than the id is known, `title` is the id. */
  paper: Omit<Paper, 'summary' | 'abstract' | 'words' | 'prints' | 'comment'>;
  /** What the person made of it, where they keep it. */
  record?: LibraryRecord | undefined;
}

/** All that is known of one paper, its long texts too. */
export interface WholePaper {
  paper: Paper;
  /** The names of the packs that have it. */
  packs: readonly string[];
}

/** How a list of papers may be ordered. */
export type Order = 'relevance' | 'saved' | 'published' | 'title';

/** One value of a facet, and how many of the papers that are shown have it. */
export interface FacetValue {
  value: string;
  count: number;
}

/** A filter with the values that it may be given. */
export interface Facet {
  /** The name of the filter. */
  name: string;
  /** What it is called before a person. */
  label: string;
  /** The most frequent first, or in an order of their own. */
  values: readonly FacetValue[];
}

/** The papers of some time. */
export interface Bar {
  /** A month `2025-03`, a year `2025` or some years `2020..2029`, as a filter takes them. */
  period: string;
  /** Whether the list is narrowed down to some of it. */
  isChosen: boolean;
  total: number;
  /** How many of them are reading and read; the others are not begun. */
  reading: number;
  read: number;
}
