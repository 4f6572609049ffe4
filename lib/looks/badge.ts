import { MARK_PATHS, MARK_STROKE, MARK_VIEW_BOX } from '../mark';
import type { BadgeLook, Markup, MarkupElement } from '../markup';
import type { MentionState } from '../paper';
import css from './badge.css?inline';

/** How badges look: their styles, and for each state its mark and its words. */
export function badgeLook(): BadgeLook {
  return {
    css,
    states: {
      unsaved: { mark: mark('unsaved'), words: 'not saved' },
      indexed: { mark: mark('indexed'), words: 'known' },
      saved: { mark: mark('saved'), words: 'saved' },
      reading: { mark: mark('reading'), words: 'reading' },
      read: { mark: mark('read'), words: 'read' },
    },
    recognised: { id: '', title: ', recognised by its title', words: ', recognised by its words' },
  };
}

/** The mark of a state, in the colour of the text around it. All have attributes of the same names. */
function mark(state: MentionState): MarkupElement {
  const paths = MARK_PATHS[state].map(({ d, fill }): Markup => [
    'path',
    {
      d,
      fill: fill ? 'currentColor' : 'none',
      'fill-rule': 'evenodd',
      stroke: fill ? 'none' : 'currentColor',
      'stroke-width': `${MARK_STROKE}`,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
  ]);
  return ['svg', { viewBox: MARK_VIEW_BOX, 'aria-hidden': 'true' }, ...paths];
}
