import { codeOfId } from '../arxiv/id-code';
import { inTurn } from '../in-turn';
import { bare, type PaperId } from '../paper';
import { PaperIndex } from '../search/paper-index';
import type { Database } from '../store/connection';
import { type Kept, readAllKept, readKept } from '../store/kept';
import { createBreather } from './breather';

/** All that a search in the papers that the person keeps needs in memory: their words, and what filters ask of them. */
export interface KeptIndex {
  index: PaperIndex;
  kept: ReadonlyMap<PaperId, Kept>;
  /** The codes of their ids. */
  codes: ReadonlySet<number>;
}

/** What the library has on one id. */
export function keptOn({ kept }: KeptIndex, id: PaperId): Kept {
  return kept.get(id) ?? { id, record: undefined, paper: undefined };
}

interface Reading extends KeptIndex {
  kept: Map<PaperId, Kept>;
  codes: Set<number>;
}

/** The index of the papers that the person keeps, read when it is first asked for. */
export interface ShelfIndex {
  read(database: Database): Promise<KeptIndex>;
  /** To be called when papers were added, changed or let go: the next search knows it. */
  refresh(database: Database, ids: readonly PaperId[]): Promise<void>;
}

export function createShelfIndex(): ShelfIndex {
  let reading: Promise<Reading> | undefined;
  let from: Database | undefined;
  /** Of what was read of a paper the last counts. */
  const turn = inTurn();

  return {
    read(database) {
      // One that was opened anew may be another one.
      if (database !== from) [reading, from] = [undefined, database];
      reading ??= readIndex(database);
      reading.catch(() => (reading = undefined));
      return reading;
    },
    refresh: (database, ids) =>
      turn(async () => {
        if (!reading) return;
        const { index, kept, codes } = await reading;
        const breathe = createBreather();
        for (const one of await readKept(database, ids)) {
          const { id, record, paper = bare(id) } = one;
          if (record) {
            index.put(paper);
            kept.set(id, one);
            codes.add(codeOfId(id));
          } else {
            index.remove(id);
            kept.delete(id);
            codes.delete(codeOfId(id));
          }
          await breathe();
        }
      }),
  };
}

async function readIndex(database: Database): Promise<Reading> {
  const all = await readAllKept(database);
  return {
    index: new PaperIndex(all.map(({ id, paper = bare(id) }) => paper)),
    kept: new Map(all.map((one) => [one.id, one])),
    codes: new Set(all.map(({ id }) => codeOfId(id))),
  };
}
