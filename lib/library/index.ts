import type { PaperCard, SearchAnswer } from '../answers';
import type { LibraryRecord, PaperId, PaperStatus, ReadingState } from '../paper';
import { connectTo } from '../store/connection';
import { deleteRecord, getRecords, putRecord } from '../store/library';
import { getPapers } from '../store/papers';
import { loadBundled, type Seeds } from './bundled';
import { bare, createFinder } from './find';
import { statusesOf } from './status';

/** What a person can do with the papers they know. Every promise that a change returns resolves when it is on disk. */
export interface Library {
  /** Loads the bundled papers where they are not there as they are now. */
  prepare(): Promise<void>;
  statuses(ids: readonly PaperId[]): Promise<PaperStatus[]>;
  card(id: PaperId): Promise<PaperCard>;
  save(request: { id: PaperId; state: ReadingState; savedFrom?: string | undefined }): Promise<LibraryRecord>;
  remove(id: PaperId): Promise<void>;
  search(query: string, limit: number): Promise<SearchAnswer>;
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
      return statusesOf(await connect(), ids);
    },
    async card(id) {
      const database = await connect();
      const [[status], [paper], [record]] = await Promise.all([
        statusesOf(database, [id]),
        getPapers(database, [id]),
        getRecords(database, [id]),
      ]);
      return { paper: paper ?? bare(id), state: status?.state ?? 'unsaved', ...(record && { record }) };
    },
    async save({ id, state, savedFrom }) {
      const database = await connect();
      const record = await putRecord(database, {
        id,
        state,
        savedAt: now(),
        ...(savedFrom !== undefined && { savedFrom }),
      });
      await finder.refresh(database, id);
      return record;
    },
    async remove(id) {
      const database = await connect();
      await deleteRecord(database, id);
      await finder.refresh(database, id);
    },
    async search(query, limit) {
      return finder.find(await connect(), query, limit);
    },
  };
}
