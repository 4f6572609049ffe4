import { idOfCode } from '../../arxiv/id-code';
import { STACKS } from '../../pack';
import type { PaperId } from '../../paper';
import type { Passage } from '../../passage';
import { packed, type PackedPrints, type Print, unpacked } from '../../print';
import { findPrints } from '../../search/segment/find-prints';
import type { Database } from '../../store/connection';
import { readKept } from '../../store/kept';
import { stackedAmong } from '../../store/loose';
import { readPrints, writePrints } from '../../store/prints';
import { passagesOf } from '../../trace/passages';
import { printsOf } from '../../trace/prints';
import { type Match, TracedText } from '../../trace/traced-text';
import type { Packs } from '../packs';
import { papersAt } from '../packs/papers-at';
import type { PackTable, Spot } from '../packs/tables';
import { withFiltersAhead } from './filters-ahead';

/** So many papers at most are looked into for one text: those first that have what fewest papers have. */
const MOST_PAPERS = 2000;

/** A paper of a pack, or of the stacks, that has fingerprints of a text. */
interface Candidate {
  id: PaperId;
  pack: string;
  spot: Spot;
  prints: Print[];
}

/**
 * The passages of a text that stand in kept papers, or in papers of packs that are on; in their order. The text is looked at
 * while the disk is at work.
 *
 * @param opening the database as soon as it is open.
 * @param prepared the same, once all is there that it should have.
 */
export async function passagesIn(
  { opening, prepared }: { opening: Promise<Database>; prepared: Promise<Database> },
  packs: Packs,
  text: string,
): Promise<Passage[]> {
  const pages = withFiltersAhead(packs.pages, opening);
  let made: TracedText | undefined;
  const traced = () => (made ??= new TracedText(text));
  const database = await prepared;
  const [own, others] = await Promise.all([
    // Before the packs: what is loose no longer by then is in the stacks.
    matchesInLoose(database, traced),
    packs.looking((tables) => matchesInPacks(database, pages, tables, traced)),
  ]);
  return passagesOf([...own, ...others]);
}

/** Has kept papers found by their words from now on. */
export function fingerprint(database: Database, ids: readonly PaperId[]): Promise<void> {
  return writePrints(database, ids, (paper) => packed(printsOf(paper)));
}

/** What is the same in a text and in a paper. */
interface Matching {
  id: PaperId;
  matches: Match[];
}

async function matchesInLoose(database: Database, traced: () => TracedText): Promise<Matching[]> {
  const held = await printsOfLoose(database);
  const met: { id: PaperId; prints: Print[] }[] = [];
  for (const [id, all] of held) {
    const prints = unpacked(all, (hash) => traced().hashes.has(hash));
    if (prints.length > 0) met.push({ id, prints });
  }
  const kept = await readKept(
    database,
    met.map(({ id }) => id),
  );
  return met.map(({ id, prints }, at) => ({ id, matches: traced().matchesWith(prints, kept[at]?.paper?.abstract) }));
}

async function printsOfLoose(database: Database): Promise<Map<PaperId, PackedPrints>> {
  const { prints, missing } = await readPrints(database);
  if (missing.length === 0) return prints;
  await fingerprint(database, missing);
  return (await readPrints(database)).prints;
}

async function matchesInPacks(
  database: Database,
  pages: Packs['pages'],
  tables: readonly PackTable[],
  traced: () => TracedText,
): Promise<Matching[]> {
  const candidates = await holding(database, await candidatesIn(pages, tables, () => traced().hashes));
  const papers = await papersAt(
    database,
    pages,
    candidates.map(({ spot }) => spot),
  );
  return candidates.map(({ id, prints }, at) => ({ id, matches: traced().matchesWith(prints, papers[at]?.abstract) }));
}

/** What the stacks have of a paper that is loose, or not kept any more, holds no longer. */
async function holding(database: Database, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const ids = candidates.flatMap(({ id, pack }) => (pack === STACKS ? [id] : []));
  const held = await stackedAmong(database, ids);
  return candidates.filter(({ id, pack }) => pack !== STACKS || held.has(id));
}

async function candidatesIn(
  pages: Packs['pages'],
  tables: readonly PackTable[],
  hashes: () => ReadonlySet<number>,
): Promise<Candidate[]> {
  const segments = tables.flatMap(({ pack, segments: own }) => own.map((table) => ({ pack, table })));
  const found = await findPrints(
    segments.map(({ table }) => table),
    pages,
    hashes,
  );
  const candidates = new Map<string, Candidate>();
  const having = new Map<number, number>();
  for (const { at, paper, hash, place } of found) {
    const segment = segments[at];
    if (!segment) continue;
    having.set(hash, (having.get(hash) ?? 0) + 1);
    const key = `${at} ${paper}`;
    const candidate = candidates.get(key);
    if (candidate) candidate.prints.push({ hash, place });
    else {
      const { pack, table } = segment;
      const spot = { pack: pack.number, segment: table.head.number, paper };
      const id = idOfCode(table.ids[paper] ?? 0);
      candidates.set(key, { id, pack: pack.name, spot, prints: [{ hash, place }] });
    }
  }
  if (candidates.size <= MOST_PAPERS) return [...candidates.values()];
  const rarest = ({ prints }: Candidate) => Math.min(...prints.map(({ hash }) => having.get(hash) ?? 0));
  return [...candidates.values()].sort((one, other) => rarest(one) - rarest(other)).slice(0, MOST_PAPERS);
}
