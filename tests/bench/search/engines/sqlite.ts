/**
 * SQLite's FTS5 in WebAssembly, its pages in IndexedDB. It finds words that have only begun, and no typos.
 *
 * SQLite's own build (@sqlite.org/sqlite-wasm) has FTS5 too, but keeps nothing that a service worker writes: its files
 * need handles that exist in dedicated workers alone. wa-sqlite waits for IndexedDB by Asyncify or by JSPI, which needs
 * two thirds of the time and half the code.
 */
import * as SQLite from '@journeyapps/wa-sqlite';
import createModule from '@journeyapps/wa-sqlite/dist/wa-sqlite-jspi.mjs';
import { IDBBatchAtomicVFS } from '@journeyapps/wa-sqlite/src/examples/IDBBatchAtomicVFS.js';
import { codeOfId, idOfCode } from '../../../../lib/arxiv/id-code';
import { queryTerms } from '../../../../lib/search/terms';
import { LIMIT, serve } from './engine';

/** Each page is read by a transaction of its own: the larger they are, the sooner it answers. */
const SCHEMA = `
  PRAGMA page_size = 65536;
  CREATE VIRTUAL TABLE papers USING fts5(
    title, authors, venue, abstract, content='', tokenize='unicode61', prefix='2 3'
  )`;

const FIND = `SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY bm25(papers, 4, 2, 1.5, 1) LIMIT ${LIMIT}`;

const SIZE = 'SELECT page_count * page_size FROM pragma_page_count, pragma_page_size';

/** What its types leave out. */
const { create: createFiles } = IDBBatchAtomicVFS as unknown as {
  create(name: string, module: unknown): Promise<SQLiteVFS>;
};

async function open() {
  const module = await createModule();
  const sqlite = SQLite.Factory(module);
  sqlite.vfs_register(await createFiles('sqlite', module), true);
  const database = await sqlite.open_v2('papers');
  await sqlite.exec(database, 'PRAGMA cache_size = -65536; PRAGMA synchronous = normal;');
  return { sqlite, database, module };
}

const opened = open();
let table: Promise<unknown> | undefined;

serve({
  async add(papers) {
    const { sqlite, database } = await opened;
    table ??= sqlite.exec(database, SCHEMA);
    await table;
    await sqlite.exec(database, 'BEGIN');
    const insert = 'INSERT INTO papers (rowid, title, authors, venue, abstract) VALUES (?, ?, ?, ?, ?)';
    for await (const statement of sqlite.statements(database, insert)) {
      for (const { id, title, authors, venue, abstract } of papers) {
        sqlite.bind_collection(statement, [codeOfId(id), title, authors.join(', '), venue ?? '', abstract ?? '']);
        await sqlite.step(statement);
        await sqlite.reset(statement);
      }
    }
    await sqlite.exec(database, 'COMMIT');
  },
  async finish() {
    const { sqlite, database } = await opened;
    await sqlite.exec(database, `INSERT INTO papers (papers) VALUES ('optimize')`);
  },
  async sizes() {
    const { sqlite, database, module } = await opened;
    let disk = 0;
    await sqlite.exec(database, SIZE, ([bytes]) => void (disk = Number(bytes)));
    return { disk, wasm: module.HEAPU8.length };
  },
  async search(query) {
    const { sqlite, database } = await opened;
    const match = queryTerms(query)
      .map((term) => `"${term}" *`)
      .join(' ');
    const found: string[] = [];
    for await (const statement of sqlite.statements(database, FIND)) {
      sqlite.bind_collection(statement, [match]);
      while ((await sqlite.step(statement)) === SQLite.SQLITE_ROW) {
        found.push(idOfCode(sqlite.column_int(statement, 0)));
      }
    }
    return found;
  },
});
