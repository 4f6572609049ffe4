import { MARK_PATHS, MARK_STROKE, MARK_VIEW_BOX, type MarkShape } from '../lib/mark';
import { HAND_WITH_CUFF, HAND_WITH_CUFF_STROKE, HAND_WITH_CUFF_VIEW_BOX } from '../lib/mark-large';
import { Drawing } from './Drawing';

const NAMES: Record<MarkShape, string> = {
  unsaved: 'Not saved',
  indexed: 'Known',
  saved: 'Saved',
  reading: 'Reading',
  read: 'Read',
};

/** The hand that says how a paper stands, in a shape and in words. */
export function Mark({ shape }: { shape: MarkShape }) {
  return (
    <Drawing
      class={`mark mark-${shape}`}
      viewBox={MARK_VIEW_BOX}
      stroke={MARK_STROKE}
      paths={MARK_PATHS[shape]}
      label={NAMES[shape]}
    />
  );
}

/** The large hand, for the eye only. */
export function LargeHand() {
  return (
    <Drawing
      class="large-hand"
      viewBox={HAND_WITH_CUFF_VIEW_BOX}
      stroke={HAND_WITH_CUFF_STROKE}
      paths={HAND_WITH_CUFF}
    />
  );
}
