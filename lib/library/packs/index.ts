import { codeOfId } from '../../arxiv/id-code';
import { inTurn } from '../../in-turn';
import {
  type PackCounts,
  type PackIntake,
  type PackOutcome,
  type PackPaper,
  type PackSummary,
  STACKS,
} from '../../pack';
import type { Paper, PaperId } from '../../paper';
import { DamagedSegment } from '../../search/segment/format';
import type { SegmentTable } from '../../search/segment/segment-table';
import type { PageSource } from '../../segment';
import type { Connection, Database } from '../../store/connection';
import { beginIntake, cancelIntake, readIntakes } from '../../store/packs/intakes';
import { clearLeftovers } from '../../store/packs/leftovers';
import { pagesIn } from '../../store/packs/pages';
import { removePack, replaceSegments, switchPack } from '../../store/packs/packs';
import type { Intake } from '../../store/schema';
import { CachedPages } from './cached-pages';
import { bringToEnd } from './end-intake';
import { OpenIntake } from './intake';
import { areAmong, Merging, neighboursOf, type Neighbours } from './merging';
import { papersAt } from './papers-at';
import { rebuild } from './rebuild';
import { type PackTable, readTables, type Spot, spotIn } from './tables';
import { newestOf } from './newest';
import { summaryOf } from './summary';
import { SEGMENT_PAPERS } from './tiers';
import type { Written } from './write';

/** What packs say of one paper. */
export interface InPacks {
  paper: Paper;
  /** The names of the packs that have it. */
  packs: string[];
}

/** The packs. Those that are switched off are kept, and neither searched nor looked into; the stacks are searched alone. */
export interface Packs {
  pages: PageSource;
  /** All packs, in the order in which they came. */
  list(): Promise<PackSummary[]>;
  /**
   * Does something with the packs that are on and with the stacks, and with what they have. Where a segment turns out to
   * be damaged, it is done once more without that, which is written anew meanwhile.
   */
  looking<Result>(look: (tables: readonly PackTable[]) => Promise<Result>): Promise<Result>;
  /** Reads what searches are likely to need next. Nobody need wait for it: what it does not read, they do. */
  readAhead(): Promise<void>;
  /** What the packs that are on say of these papers; those that none has are left out. */
  find(ids: readonly PaperId[]): Promise<Map<PaperId, InPacks>>;
  /** What one pack says of those of these papers that it has. */
  findIn(name: string, ids: readonly PaperId[]): Promise<Paper[]>;
  /** The ids of so many papers of the packs that are on, of each pack the newest first. */
  latest(limit: number): Promise<PaperId[]>;
  /** What the content of a pack was made of; undefined where there is no such pack. */
  digestOf(name: string): Promise<string | undefined>;
  switch(name: string, isOn: boolean): Promise<void>;
  /** What the person keeps is not touched. */
  remove(name: string): Promise<void>;
  /** Begins to take papers in, and gives the number of the intake. */
  begin(intake: PackIntake & { digest?: string }): Promise<number>;
  /** The number of the batch that comes next; undefined where there is no such intake any more. */
  nextBatch(intake: number): Promise<number | undefined>;
  /**
   * Takes in a batch, all of it or nothing; resolves when it is on disk. The same batch again is answered as before.
   *
   * @param batch counted from 0 on.
   * @param removed papers that leave the pack.
   */
  add(intake: number, batch: number, papers: readonly PackPaper[], removed?: readonly PaperId[]): Promise<PackCounts>;
  /** What was taken in is searched from here on. Asked again, it says what came of it. */
  end(intake: number): Promise<{ name: string; outcome: PackOutcome }>;
  /** Takes all of it back. */
  cancel(intake: number): Promise<void>;
  /** To be called where the database may be another one: what was read of it is read anew. */
  forget(): void;
  /** Takes back what was left before its end, but for these intakes, which somebody goes on with. */
  takeBack(but: readonly number[]): Promise<void>;
  /** Clears away what is left over, and has fewer segments to search where there are many. */
  tidy(): Promise<void>;
}

/** So often something is begun again because another part of the index is damaged: a disk may damage what is mended too. */
const MOST_MENDED = 8;

/** There is no room for all words of more papers. */
const MOST_AHEAD = 200_000;

/**
 * The packs in the database.
 *
 * @param now the time, in milliseconds since 1970.
 * @param segmentPapers how many papers make a segment of the smallest size.
 */
