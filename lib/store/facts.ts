import { seenAfter } from '../newer-version';
import { bare, type PaperId } from '../paper';
import { mergeFacts, type PageFacts } from '../paper-facts';
import type { Database } from './connection';

/**
 * Takes in what pages say of papers that the person keeps; what is said of any other is passed over. Read and written
 * in one transaction; resolves when it is on disk.
 *
 * @returns the papers of which something else is known than before.
 */
export async function learnFacts(database: Database, told: readonly PageFacts[]): Promise<PaperId[]> {
  const transaction = database.transaction(['papers', 'library'], 'readwrite', { durability: 'strict' });
  const [papers, library] = [transaction.objectStore('papers'), transaction.objectStore('library')];
  const changed = new Set<PaperId>();
  for (const facts of told) {
    const [known = bare(facts.id), record] = await Promise.all([papers.get(facts.id), library.get(facts.id)]);
    if (!record) continue;
    const paper = mergeFacts(known, facts);
    const seenVersion = seenAfter(record, facts, known);
    if (JSON.stringify(paper) !== JSON.stringify(known)) {
      changed.add(facts.id);
      await papers.put(paper);
    }
    if (seenVersion !== undefined && seenVersion !== record.seenVersion) {
      changed.add(facts.id);
      await library.put({ ...record, seenVersion });
    }
  }
  await transaction.done;
  return [...changed];
}
