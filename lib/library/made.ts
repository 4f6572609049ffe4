import { codeOfId } from '../arxiv/id-code';
import type { LibraryRecord } from '../paper';
import type { Database } from '../store/connection';
import { readRecords } from '../store/kept';
import { createBreather } from './breather';

/** What the person made of papers, as far as queries ask for it, by the codes of these. */
export type Made = Map<number, LibraryRecord>;

/** Reads it of all papers that are kept. */
export async function readMade(database: Database): Promise<Made> {
  const made: Made = new Map();
  const breathe = createBreather();
  for await (const records of readRecords(database)) {
    for (const record of records) made.set(codeOfId(record.id), inShort(record));
    await breathe();
  }
  return made;
}

/** A record without the text of its note, which may be long: a query asks no more than whether there is one. */
export function inShort({ note = '', ...record }: LibraryRecord): LibraryRecord {
  return note.trim() === '' ? record : { ...record, note: '…' };
}
