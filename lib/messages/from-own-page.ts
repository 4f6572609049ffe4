import type { SearchAnswer } from '../answers';
import { isExpected } from '../errors';
import type { PaperId, ReadingState } from '../paper';
import { type Announcements, onMessage, sendMessage } from './protocol';

/** What the extension's own pages ask the worker for, as their parts take it. */

export function search(query: string, limit: number): Promise<SearchAnswer> {
  return persist(() => sendMessage('search', { query, limit }));
}

/** How papers are kept and let go. Each promise resolves when the change is on disk. */
export const keeper = {
  save: (id: PaperId, state: ReadingState) => persist(() => sendMessage('save', { id, state })),
  remove: (id: PaperId) => persist(() => sendMessage('remove', id)),
  /** Tells of every change, whoever made it; only the worker, which is in no tab, is believed. */
  watch: (changed: Announcements['statusesChanged']) =>
    onMessage('statusesChanged', ({ data, sender }) => {
      if (!sender.tab) changed(data);
    }),
};

/**
 * A worker that was stopped before it answered is asked once more: whatever is asked twice comes out as if it had been
 * asked once.
 */
function persist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  return ask().catch((error: unknown) => {
    if (isExpected(error)) throw error;
    return ask();
  });
}
