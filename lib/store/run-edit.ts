import type { Change, Edit, EditOutcome } from '../edit';
import { mergeFacts } from '../facts';
import { seenAfter } from '../newer-version';
import { bare, type LibraryRecord, type Paper, type PaperId } from '../paper';
import { fillFromPage, type PageFacts } from '../paper-facts';
import { atomically, type Writing } from './atomically';
import { applyChange, isSame, tidyTag } from './change';
import type { Database } from './connection';
import { forgetFacts, writeFacts } from './facts';
import { followWithJob } from './queue';
import { lastSequence } from './sequence';
import { type Standing, undoOf } from './undo';

/** So many of the latest edits are known by their names: who asks again asks within seconds. */
export const KNOWN_OPERATIONS = 500;

/** What packs say of papers: one that is kept from now on takes it along. */
export type FactsInPacks = ReadonlyMap<PaperId, Paper>;

/**
 * Makes an edit, in one transaction: all of it or nothing. Resolves when it is on disk. An edit that was made already is
 * not made again, and its outcome is told once more.
 *
 * @param now the time, in milliseconds since 1970.
 * @throws {ExpectedError} where the disk has no room for it.
 */
export function runEdit(
  database: Database,
  { operation, changes }: Edit,
  now: number,
  inPacks: FactsInPacks = new Map(),
): Promise<EditOutcome> {
  return atomically(database, async (transaction) => {
    const operations = transaction.objectStore('operations');
    const made = await operations.index('operation').get(operation);
    if (made) return made.outcome;

    const before = await readStandings(transaction, changes);
    const after = new Map(before);
    for (const change of changes) {
      for (const id of 'id' in change ? [change.id] : after.keys()) {
        after.set(id, changed(standingOf(after, id), id, change, { inPacks, now }));
      }
    }
    const outcome = outcomeOf(before, after);
    const sequence = (await lastSequence(operations)) + 1;
    await Promise.all([
      operations.put({ sequence, operation, outcome }),
      operations.delete(IDBKeyRange.upperBound(sequence - KNOWN_OPERATIONS)),
      ...outcome.changed.map((id) => write(transaction, id, standingOf(before, id), standingOf(after, id), now)),
    ]);
    return outcome;
  });
}

/** The changes to which it matters what is known of a paper. */
const FACTS_MATTER: ReadonlySet<Change['kind']> = new Set(['save', 'merge', 'learn', 'told', 'remove']);

type Standings = Map<PaperId, Standing>;

/** How all papers stand that these changes may change, in the order of the changes; their facts, where they matter. */
async function readStandings(transaction: Writing, changes: readonly Change[]): Promise<Standings> {
  const library = transaction.objectStore('library');
  const papers = transaction.objectStore('papers');
  const ids = new Set(changes.flatMap((change) => ('id' in change ? [change.id] : [])));
  const renamed = changes.flatMap((change) => (change.kind === 'rename-tag' ? [tidyTag(change.from)] : []));
  if (renamed.length > 0) {
    const tagged = (await library.getAll()).filter(({ tags }) => tags?.some((tag) => renamed.includes(tag)));
    for (const { id } of tagged) ids.add(id);
  }
  const matters = new Set(changes.flatMap((c) => ('id' in c && FACTS_MATTER.has(c.kind) ? [c.id] : [])));
  const standings = [...ids].map(async (id): Promise<[PaperId, Standing]> => {
    const [record, paper] = await Promise.all([library.get(id), matters.has(id) ? papers.get(id) : undefined]);
    return [id, { record, paper }];
  });
  return new Map(await Promise.all(standings));
}

function standingOf(standings: Standings, id: PaperId): Standing {
  return standings.get(id) ?? { record: undefined, paper: undefined };
}

/** Facts are held of papers that are kept, and of no other. */
function changed(
  { record: before, paper }: Standing,
  id: PaperId,
  change: Change,
  { inPacks, now }: { inPacks: FactsInPacks; now: number },
): Standing {
  const record = applyChange(before, change, now);
  if (!record) return { record, paper: undefined };
  if (change.kind === 'told') return told(record, paper ?? bare(id), { ...change.facts, id });
  const held = before ? paper : inPacks.get(id);
  const known = 'facts' in change ? mergeFacts(held ?? bare(id), change.facts ?? {}) : held;
  const isFirst = FACTS_MATTER.has(change.kind);
  return { record: isFirst ? withVersion(record, record.seenVersion ?? known?.version) : record, paper: known };
}

function told(record: LibraryRecord, known: Paper, facts: PageFacts): Standing {
  return { record: withVersion(record, seenAfter(record, facts, known)), paper: fillFromPage(known, facts) };
}

function withVersion(record: LibraryRecord, seenVersion: number | undefined): LibraryRecord {
  return seenVersion === undefined || seenVersion === record.seenVersion ? record : { ...record, seenVersion };
}

function outcomeOf(before: Standings, after: Standings): EditOutcome {
  const isOther = (id: PaperId) =>
    hasOtherRecord(standingOf(before, id), standingOf(after, id)) ||
    hasOtherFacts(standingOf(before, id), standingOf(after, id));
  const ids = [...after.keys()].filter(isOther);
  return {
    changed: ids,
    added: ids.filter((id) => !before.get(id)?.record && after.get(id)?.record),
    undo: ids.flatMap((id) => undoOf(id, standingOf(before, id), after.get(id)?.record)),
  };
}

function hasOtherRecord(before: Standing, after: Standing): boolean {
  return !isSame(before.record, after.record);
}

function hasOtherFacts(before: Standing, after: Standing): boolean {
  return before.paper !== after.paper && JSON.stringify(before.paper) !== JSON.stringify(after.paper);
}

async function write(transaction: Writing, id: PaperId, before: Standing, after: Standing, now: number): Promise<void> {
  const { record, paper } = after;
  const library = transaction.objectStore('library');
  if (hasOtherRecord(before, after)) await (record ? library.put(record) : library.delete(id));
  if (!record) await forgetFacts(transaction, id);
  else if (!before.record || hasOtherFacts(before, after)) await writeFacts(transaction, id, paper);
  await followWithJob(transaction, id, before, after, now);
}
