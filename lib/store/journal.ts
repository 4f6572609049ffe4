import { ExpectedError } from '../errors';
import type { LibraryRecord, Paper, PaperId } from '../paper';

/** A place for named values outside of the database, as the browser's `storage.local` is. */
export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** A paper as the journal has it: what the person made of it, and what it takes to know which one it is. */
export interface Copy {
  record: LibraryRecord;
  paper?: Pick<Paper, 'title' | 'authors' | 'category' | 'published' | 'version'>;
}

/** How a paper stood after an edit; without a copy it was not kept any more. */
export interface Row {
  id: PaperId;
  copy?: Copy;
}

/** How far the journal goes. */
export interface Extent {
  /** The number of the last edit that is in it. */
  sequence: number;
  /** How many papers were kept after that edit. */
  papers: number;
}

/** What the journal says of itself. */
interface Head extends Extent {
  format: 1;
  /** Where the rows lie that came before `rows`, in order, and how many there are in each place. */
  parts: { name: string; rows: number }[];
  /** The number of the next part. */
  next: number;
  /** Parts that are to be removed. */
  gone: string[];
  /** The latest rows. */
  rows: Row[];
}

/** All that a journal holds. */
export interface Contents {
  copies: Map<PaperId, Copy>;
  /** How many papers it should hold. */
  papers: number;
  /** Whether every part of it could be read. */
  isWhole: boolean;
}

/**
 * A second copy of all that a person made, as a list of how papers stood: of several rows on one paper the last one
 * counts. The latest rows lie in the head, so that adding some is one write of one value. When they are many they are
 * moved to a part of their own, and when most rows are overtaken by later ones, all are written anew. Whatever is cut
 * short leaves the former journal whole: parts are written before the head names them, and removed after it does not.
 * Everything is stored as JSON, which carries any text unharmed. One writer at a time is taken for granted.
 */
export interface Journal {
  /** How far it goes, and whether so much of it is overtaken that it should be written anew; undefined without one. */
  state(): Promise<(Extent & { isLong: boolean }) | undefined>;
  /** Adds how some papers stand now, so that it goes further than before. */
  add(rows: readonly Row[], extent: Extent): Promise<void>;
  /** Begins anew, with how all papers stand now. */
  rewrite(rows: AsyncIterable<Row[]>, extent: Extent): Promise<void>;
  read(): Promise<Contents>;
}

const HEAD = 'journal';

/** Beyond so many letters, what lies in the head is moved to a part: all of the head is written each time. */
const MAX_HEAD = 32_000;

/** So many rows make a part. */
const PART_ROWS = 500;

/** So many overtaken rows are put up with, beside as many as there are papers. */
const SPARE_ROWS = 2000;

/**
 * The journal that lies in a place.
 *
 * Every function rejects with an ExpectedError where the place takes no more.
 */
export function openJournal(area: StorageArea): Journal {
  async function readHead(): Promise<Head | undefined> {
    const head = parse<Head>((await area.get(HEAD))[HEAD]);
    return head?.format === 1 ? head : undefined;
  }

  async function write(items: Record<string, unknown>): Promise<void> {
    const texts = Object.entries(items).map(([name, value]) => [name, JSON.stringify(value)]);
    await area.set(Object.fromEntries(texts)).catch(() => {
      throw new ExpectedError(NO_ROOM);
    });
  }

  /** Writes rows as parts, which count once a head names them. */
  async function writeParts(rows: readonly Row[], next: number): Promise<Head['parts']> {
    const parts: Head['parts'] = [];
    for (let from = 0; from < rows.length; from += PART_ROWS) {
      const some = rows.slice(from, from + PART_ROWS);
      const name = `${HEAD}:${next + parts.length}`;
      await write({ [name]: some });
      parts.push({ name, rows: some.length });
    }
    return parts;
  }

  /** Removes parts that no head names. What cannot be removed now does no harm, and is removed another time. */
  async function remove(names: string[]): Promise<{ gone: string[] }> {
    if (names.length === 0) return { gone: [] };
    return area.remove(names).then(
      () => ({ gone: [] }),
      () => ({ gone: names }),
    );
  }

  return {
    async state() {
      const head = await readHead();
      if (!head) return undefined;
      const { sequence, papers, parts } = head;
      const rows = parts.reduce((sum, part) => sum + part.rows, 0);
      return { sequence, papers, isLong: rows > 2 * papers + SPARE_ROWS };
    },
    async add(added, extent) {
      const head = (await readHead()) ?? EMPTY;
      const { gone } = await remove(head.gone);
      const rows = [...head.rows, ...added];
      if (JSON.stringify(rows).length <= MAX_HEAD) return write({ [HEAD]: { ...head, ...extent, gone, rows } });
      const parts = await writeParts(rows, head.next);
      const next = head.next + parts.length;
      return write({ [HEAD]: { ...head, ...extent, parts: [...head.parts, ...parts], next, gone, rows: [] } });
    },
    async rewrite(all, extent) {
      const head = (await readHead()) ?? EMPTY;
      const parts: Head['parts'] = [];
      for await (const rows of all) parts.push(...(await writeParts(rows, head.next + parts.length)));
      const gone = [...head.gone, ...head.parts.map(({ name }) => name)];
      await write({ [HEAD]: { ...EMPTY, ...extent, parts, next: head.next + parts.length, gone } });
      await remove(gone);
    },
    async read() {
      const head = await readHead();
      const { parts, rows, papers } = head ?? EMPTY;
      const copies: Contents['copies'] = new Map();
      let isWhole = head !== undefined;
      for (const part of parts) {
        const some = parse<Row[]>((await area.get(part.name))[part.name]) ?? [];
        isWhole &&= some.length === part.rows;
        take(copies, some);
      }
      take(copies, rows);
      return { copies, papers, isWhole: isWhole && copies.size === papers };
    },
  };
}

const EMPTY: Head = { format: 1, sequence: 0, papers: 0, parts: [], next: 0, gone: [], rows: [] };

const NO_ROOM =
  'There is no room left on the disk for the second copy of your library. Everything that was saved before is safe. ' +
  'Free some space and try again.';

function take(copies: Contents['copies'], rows: readonly Row[]): void {
  for (const { id, copy } of rows) {
    if (copy) copies.set(id, copy);
    else copies.delete(id);
  }
}

/** What was stored as JSON; undefined for anything else. */
function parse<Value>(text: unknown): Value | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}
