import type { Health, PaperCard, PhraseCount, RankAnswer, SearchAnswer } from '../answers';
import type { PaceStore } from '../asking/pace';
import type { Queue } from '../completion/queue';
import type { HarvestStore } from '../harvest/outside';
import { ExpectedError } from '../errors';
import { type Change, type Edit, type EditOutcome, type Import, type ImportOutcome, newOperation } from '../edit';
import { inTurn } from '../in-turn';
import { isIncomplete } from '../job';
import { newsOf } from '../newer-version';
import { BUNDLED } from '../pack';
import { bare, type LibraryRecord, type Paper, type PaperId, type PaperStatus } from '../paper';
import type { Passage } from '../passage';
import type { Row, WholePaper } from '../row';
import { connectTo, type Database } from '../store/connection';
import { DAMAGED, isDamage } from '../store/damage';
import type { StorageArea } from '../store/journal';
import { readAllKept, readKept, readRecords } from '../store/kept';
import { lastRecovery, type Recovery } from '../store/restore';
import { runEdit } from '../store/run-edit';
import { createSecondCopy } from '../store/second-copy';
import { compileTitles, MAX_TITLES } from '../titles/compile';
import type { TitleEntry, TitleTable } from '../titles/table';
import { harvestsIn, paceIn, queueIn } from './asked';
import { loadBundled, type Seeds } from './bundled';
import { createFinder } from './find';
import { createKeptIndex } from './kept-index';
import { type Known, readKnown } from './known';
import { createPacks, type Packs } from './packs';
import { toRow } from './shelf/read-rows';
import { createStacks, MOST_LOOSE } from './stacks';
import { createTags } from './tags';
import { fingerprint, passagesIn } from './tracing';

/** What a person can do with the papers they know. Every promise that a change returns resolves when it is on disk. */
export interface Library {
  /** Opens the database, puts right what is wrong with it, and loads the bundled papers as they are now. */
  prepare(): Promise<void>;
  /** The states of those of these ids that a pack or the library has, in their order; the others are left out. */
  statuses(ids: readonly PaperId[]): Promise<PaperStatus[]>;
  card(id: PaperId): Promise<PaperCard>;
  /** The cards of these, in their order. */
  cards(ids: readonly PaperId[]): Promise<PaperCard[]>;
  /** Makes an edit once, however often it is asked for, and writes it into the second copy too. */
  edit(edit: Edit): Promise<EditOutcome>;
  /** Takes papers in; those that are kept lose nothing by it. */
  importPapers(batch: Import): Promise<ImportOutcome>;
  search(query: string, limit: number): Promise<SearchAnswer>;
  /** Which papers a query finds: the best `limit` of them, and all that the person keeps. */
  rank(query: string, limit: number): Promise<RankAnswer>;
  /** How often a phrase stands in the papers that are known. */
  count(phrase: string): Promise<PhraseCount>;
  /** Some papers as a list has them; those that are neither kept nor in a pack are left out. */
  rows(ids: readonly PaperId[]): Promise<Row[]>;
  /** All that is known of some papers; those of which no more than the id is are left out. */
  wholePapers(ids: readonly PaperId[]): Promise<WholePaper[]>;
  packs: Packs;
  /** The passages of a text that stand in a paper that is kept or in a pack that is on, in their order. */
  trace(text: string): Promise<Passage[]>;
  /**
   * What it takes to recognise the titles of these papers; of all that are known where none are given, the ones that
   * were saved last first.
   */
  titles(ids?: readonly PaperId[]): Promise<TitleTable>;
  /** The tags that were given, those of most papers first. */
  tags(): Promise<string[]>;
  /** The papers that are kept and of which arXiv can tell more. */
  incomplete(): Promise<PaperId[]>;
  /** The papers that arXiv is to be asked about: each that is saved, as long as it is not complete. */
  queue: Queue;
  /** How the fetching of packs from arXiv stands. */
  harvests: HarvestStore;
  /** When arXiv may be asked next. */
  pace: PaceStore;
  /** While the library is being brought back, that is said at once. */
  health(): Promise<Health>;
}

interface Options {
  name: string;
  /** The papers that come with the extension. */
  seeds: Seeds;
  /** The clock, in milliseconds since 1970. */
  now: () => number;
  /** Where the second copy lies: a place that outlives the browser. */
  local: StorageArea;
  /** A place that is emptied when the browser is closed. */
  session: StorageArea;
  /** Called when the library has been brought back. */
  recovered?: () => void;
  /** Called when papers have come into the library. */
  saved?: () => void;
  /** How many papers that the person keeps are searched in memory; more are searched on disk. */
  mostLoose?: number;
}

