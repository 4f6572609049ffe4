import { defineExtensionMessaging } from '@webext-core/messaging';
import type {
  CompletionState,
  Health,
  Making,
  PageSurvey,
  PhraseCount,
  RankAnswer,
  SearchAnswer,
  TabPapers,
} from '../answers';
import type { Edit, EditOutcome, Import, ImportOutcome } from '../edit';
import type { MaybeAct, BadgeLook, Drawing, Sheet } from '../markup';
import type { HarvestRequest, PackCounts, PackIntake, PackOutcome, PackPaper, PackSummary } from '../pack';
import type { PaperId, PaperStatus, Recognition } from '../paper';
import type { Passage, Traced } from '../passage';
import type { PageFacts } from '../paper-facts';
import type { Row, WholePaper } from '../row';

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
  /** What can be made of a paper, ready to be drawn, after what a person did with it, beside this tab, was done. */
  making(request: { id: PaperId; tab?: number | undefined } & MaybeAct): Making;
  /**
   * Changes what a person keeps. Resolves when it is on disk, and in the second copy too; what the page of this tab, or
   * that of the sender, says of a paper that is saved is taken in after that.
   */
  edit(edit: Edit & { tab?: number }): EditOutcome;
  /** Takes papers in from a file. Resolves when that is on disk, and in the second copy too. */
  importPapers(batch: Import): ImportOutcome;
  /** Whether the library is as it was left. */
  health(): Health;
  /** The best `limit` papers for a query. */
  search(request: { query: string; limit: number }): SearchAnswer;
  /** Which papers a query finds: the best `limit` of them, and all that the person keeps. */
  rank(request: { query: string; limit: number }): RankAnswer;
  /** How often a phrase stands in the papers that are known. */
  count(phrase: string): PhraseCount;
  /** Some papers as a list has them, kept or in a pack that is on; those that are neither are left out. */
  rows(ids: PaperId[]): Row[];
  /** All that is known of some papers; those of which no more than the id is are left out. */
  wholePapers(ids: PaperId[]): WholePaper[];
  /** All packs, in the order in which they came. */
  packs(): PackSummary[];
  /** Has a pack searched and its papers marked, or no longer. */
  switchPack(choice: { name: string; isOn: boolean }): void;
  /** Removes a pack with its papers and its index. What the person keeps stays. */
  removePack(name: string): void;
  /** Begins to take papers into a pack, which nobody sees before the end. Gives the number of the intake. */
  beginPack(intake: PackIntake): number;
  /** Takes a batch in, counted from 0 on. Resolves when it is on disk; the same batch again is answered as before. */
  addToPack(request: { intake: number; batch: number; papers: PackPaper[] }): PackCounts;
  /** Brings an intake to its end: from here on its papers are searched. */
  endPack(intake: number): PackOutcome;
  /** Takes all of an intake back. */
  cancelPack(intake: number): void;
  /** Begins to fetch papers from arXiv into a pack of this name. */
  harvest(request: { name: string } & HarvestRequest): void;
  /** Fetches what has changed at arXiv since a pack was fetched from there. */
  renewHarvest(name: string): void;
  pauseHarvest(name: string): void;
  resumeHarvest(name: string): void;
  /** Ends a harvest, and takes back what it has brought so far. */
  cancelHarvest(name: string): void;
  /** The papers of a tab, and what is known of its page. */
  papersOnPage(tabId: number): TabPapers;
  /** The passages of a text that stand in a paper that is known, in their order. */
  trace(text: string): Passage[];
  /** Has the page of a tab traced, and gives how many passages were found. */
  tracePage(tabId: number): number;
  /** Brings a passage of a tab's page before the person's eyes. */
  showPassage(request: { tab: number; passage: number }): void;
  /** Says how many known papers the page of the sender has now. */
  marked(count: number): void;
  /** Says that the person has the abstract page of the sender before them. */
  visited(): void;
  /** How the completing of saved papers stands. */
  completion(): CompletionState;
}

/** What a content script answers to the worker. */
export interface PageCommands {
  /** What the page names, once it has been read. */
  survey(): PageSurvey;
  notify(notice: Sheet): void;
  /** Traces the page or what is selected on it, and gives how many passages were found. */
  traceHere(what: Traced): number;
  /** Brings a passage before the person's eyes. */
  scrollToPassage(passage: number): void;
}

/** What the content script on arXiv's own pages answers to the worker. */
export interface ArxivPageCommands {
  /** What the page says of these papers; nothing of those that it does not name. */
  facts(ids: PaperId[]): PageFacts[];
}

/** What the worker tells every page, its own and the tabs', after a change is on disk. */
export interface Announcements {
  /**
   * How these papers stand now; one without a status is neither kept nor in a pack any more. Where none are named, any
   * may stand otherwise than before.
   */
  statusesChanged(change: { ids: PaperId[]; statuses: PaperStatus[] }): void;
}

/** What the worker tells its own pages alone. */
export interface OwnPageAnnouncements {
  /** The completing of saved papers stands otherwise than before. */
  completionChanged(): void;
  /** Some pack is otherwise than before, or what is on its way into one. */
  packsChanged(): void;
}

/** One typed map of every message: errors cross it and are thrown again at the caller. */
export const { sendMessage, onMessage } = defineExtensionMessaging<
  WorkerCommands & PageCommands & ArxivPageCommands & Announcements & OwnPageAnnouncements
>();
