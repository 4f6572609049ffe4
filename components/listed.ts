import type { MentionState, Paper, ReadingState } from '../lib/paper';

/** What a row shows of a paper. A paper that a page names may be known by its id alone. */
export interface Listed extends Partial<Pick<Paper, 'title' | 'system' | 'authors' | 'venue' | 'published'>> {
  id: Paper['id'];
  state: MentionState;
  /** The words that met a query, as the index holds them: marked where they stand. */
  terms?: readonly string[];
}

/** Whether the person keeps a paper of this state. */
export function isKept(state: MentionState): state is ReadingState {
  return state === 'saved' || state === 'reading' || state === 'read';
}

/** Whether more is known of a paper than its id, which otherwise stands for the title. */
export function hasTitle({ id, title }: Listed): boolean {
  return title !== undefined && title !== id;
}
