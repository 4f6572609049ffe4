import { browser } from 'wxt/browser';
import type { CompletionState, Health, Making, PhraseCount, RankAnswer, SearchAnswer, TabPapers } from '../answers';
import { type Change, type EditOutcome, type Import, type ImportOutcome, newOperation } from '../edit';
import { isExpected } from '../errors';
import type { MaybeAct } from '../markup';
import type { HarvestRequest, PackCounts, PackIntake, PackOutcome, PackPaper, PackSummary } from '../pack';
import type { PaperId } from '../paper';
import type { Row, WholePaper } from '../row';
import { type Announcements, onMessage, type OwnPageAnnouncements, sendMessage, type WorkerCommands } from './protocol';

/** What the extension's own pages ask the worker for, as their parts take it. */

export function search(query: string, limit: number): Promise<SearchAnswer> {
  return persist(() => sendMessage('search', { query, limit }));
}

/**
 * Changes what the person keeps, all of it or nothing. Resolves when it is on disk.
 *
 * @param tab where a page is that may know more of papers that are saved.
 */
export function edit(changes: Change[], tab?: number): Promise<EditOutcome> {
  const request = { operation: newOperation(), changes, ...(tab !== undefined && { tab }) };
  return persist(() => sendMessage('edit', request));
}

/** What can be made of a paper, after an act if one is given. */
export function making(request: { id: PaperId; tab?: number | undefined } & MaybeAct): Promise<Making> {
  return persist(() => sendMessage('making', request));
}

/** Takes papers in from a file. Whoever asks asks again where the worker was stopped before it answered. */
export function importPapers(batch: Import): Promise<ImportOutcome> {
  return sendMessage('importPapers', batch);
}

/** Which papers a query finds: the best `limit` of them, and all that the person keeps. */
export function rank(query: string, limit: number): Promise<RankAnswer> {
  return persist(() => sendMessage('rank', { query, limit }));
}

/** How often a phrase stands in the papers that are known. */
export function count(phrase: string): Promise<PhraseCount> {
  return persist(() => sendMessage('count', phrase));
}

/** The papers of a tab, and what is known of its page. */
export function papersOnPage(tabId: number): Promise<TabPapers> {
  return persist(() => sendMessage('papersOnPage', tabId));
}

/** Has the page of a tab traced, and gives how many passages were found. */
export function tracePage(tabId: number): Promise<number> {
  return persist(() => sendMessage('tracePage', tabId));
}

/** Brings a passage of a tab's page before the person's eyes. */
export function showPassage(tab: number, passage: number): Promise<void> {
  return persist(() => sendMessage('showPassage', { tab, passage }));
}

/**
 * Overhears what is said to the worker and announced by it: both reach every page of the extension. It answers nothing,
 * because that is the worker's. Returns a function that stops it.
 *
 * @param heard is given the kind of message and the tab that it comes from, if any.
 */
export function overhear(
  heard: (type: keyof (WorkerCommands & Announcements & OwnPageAnnouncements), tabId?: number) => void,
): () => void {
  const hear: Parameters<typeof browser.runtime.onMessage.addListener>[0] = ({ type }, { tab }) => {
    heard(type, tab?.id);
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}

/** Whether the library is as it was left, and what may change that. */
export const healthSource = {
  ask: (): Promise<Health> => persist(() => sendMessage('health', undefined)),
  /** Everybody is told of a change when the library has been brought back. */
  watch: (changed: () => void) => overhear((type) => type === 'statusesChanged' && changed()),
};

/** How papers are kept and let go. Each promise resolves when the change is on disk. */
export const keeper = {
  /** @param tab where the page is from which it is saved, if it is. */
  save: (id: PaperId, tab?: number) => edit([{ kind: 'save', id }], tab),
  remove: (id: PaperId) => edit([{ kind: 'remove', id }]),
  undo: (changes: Change[]) => edit(changes),
  /** Tells of every change, whoever made it; only the worker, which is in no tab, is believed. */
  watch: (changed: Announcements['statusesChanged']) =>
    onMessage('statusesChanged', ({ data, sender }) => {
      if (!sender.tab) changed(data);
    }),
};

/** How the completing of saved papers stands. */
export const completion = {
  ask: (): Promise<CompletionState> => persist(() => sendMessage('completion', undefined)),
  /** Tells of what is asked, and of papers that come and go. Returns a function that stops it. */
  watch: (changed: () => void) =>
    overhear((type) => (type === 'completionChanged' || type === 'statusesChanged') && changed()),
};

/** Some papers as a list has them, kept or in a pack that is on; those that are neither are left out. */
export function rows(ids: readonly PaperId[]): Promise<Row[]> {
  return persist(() => sendMessage('rows', [...ids]));
}

/** All that is known of some papers; those of which no more than the id is are left out. */
export function wholePapers(ids: PaperId[]): Promise<WholePaper[]> {
  return persist(() => sendMessage('wholePapers', ids));
}

/** The packs, and what can be done with them. */
export const packs = {
  ask: (): Promise<PackSummary[]> => persist(() => sendMessage('packs', undefined)),
  /** Tells of packs that have changed, and of what is on its way into them. Returns a function that stops it. */
  watch: (changed: () => void) => overhear((type) => type === 'packsChanged' && changed()),
  switch: (name: string, isOn: boolean) => persist(() => sendMessage('switchPack', { name, isOn })),
  remove: (name: string) => persist(() => sendMessage('removePack', name)),
  harvest: (name: string, request: HarvestRequest) => persist(() => sendMessage('harvest', { name, ...request })),
  renew: (name: string) => persist(() => sendMessage('renewHarvest', name)),
  pause: (name: string) => persist(() => sendMessage('pauseHarvest', name)),
  resume: (name: string) => persist(() => sendMessage('resumeHarvest', name)),
  cancel: (name: string) => persist(() => sendMessage('cancelHarvest', name)),
};

/** How papers are taken into a pack. Whoever asks asks again where the worker was stopped before it answered. */
export const packWriter = {
  begin: (intake: PackIntake): Promise<number> => sendMessage('beginPack', intake),
  add: (intake: number, batch: number, papers: PackPaper[]): Promise<PackCounts> =>
    sendMessage('addToPack', { intake, batch, papers }),
  end: (intake: number): Promise<PackOutcome> => sendMessage('endPack', intake),
  cancel: (intake: number): Promise<void> => sendMessage('cancelPack', intake),
};

/**
 * A worker that was stopped before it answered is asked once more: whatever is asked twice comes out as if it had been
 * asked once. An edit is asked for by its name.
 */
function persist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  return ask().catch((error: unknown) => {
    if (isExpected(error)) throw error;
    return ask();
  });
}
