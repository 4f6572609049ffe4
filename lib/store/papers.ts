import type { Paper, PaperId } from '../paper';
import type { Database } from './connection';

/** The papers with these ids, each in the place of its id; undefined where there is none. */
export async function getPapers(database: Database, ids: readonly PaperId[]): Promise<(Paper | undefined)[]> {
  const papers = database.transaction('papers').store;
  return Promise.all(ids.map((id) => papers.get(id)));
}

/** Every paper that is known, in the order of the ids. */
export async function getAllPapers(database: Database): Promise<Paper[]> {
  return database.getAll('papers');
}
