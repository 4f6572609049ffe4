import { atomically } from './atomically';
import type { Paper } from '../paper';
import type { Database } from './connection';
import type { Contents } from './journal';
import { forgetFacts, writeFacts } from './facts';
import { lastSequence } from './sequence';

/** That the library was brought back from its second copy. */
export interface Recovery {
  /** When, in milliseconds since 1970. */
  since: number;
  /** How many papers it had. */
  papers: number;
  /** How many more there were, which could not be brought back. */
  lost: number;
}

const RECOVERY = 'recovery';

/** When the library was last brought back; undefined where it never was. */
export async function lastRecovery(database: Database): Promise<Recovery | undefined> {
  return (await database.get('meta', RECOVERY)) as Recovery | undefined;
}

/**
 * Brings what a journal has into the database, in one transaction. What the database has beyond that is let go only
 * where it is an older copy and the journal is whole: then the person has let it go.
 *
 * @param sequence of the last edit that the journal has.
 * @param recovery what is to be told of it.
 */
export function restore(
  database: Database,
  { copies, isWhole }: Contents,
  sequence: number,
  recovery: Recovery,
): Promise<void> {
  return atomically(database, async (transaction) => {
    const library = transaction.objectStore('library');
    const papers = transaction.objectStore('papers');
    const queue = transaction.objectStore('queue');
    const operations = transaction.objectStore('operations');
    const [last, kept, known] = await Promise.all([lastSequence(operations), library.getAllKeys(), papers.getAll()]);
    const factsOf = new Map(known.map((paper) => [paper.id, paper]));
    const isOlder = last < sequence;
    const left = isOlder && isWhole ? kept.filter((id) => !copies.has(id)) : [];
    const name = `recovery of ${sequence} at ${recovery.since}`;
    await transaction.objectStore('meta').put(recovery, RECOVERY);
    if (isOlder) await operations.put({ sequence, operation: name, outcome: { changed: [], added: [], undo: [] } });
    await Promise.all([
      ...[...copies].map(async ([id, { record, paper }]) => {
        await library.put(record);
        const facts = factsAfter(factsOf.get(id), paper && { id, ...paper }, isOlder);
        await writeFacts(transaction, id, facts);
      }),
      ...left.map(async (id) => {
        await library.delete(id);
        await queue.delete(id);
        await forgetFacts(transaction, id);
      }),
    ]);
  });
}

/**
 * The facts of a paper that is brought back. An older database may have them of a time before the paper was let go and
 * kept anew: then what the journal has goes before, and only what that never has is taken from there.
 */
function factsAfter(held: Paper | undefined, copied: Paper | undefined, isOlder: boolean): Paper | undefined {
  if (!isOlder || !held) return held ?? copied;
  if (!copied) return undefined;
  const { version: _version, ...rest } = held;
  return { ...rest, ...copied };
}
