import type { Importer, Item } from '../format';
import { LONGEST } from '../line-parts';
import { itemOf, type Wording } from '../reference';
import { recordsIn, type RisRecord } from './records';
import { referenceIn } from './reference';

const WORDING: Wording = { noun: 'record', advice: 'Add a line `AN  - arXiv:` with the id behind and import again.' };

/**
 * RIS, ours and as Zotero, Mendeley, EndNote, INSPIRE, ADS and publishers write it. Source: "RIS Format
 * Specifications" (Research Information Systems, 2001).
 */
export const risImporter: Importer = {
  name: 'RIS',
  recognises(head) {
    const start = head.search(/^\uFEFF?TY {1,2}- ?\w+\s*$/m);
    // Either format may stand in a note of the other.
    return start >= 0 && !/^\s{0,99}@\w+\s*[{(]/m.test(head.slice(0, start));
  },
  async *read(pieces) {
    for await (const record of recordsIn(pieces)) yield* itemsIn(record);
  },
};

function* itemsIn(record: RisRecord): Generator<Item> {
  const place = { line: record.line };
  if (record.fault === 'too long') {
    const why = `This record is longer than ${LONGEST.toLocaleString('en')} letters. Shorten it and import again.`;
    yield { kind: 'skipped', place, why };
    return;
  }
  yield itemOf({ place, ...referenceIn(record.fields) }, WORDING);
  if (record.fault === 'cut off') {
    const why =
      'The file ends within this record: it has no line `ER  - `. What there is of it was read; export it again if the rest is missing.';
    yield { kind: 'skipped', place, why };
  }
}
