import * as fc from 'fast-check';
import type { Row } from '../../../../lib/row';

const DAY = fc
  .tuple(fc.integer({ min: 2019, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`);

/** A paper of the library page, whatever is known of it and made of it. */
export const anyRow: fc.Arbitrary<Row> = fc
  .record({
    id: fc.integer({ min: 10_000, max: 99_999 }).map((number) => `2511.${number}`),
    facts: fc.record(
      {
        title: fc.constantFrom('Élan', 'elan vital', 'A', '10 ways', '', '__proto__'),
        authors: fc.array(fc.constantFrom('Ada L', 'Bo M', '__proto__', 'constructor'), { maxLength: 4 }),
        category: fc.constantFrom('cs.CL', 'cs.LG'),
        otherCategories: fc.array(fc.constantFrom('cs.CL', 'math.CO'), { maxLength: 2 }),
        published: DAY,
        venue: fc.constantFrom('ACL 2025', 'ICML 2026'),
      },
      { requiredKeys: ['title', 'authors'] },
    ),
    made: fc.option(
      fc.record(
        {
          state: fc.constantFrom('saved' as const, 'reading' as const, 'read' as const),
          savedAt: DAY.map((day) => new Date(`${day}T12:00`).getTime()),
          tags: fc.uniqueArray(fc.constantFrom('to cite', 'x', 'constructor')),
          isStarred: fc.constant(true as const),
        },
        { requiredKeys: ['state', 'savedAt'] },
      ),
      { nil: undefined },
    ),
  })
  .map(({ id, facts, made }) => ({
    paper: { id, ...facts },
    record: made && { id, ...made },
  }));

export const anyRows = fc.uniqueArray(anyRow, { selector: ({ paper }) => paper.id, maxLength: 40 });
