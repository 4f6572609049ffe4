import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Health, Making, PageSurvey, RankAnswer, SearchAnswer, TabPapers } from '../answers';
import type { Edit, EditOutcome, Import, ImportOutcome } from '../edit';
import type { MaybeAct, BadgeLook, Drawing, Sheet } from '../markup';
import type { PaperId, PaperStatus, Recognition } from '../paper';

/** What the worker answers. Who may ask for what is decided in `admission.ts`. */
export interface WorkerCommands {
  /** The states of those of these ids that a pack or the library has; the others are left out. */
  statuses(ids: PaperId[]): PaperStatus[];
  /** How badges look. */
  badgeLook(): BadgeLook;
  /**
   * The card of one paper, ready to be drawn, after what a person did on it was done; what was done is on disk.
   * `by` is how the mention that it is opened from was known.
   */
  card(request: { id: PaperId; by: Recognition } & MaybeAct): Sheet & Drawing;
  /** What can be made of a paper, ready to be drawn, after what a person did with it was done. */
  making(request: { id: PaperId } & MaybeAct): Making;
  /** Changes what a person keeps. Resolves when it is on disk, and in the second copy too. */
  edit(edit: Edit): EditOutcome;
  /** Takes papers in from a file. Resolves when that is on disk, and in the second copy too. */
  importPapers(batch: Import): ImportOutcome;
  /** Whether the library is as it was left. */
  health(): Health;
  /** The best `limit` papers for a query. */
  search(request: { query: string; limit: number }): SearchAnswer;
  /** All papers for a query, in rank order. */
  rank(query: string): RankAnswer;
  /** The papers of a tab, and what is known of its page. */
  papersOnPage(tabId: number): TabPapers;
  /** Says how many known papers the page of the sender has now. */
  marked(count: number): void;
}

/** What a content script answers to the worker. */
export interface PageCommands {
  /** What the page names, once it has been read. */
  survey(): PageSurvey;
  notify(notice: Sheet): void;
}

/** What the worker tells every page, its own and the tabs', after a change is on disk. */
export interface Announcements {
  /** How these papers stand now; one without a status is neither kept nor in a pack any more. */
  statusesChanged(change: { ids: PaperId[]; statuses: PaperStatus[] }): void;
}

/** One typed map of every message: errors cross it and are thrown again at the caller. */
export const { sendMessage, onMessage } = defineExtensionMessaging<WorkerCommands & PageCommands & Announcements>();
