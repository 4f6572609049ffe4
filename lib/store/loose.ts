import { bare, type Paper, type PaperId } from '../paper';
import { together } from './atomically';
import type { Database } from './connection';
import { type Kept, readAllKept, readKept } from './kept';

/** The kept papers that are loose: the stacks do not have them as they are now. */

/** So many papers are compared in one transaction: some ten milliseconds of work. */
const AT_ONCE = 100;

/** How many papers are loose. */
export function countLoose(database: Database): Promise<number> {
  return database.count('loose');
}

/** The ids of the papers that are loose. */
export function readLooseIds(database: Database): Promise<PaperId[]> {
  return database.getAllKeys('loose');
}

/** The ids of all papers that are kept, and what the library has on those of them that are loose. */
export async function readLoose(database: Database): Promise<{ ids: PaperId[]; loose: Kept[] }> {
  const transaction = database.transaction(['library', 'loose']);
  const [ids, loose] = await Promise.all([
    transaction.objectStore('library').getAllKeys(),
    transaction.objectStore('loose').getAllKeys(),
  ]);
  // All of them are read sooner at one stroke than one by one.
  const read = loose.length < ids.length ? readKept(database, loose) : readAllKept(database);
  return { ids, loose: (await read).filter(({ record }) => record) };
}

/** Those of some papers that are loose. */
export async function looseAmong(database: Database, ids: readonly PaperId[]): Promise<Set<PaperId>> {
  if (ids.length === 0) return new Set();
  const { store } = database.transaction('loose');
  const found = await Promise.all(ids.map((id) => store.getKey(id)));
  return new Set(found.filter((id) => id !== undefined));
}

/** Those of some papers that are kept and not loose: what the stacks have of them holds. */
export async function stackedAmong(database: Database, ids: readonly PaperId[]): Promise<Set<PaperId>> {
  if (ids.length === 0) return new Set();
  const transaction = database.transaction(['library', 'loose']);
  const [library, loose] = [transaction.objectStore('library'), transaction.objectStore('loose')];
  const isStacked = async (id: PaperId) => {
    const [kept, own] = await Promise.all([library.getKey(id), loose.getKey(id)]);
    return kept !== undefined && own === undefined;
  };
  const are = await Promise.all(ids.map(isStacked));
  return new Set(ids.filter((_, at) => are[at]));
}

/**
 * Takes papers that are in the stacks from those that are loose, but for those that have changed meanwhile.
 *
 * @param isWritten whether the stacks have a paper as it is here.
 * @returns those that were taken.
 */
export async function settle(
  database: Database,
  ids: readonly PaperId[],
  isWritten: (paper: Paper) => boolean,
): Promise<PaperId[]> {
  const settled: PaperId[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = await together(database, ['papers', 'loose', 'prints'], 'relaxed', async (transaction) => {
      const papers = transaction.objectStore('papers');
      const meant = ids.slice(at, at + AT_ONCE);
      const known = await Promise.all(meant.map(async (id) => papers.get(id)));
      const same = meant.filter((id, place) => isWritten(known[place] ?? bare(id)));
      for (const store of ['loose', 'prints'] as const) {
        await Promise.all(same.map(async (id) => transaction.objectStore(store).delete(id)));
      }
      return same;
    });
    settled.push(...some);
  }
  return settled;
}
