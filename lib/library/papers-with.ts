import type { Paper, PaperId } from '../paper';
import { contentWords } from '../search/content-words';
import type { Database } from '../store/connection';

/** So many papers are read and compared at one go that a page which does it stays responsive. */
const AT_ONCE = 100;

/**
 * Gives for each of some abstracts the known paper that has the same one, in whatever way it is written; null where none
 * has. Two abstracts are the same if they have the same content words, which is also all that is known of some.
 */
export async function papersWith(database: Database, abstracts: readonly string[]): Promise<(PaperId | null)[]> {
  const keys = abstracts.map((abstract) => keyOf(contentWords(abstract)));
  const wanted = new Set(keys);
  const found = new Map<string, PaperId>();
  for await (const paper of allPapers(database)) {
    const words = paper.words ?? contentWords(paper.abstract ?? '');
    const key = keyOf(words);
    if (words.length > 0 && wanted.has(key) && !found.has(key)) found.set(key, paper.id);
  }
  return keys.map((key) => found.get(key) ?? null);
}

function keyOf(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}

async function* allPapers(database: Database): AsyncGenerator<Paper> {
  for (const store of ['papers', 'documents'] as const) {
    let after: IDBKeyRange | undefined;
    for (;;) {
      const transaction = database.transaction(store);
      const [keys, papers] = await Promise.all([
        transaction.store.getAllKeys(after, AT_ONCE),
        transaction.store.getAll(after, AT_ONCE),
      ]);
      yield* papers;
      const last = keys.at(-1);
      if (last === undefined) break;
      after = IDBKeyRange.lowerBound(last, true);
    }
  }
}
