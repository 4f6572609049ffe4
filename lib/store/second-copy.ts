import { isExpected } from '../errors';
import { inTurn } from '../in-turn';
import type { Database } from './connection';
import { extentOf, newsSince, readCopies, readEverything } from './copies';
import { isSame } from './change';
import { type Contents, type Extent, openJournal, type StorageArea } from './journal';
import { type Recovery, restore } from './restore';

/** Where the second copy lies, and what is told of it. */
export interface Surroundings {
  /** Outlives the browser: here lies the journal. */
  local: StorageArea;
  /** Is emptied when the browser is closed. */
  session: StorageArea;
  /** The clock, in milliseconds since 1970. */
  now: () => number;
  /** Is told that the library is being brought back, and with nothing, that it is there again. */
  recovering: (recovery?: Recovery) => void;
}

/** The journal beside the database: each is brought back from the other. */
export interface SecondCopy {
  /** Writes down every edit that the journal lacks. Edits that are made while one is written share the next writing. */
  follow(database: Database): Promise<void>;
  /**
   * Puts right what is wrong with a database that is being opened, or with the journal. The first time since the browser
   * was started, every byte of both is read.
   */
  settle(opening: Promise<Database>): Promise<void>;
  /** Whether a database that cannot be read may be thrown away: everything that a person made is in the journal. */
  isWhole(): Promise<boolean>;
}

/** Set in the session once both copies have been read. */
const CHECKED = 'checked';

export function createSecondCopy({ local, session, now, recovering }: Surroundings): SecondCopy {
  const journal = openJournal(local);
  /** One writer of the journal at a time. */
  const turn = inTurn();
  let next: Promise<void> | undefined;

  async function rewrite(database: Database): Promise<void> {
    await journal.rewrite(readCopies(database), await extentOf(database));
  }

  async function write(database: Database): Promise<void> {
    const state = await journal.state();
    if (!state) return rewrite(database);
    const { extent, rows, isWhole } = await newsSince(database, state.sequence);
    if (extent.sequence === state.sequence) return;
    await (isWhole ? journal.add(rows, extent) : rewrite(database));
    // Nobody waits for a journal to become shorter; if that fails, it is tried again after the next edit.
    turn(() => shorten(database)).catch(() => undefined);
  }

  async function shorten(database: Database): Promise<void> {
    if ((await journal.state())?.isLong) await rewrite(database);
  }

  function follow(database: Database): Promise<void> {
    next ??= turn(() => {
      next = undefined;
      return write(database);
    });
    return next;
  }

  async function recover(database: Database, sequence: number): Promise<void> {
    const contents = await journal.read();
    const papers = contents.copies.size;
    const recovery = { since: now(), papers, lost: contents.papers - papers };
    recovering(recovery);
    try {
      await restore(database, contents, sequence, recovery);
    } finally {
      recovering();
    }
    if (!contents.isWhole) await ifThereIsRoom(turn(() => rewrite(database)));
  }

  /** Reads all of both copies, and puts right where they differ. */
  async function check(database: Database): Promise<void> {
    await readEverything(database);
    const { copies, isWhole } = await journal.read();
    const { lacks, has } = await compare(database, copies);
    if (lacks) await recover(database, (await extentOf(database)).sequence);
    if (has || !isWhole) await ifThereIsRoom(turn(() => rewrite(database)));
    // What is not noted is only checked once more.
    await session.set({ [CHECKED]: true }).catch(() => undefined);
  }

  return {
    follow,
    async settle(opening) {
      const [state, { [CHECKED]: isChecked }, extent] = await Promise.all([
        journal.state(),
        session.get(CHECKED),
        opening.then(extentOf),
      ]);
      const database = await opening;
      if (state && isBehind(extent, state)) await recover(database, state.sequence);
      else if (state?.sequence !== extent.sequence) await ifThereIsRoom(follow(database));
      if (!isChecked) await check(database);
    },
    isWhole: async () => (await journal.read()).isWhole,
  };
}

/** Whether a database lacks what the journal has. */
function isBehind(extent: Extent, journal: Extent): boolean {
  return journal.sequence > extent.sequence || (journal.sequence === extent.sequence && journal.papers > extent.papers);
}

/** What the database lacks of these copies, or has otherwise, and whether it has what they lack. */
async function compare(database: Database, copies: Contents['copies']): Promise<{ lacks: boolean; has: boolean }> {
  let same = 0;
  let has = false;
  for await (const rows of readCopies(database)) {
    for (const { id, copy } of rows) {
      const other = copies.get(id);
      if (!other) has = true;
      else if (isSame(copy?.record, other.record)) same++;
    }
  }
  return { lacks: same < copies.size, has };
}

/** A journal that cannot be written keeps nobody from their papers: the next edit says so. */
async function ifThereIsRoom(writing: Promise<void>): Promise<void> {
  await writing.catch((error: unknown) => {
    if (!isExpected(error)) throw error;
  });
}
