import type { PaperOnPage } from '../answers';
import type { MentionState, PaperId, PaperStatus } from '../paper';
import { IDS_PER_QUESTION } from './budgets';
import type { PageMention } from './mention';
import type { PaperKnowledge } from './marks';

/** What the tab has learned of papers: each id is asked about once, in batches, and kept. */
export class KnownPapers implements PaperKnowledge {
  readonly #statuses = new Map<PaperId, PaperStatus | undefined>();
  readonly #wanted = new Set<PaperId>();
  readonly #ask: (ids: PaperId[]) => Promise<PaperStatus[]>;
  readonly #marksUnsaved: () => boolean;

  /**
   * @param ask the worker's answer to which of these ids it knows.
   * @param marksUnsaved whether a paper that nobody keeps is worth a mark here, as on arXiv's own pages.
   */
  constructor(ask: (ids: PaperId[]) => Promise<PaperStatus[]>, marksUnsaved: () => boolean) {
    this.#ask = ask;
    this.#marksUnsaved = marksUnsaved;
  }

  want(id: PaperId): void {
    if (!this.#statuses.has(id)) this.#wanted.add(id);
  }

  /** Asks about all of these once more: they may have changed where nobody could tell this page. */
  wantAgain(ids: Iterable<PaperId>): void {
    for (const id of ids) this.#wanted.add(id);
  }

  /** Whether a pack or the library has a paper. */
  has(id: PaperId): boolean {
    return this.#statuses.get(id) !== undefined;
  }

  /** Whether there is anything to ask about. */
  get isCurious(): boolean {
    return this.#wanted.size > 0;
  }

  /** Asks about what is wanted; resolves to the ids that were learned of. Rejects where nobody answers. */
  async learn(): Promise<Set<PaperId>> {
    const ids = [...this.#wanted].slice(0, IDS_PER_QUESTION);
    for (const id of ids) this.#wanted.delete(id);
    const statuses = await this.#ask(ids);
    return this.update(statuses, ids);
  }

  /** Takes in how papers stand now: those of `ids` that have no status are not known. Gives the ids of all. */
  update(statuses: readonly PaperStatus[], ids: readonly PaperId[]): Set<PaperId> {
    for (const id of ids) this.#statuses.set(id, undefined);
    for (const status of statuses) this.#statuses.set(status.id, status);
    return new Set([...ids, ...statuses.map(({ id }) => id)]);
  }

  stateOf({ id, kind }: PageMention): MentionState | undefined {
    const status = this.#statuses.get(id);
    if (status) return status.state;
    return kind === 'named' && this.#marksUnsaved() && this.#statuses.has(id) ? 'unsaved' : undefined;
  }

  paper(id: PaperId): PaperOnPage {
    return this.#statuses.get(id) ?? { id, state: 'unsaved' };
  }
}
