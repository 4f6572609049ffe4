/**
 * The large drawing of the mark: a pointing hand with curled fingers and a short scalloped cuff with one button. For
 * the icon, the empty state and the welcome page; good from about 40 px wide. Kept out of `mark.ts` so that the content
 * script never carries it. Paths are painted as `MarkPath` says, with `HAND_WITH_CUFF_STROKE` as the stroke width.
 */

import type { MarkPath } from './mark';

export const HAND_WITH_CUFF_VIEW_BOX = '0 0 96 60';

export const HAND_WITH_CUFF_STROKE = 2.6;

/** In order: the hand, the curled fingers and the fold of the thumb, the cuff, its button. */
export const HAND_WITH_CUFF: readonly MarkPath[] = [
  {
    d:
      'M22 21.5c6 .2 9.7-1.6 13.5-5.6l8-8.6C48.6 1.8 57 6.3 53.8 12.6c-1.2 2.4-2.8 4.2-5 6.1 13-1 27 .9 38 1.2' +
      'a5.6 5.6 0 0 1 0 11.2q-12.8 0-24.8 1.9a5 5 0 0 1 0 10h-.8a4.2 4.2 0 0 1 0 8.5h-1a3.2 3.2 0 0 1 0 6.5H46' +
      'C36.5 58 33.5 50.6 22 50.5',
  },
  {
    d:
      'M62 33H50.5a5 5 0 0 0 0 10H62M52 43a4.2 4.2 0 0 0 0 8.5h9.2M53.5 51.5a3.2 3.2 0 0 0 0 6.5' +
      'M48.8 18.7c-2.6 2.6-5.6 4.4-9.3 5.3',
  },
  {
    d:
      'M3 14.3q0-1.8 1.8-1.7L19 14a6.2 6.2 0 0 1 0 11 6.2 6.2 0 0 1 0 11 6.2 6.2 0 0 1 0 11 6.2 6.2 0 0 1 0 11' +
      'L4.8 58.7Q3 58.8 3 57z',
  },
  { d: 'M9 48.5a2.2 2.2 0 1 1 4.4 0 2.2 2.2 0 1 1-4.4 0z', fill: true },
];
