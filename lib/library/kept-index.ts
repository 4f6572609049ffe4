import { codeOfId } from '../arxiv/id-code';
import { inTurn } from '../in-turn';
import { bare, type PaperId } from '../paper';
import { PaperIndex } from '../search/paper-index';
import type { LeftOut } from '../search/segment/search';
import { STACKS } from '../pack';
import type { Database } from '../store/connection';
import { type Kept, readKept } from '../store/kept';
import { looseAmong, readLoose } from '../store/loose';
import { createBreather } from './breather';
import { inShort, type Made, readMade } from './made';

/** What a search needs in memory of the papers that the person keeps. */
export interface KeptIndex {
  /** The words of those that are loose. */
  index: PaperIndex;
  /** What the library has on these. */
  loose: ReadonlyMap<PaperId, Kept>;
  /** The codes of the ids of these, and of all. */
  looseCodes: ReadonlySet<number>;
  codes: ReadonlySet<number>;
}

/** The stacks tell of papers that are kept and not loose, and all other packs of those that are not kept. */
export function leftOutBeside({ looseCodes, codes }: KeptIndex): LeftOut {
  return (code, pack) => (pack === STACKS ? !codes.has(code) || looseCodes.has(code) : codes.has(code));
}

interface Reading extends KeptIndex {
  loose: Map<PaperId, Kept>;
  looseCodes: Set<number>;
  codes: Set<number>;
}

/** The index of the papers that the person keeps, read when it is first asked for. */
export interface KeptIndexes {
  read(database: Database): Promise<KeptIndex>;
  /** What the person made of all papers that they keep: read when it is first asked for, too. */
  readMade(database: Database): Promise<Made>;
  /** To be called when papers were added, changed or let go: the next search knows it. */
  refresh(database: Database, ids: readonly PaperId[]): Promise<void>;
  /**
   * Takes papers out of memory that are not loose any more.
   *
   * @param settle has them loose no longer, and says which they are.
   */
  settle(settle: () => Promise<readonly PaperId[]>): Promise<void>;
}

export function createKeptIndex(): KeptIndexes {
  let reading: Promise<Reading> | undefined;
  let made: Promise<Made> | undefined;
  let from: Database | undefined;
  /** Of what was read of a paper the last counts. */
  const turn = inTurn();

  /** One that was opened anew may be another one. */
  function lookInto(database: Database): void {
    if (database !== from) [reading, made, from] = [undefined, undefined, database];
  }

  return {
    read(database) {
      lookInto(database);
      reading ??= readIndex(database);
      reading.catch(() => (reading = undefined));
      return reading;
    },
    readMade(database) {
      lookInto(database);
      made ??= readMade(database);
      made.catch(() => (made = undefined));
      return made;
    },
    refresh: (database, ids) =>
      turn(async () => {
        if (!reading) return;
        const { index, loose, looseCodes, codes } = await reading;
        const records = await made?.catch(() => undefined);
        const breathe = createBreather();
        const areLoose = await looseAmong(database, ids);
        for (const one of await readKept(database, ids)) {
          const { id, record, paper = bare(id) } = one;
          const code = codeOfId(id);
          if (record) {
            codes.add(code);
            records?.set(code, inShort(record));
          } else {
            codes.delete(code);
            records?.delete(code);
          }
          if (record && areLoose.has(id)) {
            index.put(paper);
            loose.set(id, one);
            looseCodes.add(code);
          } else {
            index.remove(id);
            loose.delete(id);
            looseCodes.delete(code);
          }
          await breathe();
        }
      }),
    settle: (settle) =>
      turn(async () => {
        const settled = new Set(await settle());
        const before = reading;
        if (!before) return;
        const { loose, codes } = await before;
        // Whoever is searching goes on with what there was.
        const left = await indexOf([...loose.values()].filter(({ id }) => !settled.has(id)));
        if (reading === before) reading = Promise.resolve({ ...left, codes });
      }),
  };
}

async function readIndex(database: Database): Promise<Reading> {
  const { ids, loose } = await readLoose(database);
  return { ...(await indexOf(loose)), codes: new Set(ids.map(codeOfId)) };
}

async function indexOf(loose: readonly Kept[]): Promise<Omit<Reading, 'codes'>> {
  const index = new PaperIndex([]);
  const breathe = createBreather();
  for (const { id, paper = bare(id) } of loose) {
    index.put(paper);
    await breathe();
  }
  return {
    index,
    loose: new Map(loose.map((one) => [one.id, one])),
    looseCodes: new Set(loose.map(({ id }) => codeOfId(id))),
  };
}
