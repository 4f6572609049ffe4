/**
 * What whoever keeps an index on disk must know of it. A segment is an index over some papers that is written once and
 * never changed. It consists of files, each cut into pages that are read one by one. Papers are counted from 0 on within
 * a segment, in the order of the codes of their ids.
 */

/** What a page is found by among those of its file. */
export type PageKey = number | string;

export interface Page {
  /** The name of its file. */
  file: string;
  key: PageKey;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Some pages of a file that follow one another. */
export interface PageRange {
  segment: number;
  file: string;
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