export function createPacks(connect: Connection, now: () => number, segmentPapers = SEGMENT_PAPERS): Packs {
  const stored = pagesIn(connect);
  /** For whoever looks something up; who goes through a whole segment would only drive out what others ask for again. */
  const pages = new CachedPages(stored);
  const open = new Map<number, Promise<OpenIntake>>();
  /** Whoever changes anything of packs does so alone. */
  const turn = inTurn();
  const merging = new Merging(stored, { onWhole, next: neighboursToMerge, replace, damaged: mendLater });
  let all: Promise<PackTable[]> | undefined;
  let isStale = false;
  /** The numbers of segments of which something could not be read. */
  const damaged = new Set<number>();
  const isDamaged = (segment: number) => damaged.has(segment);
  let mending: Promise<unknown> | undefined;

  function tables(): Promise<PackTable[]> {
    if (!all || isStale) {
      const before = all;
      isStale = false;
      all = (async () => readTables(await connect(), stored, (await before) ?? [], isDamaged))();
      all.catch(() => (all = undefined));
    }
    return all;
  }

  async function changing<Result>(change: (database: Database) => Promise<Result>): Promise<Result> {
    try {
      return await change(await connect());
    } finally {
      isStale = true;
    }
  }

  async function openOf(number: number): Promise<OpenIntake> {
    const opening =
      open.get(number) ??
      (async () => {
        const [database, packs] = [await connect(), await tables()];
        return OpenIntake.open({ database, pages: stored, segmentPapers }, number, packs, isDamaged);
      })();
    open.set(number, opening);
    opening.catch(() => open.delete(number));
    return opening;
  }

  /** The packs as they are; what is damaged of them is written anew from here on. */
  async function mendingTables(): Promise<PackTable[]> {
    const found = await tables();
    if (found.some((table) => table.damaged.length > 0)) beginToMend();
    return found;
  }

  async function lookingInto<Result>(
    isMeant: (table: PackTable) => boolean,
    look: (tables: readonly PackTable[]) => Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      const found = await mendingTables();
      try {
        return await look(found.filter(isMeant));
      } catch (error) {
        if (!(error instanceof DamagedSegment)) throw error;
        leaveOut(error);
      }
    }
  }

  /** From here on nobody looks into a segment; it is written anew, unless it is not part of a pack any more. */
  function leaveOut({ segment }: DamagedSegment): void {
    damaged.add(segment);
    isStale = true;
  }

  /** The same; whoever takes papers in does not hold on to it either. */
  function mendLater(error: DamagedSegment): void {
    open.clear();
    leaveOut(error);
  }

  /** Nobody waits for it: if it fails, whoever looks there next begins it again. */
  function beginToMend(): void {
    mending ??= turn(mend)
      .catch(() => undefined)
      .finally(() => (mending = undefined));
  }

  /** Writes what is damaged anew. */
  async function mend(): Promise<void> {
    const found = (await tables()).filter((table) => table.damaged.length > 0);
    if (found.length === 0) return;
    const database = await connect();
    await clearLeftovers(database, merging.writing);
    for (const table of found) await changing(() => rebuild(database, table, segmentPapers));
    // They compare what arrives with segments that are gone.
    open.clear();
  }

  /** Does something that needs all of the packs, once what is damaged has been written anew. */
  function onWhole<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    return turn(async () => {
      for (let again = 0; ; again++) {
        await mend();
        try {
          return await work(await connect());
        } catch (error) {
          // What they have in memory may not be what is on disk.
          open.clear();
          if (!(error instanceof DamagedSegment) || again === MOST_MENDED) throw error;
          leaveOut(error);
        }
      }
    });
  }

  async function readPapersAt(spots: readonly Spot[]): Promise<(Paper | undefined)[]> {
    return papersAt(await connect(), pages, spots);
  }

  /** Of the intakes that somebody goes on with, and of the packs into which no papers are coming. */
  async function neighboursToMerge(database: Database): Promise<Neighbours | undefined> {
    const intakes = await readIntakes(database);
    for (const { number } of intakes) {
      const found = (await open.get(number))?.neighbours;
      if (found) return found;
    }
    for (const { pack, segments } of await tables()) {
      if (intakes.some(({ name }) => name === pack.name)) continue;
      const found = neighboursOf(pack, segments, segmentPapers);
      if (found) return found;
    }
    return undefined;
  }

  /** Segments of an intake that has come to its end meanwhile are those of a pack. */
  async function replace(database: Database, merged: readonly SegmentTable[], made: Written): Promise<void> {
    const intakes = await readIntakes(database);
    for (const { number } of intakes) {
      const opened = await open.get(number);
      if (opened && areAmong(opened.intake.segments, merged)) return opened.replace(merged, made);
    }
    const held = (await tables()).find(({ pack }) => areAmong(pack.segments, merged));
    if (!held) return;
    const gone = merged.map(({ head }) => head);
    await changing(() => replaceSegments(database, held.pack.name, gone, [made]));
    // They compare what arrives with segments that are gone.
    for (const { number, name } of intakes) if (name === held.pack.name) open.delete(number);
  }

  async function takeBack(database: Database, isMeant: (intake: Intake) => boolean): Promise<void> {
    for (const intake of await readIntakes(database)) {
      if (!isMeant(intake)) continue;
      open.delete(intake.number);
      await cancelIntake(database, intake.number);
    }
  }

  return {
    pages,
    list: async () => (await mendingTables()).filter(isSeen).map(summaryOf),
    looking: (look) => lookingInto(isSwitchedOn, look),
    async readAhead() {
      const on = (await tables()).filter(isSwitchedOn);
      const papers = on.reduce((sum, { pack }) => sum + pack.papers, 0);
      if (papers > MOST_AHEAD) return;
      await pages.readAhead(on.flatMap(({ segments }) => segments.map(({ head }) => head.number)));
    },
    find: (ids) =>
      lookingInto(isAsked, async (on) => {
        const found = ids.flatMap((id) => {
          const spots = on.flatMap(({ pack, segments }) => {
            const spot = spotIn(pack.number, segments, codeOfId(id));
            return spot ? [{ name: pack.name, spot }] : [];
          });
          const [first] = spots;
          return first ? [{ id, spot: first.spot, packs: spots.map(({ name }) => name) }] : [];
        });
        const papers = await readPapersAt(found.map(({ spot }) => spot));
        return new Map(
          found.flatMap(({ id, packs }, at) => {
            const paper = papers[at];
            return paper ? [[id, { paper, packs }]] : [];
          }),
        );
      }),
    findIn: (name, ids) =>
      lookingInto(
        ({ pack }) => pack.name === name,
        async ([table]) => {
          if (!table) return [];
          const { pack, segments } = table;
          const papers = await readPapersAt(ids.flatMap((id) => spotIn(pack.number, segments, codeOfId(id)) ?? []));
          return papers.filter((paper) => paper !== undefined);
        },
      ),
    latest: (limit) =>
      lookingInto(isAsked, async (on) => on.flatMap(({ segments }) => newestOf(segments, limit)).slice(0, limit)),
    digestOf: async (name) => (await tables()).find(({ pack }) => pack.name === name)?.pack.digest,
    switch: (name, isOn) => changing((database) => switchPack(database, name, isOn)),
    remove: (name) =>
      turn(() =>
        changing(async (database) => {
          merging.abandon();
          await takeBack(database, (intake) => intake.name === name);
          await removePack(database, name);
        }),
      ),
    begin: (intake) => turn(async () => (await changing((database) => beginIntake(database, intake))).number),
    async nextBatch(intake) {
      const found = (await readIntakes(await connect())).find(({ number }) => number === intake);
      return found && found.lastBatch + 1;
    },
    add: (intake, batch, papers, removed = []) =>
      onWhole(async () => {
        const opened = await openOf(intake);
        const counts = await opened.add(batch, papers, removed);
        if (opened.neighbours) merging.begin();
        return counts;
      }),
    end: (intake) =>
      onWhole(async () => {
        const ended = (await tables()).find(({ pack }) => pack.lastIntake.number === intake);
        if (ended) return { name: ended.pack.name, outcome: ended.pack.lastIntake.outcome };
        const opened = await openOf(intake);
        const before = (await tables()).find(({ pack }) => pack.name === opened.intake.name);
        const outcome = await changing((database) => bringToEnd(database, stored, opened, before, now()));
        open.delete(intake);
        return { name: opened.intake.name, outcome };
      }),
    cancel: (intake) =>
      turn(async () => {
        open.delete(intake);
        merging.abandon();
        await changing((database) => cancelIntake(database, intake));
      }),
    forget() {
      merging.abandon();
      pages.forget();
      all = undefined;
      open.clear();
      damaged.clear();
    },
    takeBack: (but) => turn(() => changing((database) => takeBack(database, ({ number }) => !but.includes(number)))),
    async tidy() {
      await merging.all();
      await turn(async () => clearLeftovers(await connect(), merging.writing));
    },
  };
}

function isSwitchedOn({ pack }: PackTable): boolean {
  return pack.isOn;
}

/** The stacks are for whoever searches. */
function isSeen({ pack }: PackTable): boolean {
  return pack.name !== STACKS;
}

function isAsked(table: PackTable): boolean {
  return isSwitchedOn(table) && isSeen(table);
}
