/** So many rows of a table stand in a page. */
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