/** So many papers are looked up at once. */
const AT_ONCE = 500;

const BUNDLED_STAYS =
  'The papers that came with Manicule stay as they are. Switch their pack off if you do not want them.';

/** A recovery is told of for a day. */
const TOLD_MS = 24 * 60 * 60 * 1000;

/** The library over the database of this name, opened on demand. */
export function createLibrary(options: Options): Library {
  const { seeds, now, local, session, recovered, saved } = options;
  let recovery: Recovery | undefined;
  const secondCopy = createSecondCopy({
    local,
    session,
    now,
    recovering(current) {
      recovery = current;
      if (!current) recovered?.();
    },
  });
  const open = connectTo(options.name, prepare, {
    mayStartOver: async (error) => isDamage(error) && secondCopy.isWhole(),
  });
  const connect = () =>
    open().catch((error: unknown) => {
      throw isDamage(error) ? new ExpectedError(DAMAGED) : error;
    });
  /** The database as soon as it is open: packs need not wait for what must be put right with the library. */
  let opened: Promise<Database> | undefined;
  function connectEarly(): Promise<Database> {
    const prepared = connect();
    if (!opened) return prepared;
    prepared.catch(() => undefined);
    return opened;
  }
  const packs = createPacks(connectEarly, now);
  const index = createKeptIndex();
  const finder = createFinder(packs, index);
  const stacks = createStacks(packs, index, options.mostLoose ?? MOST_LOOSE);
  const tags = createTags();
  /** Each phrase is counted alone, so that it says what it takes itself. */
  const countingTurn = inTurn();

  async function prepare(opening: Promise<Database>): Promise<void> {
    opened = opening;
    packs.forget();
    const settled = secondCopy.settle(opening);
    settled.catch(() => undefined);
    const database = await opening;
    // It reads which papers the packs have, which is what a worker is asked about next.
    const loaded = await loadBundled(packs, seeds);
    await settled;
    if (loaded.length > 0) await learnBundled(database, loaded);
  }

  /** What the bundled papers say of papers that are kept is added to what is known of them. */
  async function learnBundled(database: Database, loaded: readonly Paper[]): Promise<void> {
    const kept = await readKept(
      database,
      loaded.map(({ id }) => id),
    );
    const changes = learning(loaded.filter((_, at) => kept[at]?.record));
    if (changes.length > 0) await runEdit(database, { operation: newOperation(), changes }, now());
  }

  async function edit(request: Edit): Promise<EditOutcome> {
    const database = await connect();
    const outcome = await runEdit(database, request, now(), await inPacks(request));
    await index.refresh(database, outcome.changed);
    await tags.changed(request.changes);
    // Where there is no room for them, they are made when they are needed.
    await fingerprint(database, outcome.changed).catch(() => undefined);
    await secondCopy.follow(database);
    // Nobody waits for it: if it fails, the next edit begins it again.
    stacks.fill(database).catch(() => undefined);
    if (outcome.added.length > 0) saved?.();
    return outcome;
  }

  /** What packs say of the papers that may be kept from now on. */
  async function inPacks({ changes }: Edit): Promise<Map<PaperId, Paper>> {
    const ids = changes.flatMap((change) => (change.kind === 'save' || change.kind === 'merge' ? change.id : []));
    const found = ids.length > 0 ? await packs.find(ids) : [];
    return new Map(Array.from(found, ([id, { paper }]) => [id, paper]));
  }

  /** What a pack says of papers that are kept is added to what is known of them. */
  async function learnFrom(name: string): Promise<void> {
    const ids = await (await connect()).getAllKeys('library');
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const papers = await packs.findIn(name, ids.slice(at, at + AT_ONCE));
      if (papers.length > 0) await edit({ operation: newOperation(), changes: learning(papers) });
    }
  }

  return {
    async prepare() {
      await connect();
    },
    async statuses(ids) {
      const known = await readKnown(await connect(), packs, ids);
      return known.flatMap(({ id, paper, record, state }) => {
        const title = paper?.title === id ? undefined : paper?.title;
        const news = newsOf(paper, record);
        return state ? [{ id, state, ...(title !== undefined && { title }), ...(news && { news }) }] : [];
      });
    },
    async card(id) {
      const [card] = await cardsOf(await connect(), packs, [id]);
      return card ?? { paper: bare(id), state: 'unsaved', packs: [] };
    },
    cards: async (ids) => cardsOf(await connect(), packs, ids),
    edit,
    async importPapers({ operation, items }) {
      const changes = items.map(({ facts: { id, ...facts }, kept }) => ({
        kind: 'merge' as const,
        id,
        facts,
        ...(kept && { made: kept }),
      }));
      const { changed, added, undo } = await edit({ operation, changes });
      return {
        imported: added.length,
        updated: changed.length - added.length,
        unchanged: items.length - changed.length,
        changed,
        undo,
      };
    },
    async search(query, limit) {
      return finder.find(await connect(), query, limit);
    },
    async rank(query, limit) {
      return finder.rank(await connect(), query, limit);
    },
    count: (phrase) =>
      countingTurn(async () => {
        const begun = performance.now();
        const counted = await finder.count(await connect(), phrase);
        return { phrase, ...counted, milliseconds: performance.now() - begun };
      }),
    async rows(ids) {
      const known = await readKnown(await connect(), packs, ids);
      return known.filter(({ state }) => state !== undefined).map(toRow);
    },
    async wholePapers(ids) {
      const known = await readKnown(await connect(), packs, ids);
      return known.flatMap(({ paper, packs: names }) => (paper ? [{ paper, packs: names }] : []));
    },
    trace: (text) => passagesIn({ prepared: connect(), opening: connectEarly() }, packs, text),
    packs: {
      ...packs,
      async begin(intake) {
        if (intake.name === BUNDLED) throw new ExpectedError(BUNDLED_STAYS);
        return packs.begin(intake);
      },
      async remove(pack) {
        if (pack === BUNDLED) throw new ExpectedError(BUNDLED_STAYS);
        await packs.remove(pack);
      },
      async end(intake) {
        const { name, outcome } = await packs.end(intake);
        await learnFrom(name);
        return { name, outcome };
      },
      async tidy() {
        await packs.tidy();
        await stacks.fill(await connect());
      },
    },
    async titles(ids) {
      const database = await connect();
      const meant = (ids ?? (await latest(database, packs))).slice(0, MAX_TITLES);
      const table: TitleEntry[] = [];
      for (let at = 0; at < meant.length; at += AT_ONCE) {
        const known = await readKnown(database, packs, meant.slice(at, at + AT_ONCE));
        table.push(...compileTitles(known.flatMap(({ paper, state }) => (paper && state ? titlesOf(paper) : []))));
      }
      return table.slice(0, MAX_TITLES);
    },
    async tags() {
      return tags.all(await connect());
    },
    async incomplete() {
      const kept = await readAllKept(await connect());
      return kept.filter(({ paper }) => isIncomplete(paper)).map(({ id }) => id);
    },
    queue: queueIn(connect),
    harvests: harvestsIn(connect),
    pace: paceIn(connect),
    async health() {
      if (recovery) return { state: 'recovering', ...recovery };
      const database = await connect();
      const last = await lastRecovery(database);
      if (last && now() - last.since < TOLD_MS) return { state: 'recovered', ...last };
      return { state: 'fine', papers: await database.count('library') };
    },
  };
}

/** The ids of known papers: those that were saved last, then those of the packs; enough for all titles. */
async function latest(database: Database, packs: Packs): Promise<PaperId[]> {
  const records: LibraryRecord[] = [];
  for await (const some of readRecords(database)) records.push(...some);
  const kept = records.sort((a, b) => b.savedAt - a.savedAt).map(({ id }) => id);
  return [...new Set([...kept.slice(0, MAX_TITLES), ...(await packs.latest(MAX_TITLES))])];
}

/** Adds to what is known of those of these papers that are kept. */
function learning(papers: readonly Paper[]): Change[] {
  return papers.map(({ id, ...facts }) => ({ kind: 'learn', id, facts }));
}

function titlesOf({ id, title, otherTitles = [] }: Paper): { id: PaperId; title: string }[] {
  const titles = [title, ...otherTitles].filter((name) => name !== id);
  return titles.map((name) => ({ id, title: name }));
}

async function cardsOf(database: Database, packs: Packs, ids: readonly PaperId[]): Promise<PaperCard[]> {
  return (await readKnown(database, packs, ids)).map(toCard);
}

function toCard({ id, paper = bare(id), state, record, packs }: Known): PaperCard {
  return { paper, state: state ?? 'unsaved', ...(record && { record }), packs };
}
