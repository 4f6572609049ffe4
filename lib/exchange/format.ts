import type { LibraryRecord, Paper, PaperId } from '../paper';

/** Where in a file something stands, for whoever looks for it there. Both are counted from 1. */
export interface Place {
  line?: number;
  record?: number;
}

/** What a file says of one paper: what it leaves out is absent. */
export interface FoundPaper {
  kind: 'paper';
  place: Place;
  facts: Partial<Paper> & { id: PaperId };
  /** What the person had made of it, where the file tells. */
  kept?: Partial<Omit<LibraryRecord, 'id'>>;
}

/** An abstract that stands without an id: it belongs to the known paper that has the same one. */
export interface FoundAbstract {
  kind: 'abstract';
  place: Place;
  abstract: string;
  comment?: string;
}

/** Something that cannot be taken in, and why, as a sentence for the person: what is wrong and what to do. */
export interface Skipped {
  kind: 'skipped';
  place: Place;
  why: string;
}

export type Item = FoundPaper | FoundAbstract | Skipped;

/** A way to read papers out of a file. */
export interface Importer {
  /** As people call the format: `BibTeX`. */
  name: string;
  /** Whether a file whose first letters (a few thousand, or all of it) are these is of this format. */
  recognises(head: string): boolean;
  /**
   * Reads a file in pieces that end anywhere; holds no more of it than one record. A bad record is skipped and never
   * costs its neighbours. Throws an ExpectedError only where nothing more can be read at all.
   */
  read(pieces: AsyncIterable<string>): AsyncIterable<Item>;
}

/** A paper as it is written out: its facts, and what the person made of it. */
export interface Kept {
  paper: Paper;
  record?: LibraryRecord;
}

/** A way to write papers into a file. */
export interface Exporter {
  /** As people call the format, and as the button says it: `BibTeX` for `Export BibTeX`. */
  name: string;
  /** Of the file's name, without its dot. */
  extension: string;
  mediaType: string;
  /** The pieces of the file, in order. */
  write(papers: readonly Kept[]): Iterable<string>;
}
