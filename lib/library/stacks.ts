import { codeOfId, idOfCode } from '../arxiv/id-code';
import { MAX_PACKED, STACKS } from '../pack';
import { bare, type PaperId } from '../paper';
import { placeOf } from '../search/segment/segment-table';
import type { Database } from '../store/connection';
import { readKept } from '../store/kept';
import { countLoose, readLooseIds, settle } from '../store/loose';
import { createBreather } from './breather';
import type { KeptIndexes } from './kept-index';
import type { Packs } from './packs';
import { type Digest, digestOf, isSame, textOf } from './packs/digest';

/** So many loose papers at most stay in memory: with their abstracts, they take twenty megabytes of it. */
export const MOST_LOOSE = 2000;

/**
 * Brings loose papers into the stacks once there are too many of them, by an intake as it fills any pack: a worker may die
 * at any moment of it. A paper is loose until the stacks have it, and again as soon as it changes.
 */
export interface Stacks {
  /** Resolves when no more papers are loose than may be. */
  fill(database: Database): Promise<void>;
}

/**
 * @param most how many papers may be loose.
 */
export function createStacks(packs: Packs, index: KeptIndexes, most: number): Stacks {
  let filling: Promise<void> | undefined;

  async function fill(database: Database): Promise<void> {
    if ((await countLoose(database)) <= most) return;
    try {
      // To find them, all that is kept is gone through.
      let gone = await goneFrom(database, packs);
      while ((await countLoose(database)) > most) {
        await bringLoose(database, packs, index, gone);
        gone = [];
      }
    } finally {
      await packs.tidy();
    }
  }

  return {
    fill(database) {
      filling ??= fill(database).finally(() => (filling = undefined));
      return filling;
    },
  };
}

/**
 * Brings all papers that are loose into the stacks.
 *
 * @param gone those that leave the stacks.
 */
async function bringLoose(
  database: Database,
  packs: Packs,
  index: KeptIndexes,
  gone: readonly PaperId[],
): Promise<void> {
  const ids = await readLooseIds(database);
  const written = new Map<PaperId, Digest>();
  const intake = await packs.begin({ name: STACKS, isWhole: false });
  let batch = 0;
  for (let at = 0; at < Math.max(ids.length, gone.length); at += MAX_PACKED) {
    const kept = await readKept(database, ids.slice(at, at + MAX_PACKED));
    const papers = kept.flatMap(({ id, record, paper = bare(id) }) => (record ? [paper] : []));
    for (const paper of papers) written.set(paper.id, digestOf(textOf(paper)));
    await packs.add(intake, batch++, papers, gone.slice(at, at + MAX_PACKED));
  }
  await packs.end(intake);
  await index.settle(() =>
    settle(database, [...written.keys()], (paper) => {
      const before = written.get(paper.id);
      return before !== undefined && isSame(before, digestOf(textOf(paper)));
    }),
  );
}

/** The papers in the stacks that are not kept any more. */
async function goneFrom(database: Database, packs: Packs): Promise<PaperId[]> {
  const kept = new Set((await database.getAllKeys('library')).map(codeOfId));
  const breathe = createBreather();
  return packs.looking(async (tables) => {
    const gone: PaperId[] = [];
    const stacks = tables.find(({ pack }) => pack.name === STACKS);
    for (const { ids, deleted } of stacks?.segments ?? []) {
      for (const [paper, code] of ids.entries()) {
        if (!kept.has(code) && placeOf(deleted, paper) < 0) gone.push(idOfCode(code));
        await breathe();
      }
    }
    return gone;
  });
}
