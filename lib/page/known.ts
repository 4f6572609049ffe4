import type { PaperId, PaperStatus } from '../paper';
import { IDS_PER_QUESTION } from './budgets';
import type { PaperKnowledge } from './marks';

/** What the tab has learned of papers: each id is asked about once, in batches, and kept. */
export interface KnownPapers extends PaperKnowledge {
  /** Asks about a paper, unless it was asked about before. */
  want(id: PaperId): void;
  /** Asks about all of these once more: they may have changed where nobody could tell this page. */
  wantAgain(ids: Iterable<PaperId>): void;
  /** Whether there is anything to ask about. */
  isCurious(): boolean;
  /** Asks about what is wanted; resolves to the ids that were learned of. Rejects where nobody answers. */
  learn(): Promise<Set<PaperId>>;
  /** Takes in how papers stand now: those of `ids` that have no status are not known. Gives the ids of all. */
  update(statuses: readonly PaperStatus[], ids: readonly PaperId[]): Set<PaperId>;
  /** Whether a pack or the library has a paper. */
  has(id: PaperId): boolean;
}

/**
 * @param ask the worker's answer to which of these ids it knows.
 * @param marksUnsaved whether a paper that nobody keeps is worth a mark here, as on arXiv's own pages.
 */
export function createKnown(ask: (ids: PaperId[]) => Promise<PaperStatus[]>, marksUnsaved: () => boolean): KnownPapers {
  const all = new Map<PaperId, PaperStatus | undefined>();
  const wanted = new Set<PaperId>();

  function update(statuses: readonly PaperStatus[], ids: readonly PaperId[]): Set<PaperId> {
    for (const id of ids) all.set(id, undefined);
    for (const status of statuses) all.set(status.id, status);
    return new Set([...ids, ...statuses.map(({ id }) => id)]);
  }

  return {
    want(id) {
      if (!all.has(id)) wanted.add(id);
    },
    wantAgain(ids) {
      for (const id of ids) wanted.add(id);
    },
    isCurious: () => wanted.size > 0,
    async learn() {
      const ids = [...wanted].slice(0, IDS_PER_QUESTION);
      for (const id of ids) wanted.delete(id);
      return update(await ask(ids), ids);
    },
    update,
    has: (id) => all.get(id) !== undefined,
    stateOf({ id, kind }) {
      const status = all.get(id);
      if (status) return status.state;
      return kind === 'named' && marksUnsaved() && all.has(id) ? 'unsaved' : undefined;
    },
    paper: (id) => all.get(id) ?? { id, state: 'unsaved' },
  };
}
