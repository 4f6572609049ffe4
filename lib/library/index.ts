import type { PaperCard, SearchAnswer } from '../answers';
import { newsOf } from '../newer-version';
import { bare, type LibraryRecord, type Paper, type PaperId, type PaperStatus, type ReadingState } from '../paper';
import type { PageFacts } from '../paper-facts';
import { connectTo } from '../store/connection';
import { learnFacts } from '../store/facts';
import { readAll, readKnown } from '../store/known';
import { deleteRecord, putRecord } from '../store/library';
import { compileTitles } from '../titles/compile';
import type { TitleTable } from '../titles/table';
import { loadBundled, type Seeds } from './bundled';
import { createFinder } from './find';

/** What a person can do with the papers they know. Every promise that a change returns resolves when it is on disk. */
export interface Library {
  /** Loads the bundled papers where they are not there as they are now. */
  prepare(): Promise<void>;
  /** The states of those of these ids that a pack or the library has, in their order; the others are left out. */
  statuses(ids: readonly PaperId[]): Promise<PaperStatus[]>;
  card(id: PaperId): Promise<PaperCard>;
  save(request: { id: PaperId; state: ReadingState; savedFrom?: string | undefined }): Promise<LibraryRecord>;
  remove(id: PaperId): Promise<void>;
  /** Takes in what pages say of papers that are kept; returns those of which something else is known than before. */
  learn(told: readonly PageFacts[]): Promise<PaperId[]>;
  search(query: string, limit: number): Promise<SearchAnswer>;
  /** What it takes to recognise the titles of all known papers: the kept ones first, then the newest. */
  titles(): Promise<TitleTable>;
}

/**
 * The library over the database of this name, opened on demand.
 *
 * @param seeds the papers that come with the extension.
 * @param now the clock, in milliseconds since 1970.
 */
export function createLibrary({ name, seeds, now }: { name: string; seeds: Seeds; now: () => number }): Library {
  const connect = connectTo(name, (database) => loadBundled(database, seeds));
  const finder = createFinder();

  return {
    async prepare() {
      await connect();
    },
    async statuses(ids) {
      const known = await readKnown(await connect(), ids);
      return known.flatMap(({ id, paper, record, state }) => {
        const title = paper?.title === id ? undefined : paper?.title;
        const news = newsOf(paper, record);
        return state ? [{ id, state, ...(title !== undefined && { title }), ...(news && { news }) }] : [];
      });
    },
    async card(id) {
      const [known] = await readKnown(await connect(), [id]);
      const { paper = bare(id), state = 'unsaved', record } = known ?? {};
      return { paper, state, ...(record && { record }) };
    },
    async save({ id, state, savedFrom }) {
      const database = await connect();
      const [known] = await readKnown(database, [id]);
      const seenVersion = known?.paper?.version;
      const record = await putRecord(database, {
        id,
        state,
        savedAt: now(),
        ...(savedFrom !== undefined && { savedFrom }),
        ...(seenVersion !== undefined && { seenVersion }),
      });
      await finder.refresh(database, id);
      return record;
    },
    async remove(id) {
      const database = await connect();
      await deleteRecord(database, id);
      await finder.refresh(database, id);
    },
    async learn(told) {
      const database = await connect();
      const changed = await learnFacts(database, told);
      for (const id of changed) await finder.refresh(database, id);
      return changed;
    },
    async search(query, limit) {
      return finder.find(await connect(), query, limit);
    },
    async titles() {
      const known = await readAll(await connect());
      const papers = known.flatMap(({ paper, record }) => (paper ? [{ ...paper, isKept: record !== undefined }] : []));
      papers.sort(
        (a, b) => Number(b.isKept) - Number(a.isKept) || (b.published ?? '').localeCompare(a.published ?? ''),
      );
      return compileTitles(papers.flatMap(titlesOf));
    },
  };
}

/** The titles of a paper; where none is known, its id stands in that place. */
function titlesOf({ id, title, otherTitles = [] }: Paper): { id: PaperId; title: string }[] {
  return [title, ...otherTitles].filter((name) => name !== id).map((name) => ({ id, title: name }));
}
