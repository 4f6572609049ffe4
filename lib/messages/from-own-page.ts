import type { SearchAnswer } from '../answers';
import type { PaperId } from '../paper';
import { type Announcements, onMessage, sendMessage } from './protocol';

/** What the extension's own pages ask the worker for, as their parts take it. */

export function search(query: string, limit: number): Promise<SearchAnswer> {
  return sendMessage('search', { query, limit });
}

/** How papers are kept and let go. Each promise resolves when the change is on disk. */
export const keeper = {
  save: (id: PaperId) => sendMessage('save', { id, state: 'saved' }),
  remove: (id: PaperId) => sendMessage('remove', id),
  /** Tells of every change, whoever made it; only the worker, which is in no tab, is believed. */
  watch: (changed: Announcements['statusesChanged']) =>
    onMessage('statusesChanged', ({ data, sender }) => {
      if (!sender.tab) changed(data);
    }),
};
