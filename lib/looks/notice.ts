import type { Notice } from '../answers';
import type { Sheet } from '../markup';
import css from './notice.css?inline';

/** A line in the corner of the page, read aloud as it appears. */
export function noticeSheet({ kind, text }: Notice): Sheet {
  return {
    css,
    content: ['div', { class: 'notice', role: kind === 'done' ? 'status' : 'alert', popover: 'manual' }, text],
  };
}
