/**
 * A segment is an index over some papers that is written once and never changed. It consists of files, each of them cut
 * into pages that are read one by one; whoever keeps them need not know what is in them. Papers are counted from 0 on
 * within a segment, in the order of the codes of their ids.
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
  /** The codes of the ids, in order, {@link IDS_IN_PAGE} in a page. */
  | 'ids'
  /** How long the abstract of each paper is, {@link IDS_IN_PAGE} in a page. */
  | 'norms'
  /** Under which number each paper is stored, {@link PLACES_IN_PAGE} in a page. */
  | 'places'
  /** A digest of each paper, {@link PLACES_IN_PAGE} in a page: two numbers of 32 bits. */
  | 'digests'
  /** The papers that have left the pack since, or are in a later segment. At most one page, which is written anew. */
  | 'deleted';

export const IDS_IN_PAGE = 65_536;
export const PLACES_IN_PAGE = 2048;

/** A page that is not as it was written, or was written by another version. */
export class DamagedSegment extends Error {
  override name = 'DamagedSegment';

  constructor(
    readonly segment: number,
    why: string,
  ) {
    super(`Segment ${segment} of the index cannot be read: ${why}.`);
  }
}
