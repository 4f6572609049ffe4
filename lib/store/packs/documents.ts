import type { Paper } from '../../paper';
import type { Database } from '../connection';

/** More than any pack will ever have, in all its versions. */
const DOCUMENTS_OF_PACK = 2 ** 32;

/** The number of the first document of a pack, by the number of the pack. */
export function firstDocument(pack: number): number {
  return pack * DOCUMENTS_OF_PACK;
}

/** The papers with these numbers, in their order; undefined where one is not there any more. */
export async function readDocuments(database: Database, numbers: readonly number[]): Promise<(Paper | undefined)[]> {
  if (numbers.length === 0) return [];
  const { store } = database.transaction('documents');
  return Promise.all(numbers.map((number) => store.get(number)));
}

/** Those of the documents from one number to another, without that, that are there, in order. */
export async function readDocumentsBetween(
  database: Database,
  from: number,
  to: number,
): Promise<{ number: number; paper: Paper }[]> {
  if (from >= to) return [];
  const range = IDBKeyRange.bound(from, to, false, true);
  const { store } = database.transaction('documents');
  const [numbers, papers] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return papers.flatMap((paper, at) => ({ number: numbers[at] ?? from, paper }));
}
