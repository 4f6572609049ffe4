/**
 * What whoever keeps an index on disk must know of it. A segment is an index over some papers that is written once and
 * never changed. It consists of files, each cut into pages that are read one by one. Papers are counted from 0 on within
 * a segment, in the order of the codes of their ids.
 */

/** The files of a segment. */
export type SegmentFile =
  /** The terms in order, how many papers have each, and where its postings begin. A page goes by its last term. */
  | 'terms'
  /** The terms written backwards, in that order, for typos at their beginning. A page goes by its last term. */
  | 'endings'
  /** Which papers have a term, and what it is worth there. Pages are counted from 0 on. */
  | 'postings'
  /** Where in its papers a term stands. Pages are counted from 0 on. */
  | 'positions'
  /** The codes of the ids, in order. */
  | 'ids'
  /** How long the abstract of each paper is, in the order of the papers. */
  | 'norms'
  /** Under which number each paper is stored, in the order of the papers. */
  | 'places'
  /** A digest of each paper, in the order of the papers: two numbers of 32 bits. */
  | 'digests'
  /** The fingerprints of the papers in order, each with where it was taken. Pages are counted from 0 on. */
  | 'prints'
  /** Which fingerprints there may be. Pages are counted from 0 on. */
  | 'filter'
  /** The papers that have left the pack since, or are in a later segment. At most one page, which is written anew. */
  | 'deleted';

/** What a page is found by among those of its file. */
export type PageKey = number | string;

export interface Page {
  file: SegmentFile;
  key: PageKey;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Some pages of a file that follow one another. */
export interface PageRange {
  segment: number;
  file: SegmentFile;
  /** The first and the last key that is meant. */
  from: PageKey;
  to: PageKey;
  /** Whether the first page after these is wanted too. */
  andNext?: boolean;
}

/** Where the pages of segments lie. */
export interface PageSource {
  /** The pages of each of these ranges, in order; all of them as they are at one moment. */
  read(ranges: readonly PageRange[]): Promise<Uint8Array<ArrayBuffer>[][]>;
}

/** What is known of a segment without reading a page of it. */
export interface SegmentHead {
  /** No other segment of any pack has it. */
  number: number;
  /** How many papers it was written with. */
  papers: number;
  /** How many of them are deleted since. */
  deleted: number;
  /** The bytes of its pages. */
  bytes: number;
}
