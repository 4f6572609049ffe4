import * as v from 'valibot';
import { ExpectedError } from '../errors';
import type { PaperId } from '../paper';
import { entriesIn } from './backup-entries';
import { PaperForm, RecordForm } from './backup-forms';
import { Joining } from './backup-joining';
import { faultOf } from './fault';
import type { Exporter, FoundPaper, Importer, Item, Kept, Place, Skipped } from './format';

const FORMAT = 'manicule-backup';

/** To be raised when a Manicule that knows this one could not read what is written, or would lose a part of it. */
const VERSION = 1;

/**
 * Everything that a person keeps, as one JSON object: `format`, `version`, `exportedAt` (ISO 8601), `records` (what the
 * person made of each paper, a `LibraryRecord`) and `papers` (its facts, a `Paper`). Records come first, so that papers
 * can be read one by one, each with its record; they may come in any order.
 */
export const backup: Importer & Exporter = {
  name: 'backup',
  extension: 'json',
  mediaType: 'application/json',
  recognises: (head) => new RegExp(`^\\s*\\{[^]*"format"\\s*:\\s*"${FORMAT}"`).test(head),
  read: readBackup,
  write: (papers) => writeBackup(papers, new Date()),
};

/** The pieces of a backup: each entry on a line of its own, which begins with its id. */
export function* writeBackup(papers: readonly Kept[], now: Date): Generator<string> {
  const head = JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: now.toISOString() });
  yield `${head.slice(0, -1)},\n"records":[`;
  yield* list(papers.flatMap(({ record }) => record ?? []));
  yield '],\n"papers":[';
  yield* list(papers.map(({ paper }) => paper));
  yield ']}\n';
}

function* list(entries: readonly { id: PaperId }[]): Generator<string> {
  let before = '\n';
  for (const entry of entries) {
    yield before + JSON.stringify(Object.assign({ id: entry.id }, entry));
    before = ',\n';
  }
  yield '\n';
}

/** An entry that is yet to be checked, and where it stands. */
interface Placed {
  place: Place;
  value: unknown;
}

async function* readBackup(pieces: AsyncIterable<string>): AsyncGenerator<Item> {
  const joining = new Joining();
  const waiting: Placed[] = [];
  let isChecked = false;
  let record = 0;
  for await (const found of entriesIn(pieces)) {
    if (found.kind === 'skipped') yield found;
    else if (found.key === 'format') checkFormat(found.value);
    else if (found.key === 'version') {
      checkVersion(found.value);
      isChecked = true;
    } else {
      waiting.push({ place: { line: found.line, record: ++record }, value: found.value });
      if (isChecked) for (const entry of waiting.splice(0)) yield* readEntry(entry, joining);
    }
  }
  // Without a version, nothing says what the entries mean.
  if (!isChecked) checkVersion(undefined);
  for (const entry of waiting) yield* readEntry(entry, joining);
  yield* joining.rest();
}

function checkFormat(format: unknown): void {
  if (format !== FORMAT)
    throw new ExpectedError('This is not a backup from Manicule. Choose a file that Manicule exported.');
}

function checkVersion(version: unknown): void {
  if (typeof version !== 'number' || !(version >= 1)) {
    throw new ExpectedError('This backup does not say its version, so it was not read. Choose another backup.');
  }
  if (version > VERSION) {
    throw new ExpectedError(
      `This backup was written by a newer Manicule (version ${version} of backups; this one reads ${VERSION}). ` +
        'Update Manicule, then restore it.',
    );
  }
}

/** A record has a state and a paper has none: so they are told apart, also where damage hides which list this is. */
function* readEntry({ place, value }: Placed, joining: Joining): Generator<FoundPaper | Skipped> {
  if (typeof value === 'object' && value !== null && 'state' in value) {
    const { success, output, issues } = v.safeParse(RecordForm, value);
    if (success) joining.addRecord(place, output);
    else yield skipped(place, issues[0]);
  } else {
    const { success, output, issues } = v.safeParse(PaperForm, value);
    if (success) yield* joining.addPaper(place, output);
    else yield skipped(place, issues[0]);
  }
}

function skipped(place: Place, issue: v.BaseIssue<unknown>): Skipped {
  return { kind: 'skipped', place, why: `This record ${faultOf(issue)}. Correct it and restore the backup again.` };
}
