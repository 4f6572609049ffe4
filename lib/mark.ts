/**
 * The mark of Manicule: a hand pointing right, in the five shapes that say how well a paper is known. Drawn for this
 * project in one weight of line, on a grid of 12 rows, so that at 12 px high every edge that matters falls on a whole
 * pixel. Shape alone tells the states apart; colour only adds to it. All five share one box, so a change of state never
 * changes size. Kept tiny, because the content script loads it on every page; the large drawing with the cuff is in
 * `mark-large.ts`.
 */

export type MarkShape = 'unsaved' | 'indexed' | 'saved' | 'reading' | 'read';

/**
 * One path: without `fill`, a `currentColor` stroke of the drawing's stroke width, round caps and joins, no fill; with
 * `fill`, a `currentColor` fill by the even-odd rule, no stroke.
 */
export type MarkPath = { d: string; fill?: true };

export const MARK_VIEW_BOX = '0 0 18 12';

export const MARK_STROKE = 1.2;

/** The hand in outline, then its two knuckle lines. */
const OUTLINE =
  'M.6 4.6H2c1.2 0 1.8-.3 2.6-1L6.8 1.3C8-.1 9.9 1 9.2 2.4 9 2.9 8.7 3.2 8.3 3.6H16a1.4 1.4 0 0 1 0 2.8H10.5' +
  'a1.5 1.5 0 0 1 0 3 1 1 0 0 1-.5 2H6.8C4.8 11.4 4 9.4 2.4 9.4H.6zM10.5 6.4H8M10.5 9.4H8';

/** The same hand, solid; its knuckle lines are gaps between the fingers. */
const SOLID =
  'M0 4.6Q0 4 .6 4H2c1 0 1.6-.3 2.2-.9L6.2.9C7.9-.8 10.3.8 9.6 3H16a2 2 0 0 1 0 4H10v.8h2a.6.6 0 0 1 0 1.2H10v.9h.7' +
  'a1 1 0 0 1 0 2.1H6.8C4.6 12 3.8 10 2.4 10H.6Q0 10 0 9.4z';

export const MARK_PATHS: Record<MarkShape, readonly MarkPath[]> = {
  unsaved: [{ d: 'M7.6 1.6h2.8v3h3v2.8h-3v3H7.6v-3h-3V4.6h3z' }],
  indexed: [{ d: OUTLINE }],
  saved: [{ d: SOLID, fill: true }],
  reading: [{ d: SOLID + 'M5 4h4v6L7 8.2 5 10z', fill: true }],
  read: [{ d: SOLID + 'M3 7.1 4.2 5.9 5.8 7.5 8.6 4.1 9.8 5.2 5.9 10z', fill: true }],
};
