import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIELDS } from '../../../../lib/search/fields';
import { DictionaryWriter, entriesBetween } from '../../../../lib/search/segment/dictionary';
import { LAST } from '../../../../lib/search/segment/word-pages';
import { memoryPages } from './memory-pages';

const count = fc.integer({ min: 0, max: 2 ** 20 });
/** Of a term in abstracts alone it is not said once more how many papers have it there. */
const inAbstracts = count.map((papers) => {
  return { papers, inField: Uint32Array.from(FIELDS, (name) => (name === 'abstract' ? papers : 0)) };
});
const anywhere = fc.record({
  papers: count,
  inField: fc
    .array(fc.oneof(fc.constant(0), count), { minLength: FIELDS.length, maxLength: FIELDS.length })
    .filter((inField) => inField.some((papers, field) => papers > 0 && FIELDS[field] !== 'abstract'))
    .map((inField) => Uint32Array.from(inField)),
});
const row = fc.record({
  term: fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }).filter((term) => !term.includes(LAST)),
  counts: fc.oneof(inAbstracts, anywhere),
  lengths: fc.tuple(count, count),
});

it('terms are looked up with all that was written of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(row, { selector: ({ term }) => term, maxLength: 50 }), async (rows) => {
      const pages = memoryPages();
      const writer = new DictionaryWriter();
      const inOrder = rows.toSorted((one, other) => (one.term < other.term ? -1 : 1));
      let [postings, positions] = [0, 0];
      const entries = inOrder.map(({ term, counts: { papers, inField }, lengths: [one, other] }) => ({
        term,
        papers,
        inField,
        postings: { from: (postings += one) - one, length: one },
        positions: { from: (positions += other) - other, length: other },
      }));
      for (const entry of entries) {
        const page = writer.add(entry);
        if (page) pages.put(1, page);
      }
      for (const page of writer.end()) pages.put(1, page);
      const range = { segment: 1, file: 'terms', andNext: true } as const;
      const [all = [], ...each] = await pages.read([
        { ...range, from: '', to: LAST },
        ...entries.map(({ term }) => ({ ...range, from: term, to: term })),
      ]);
      expect([...entriesBetween(1, all, '', LAST)]).toEqual(entries);
      for (const [at, entry] of entries.entries()) {
        expect([...entriesBetween(1, each[at] ?? [], entry.term, entry.term)]).toEqual([entry]);
      }
    }),
  );
});
