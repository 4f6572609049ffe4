import { parse } from 'valibot';
import type { Importer, Item } from '../format';
import { itemOf, type Wording } from '../reference';
import { CslItem } from './item';
import { type RawRecord, recordsIn } from './records';
import { referenceIn } from './reference';

const WORDING: Wording = {
  noun: 'record',
  advice: 'Add a `number` such as "arXiv:2511.07317" with its id and import again.',
};

/** CSL-JSON, ours and as Zotero, Mendeley, pandoc, Citation.js and Crossref write it: a list of items. */
export const cslJsonImporter: Importer = {
  name: 'CSL JSON',
  recognises: (head) => /^\s*\[\s*(?:\{|\]\s*$)/.test(head),
  async *read(pieces) {
    for await (const record of recordsIn(pieces)) yield record.kind === 'skipped' ? record : itemIn(record);
  },
};

function itemIn({ json, number }: RawRecord): Item {
  const place = { record: number };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const why = `This record is not JSON: ${error instanceof Error ? error.message : ''}. Correct it and import again.`;
    return { kind: 'skipped', place, why };
  }
  return itemOf({ place, ...referenceIn(parse(CslItem, value)) }, WORDING);
}
