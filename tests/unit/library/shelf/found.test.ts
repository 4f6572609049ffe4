import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankAnswer } from '../../../../lib/answers';
import { foundIn, needsIndex } from '../../../../lib/library/shelf/found';
import { ordered } from '../../../../lib/library/shelf/orders';
import type { PaperId } from '../../../../lib/paper';
import type { Row } from '../../../../lib/row';
import { parseQuery } from '../../../../lib/search/query/parse';
import { matches } from '../../../../lib/search/query/query';
import { anyRows } from './rows';

const row = (id: string, published: string, savedAt?: number): Row => ({
  paper: { id, title: id, authors: [], published },
  record: savedAt === undefined ? undefined : { id, state: 'saved', savedAt },
});
const KEPT = [row('b', '2024-01-01', 2), row('É', '2025-01-01', 1), row('a', '2024-06-01', 3)];
const idsOf = (rows: readonly Row[]) => rows.map(({ paper }) => paper.id);

/** What an index says that lists two papers at most. */
const answerOf = (ids: PaperId[], kept: PaperId[] = []): RankAnswer => ({
  ids: ids.slice(0, 2),
  total: ids.length,
  kept,
  terms: [],
});
const list = (text: string, answer?: RankAnswer) => {
  const found = foundIn(KEPT, parseQuery(text), answer);
  return found && ('rows' in found ? { kept: idsOf(found.rows), others: found.others } : found);
};

describe('before the index has answered', () => {
  it.each<[string, PaperId[] | undefined]>([
    ['', ['b', 'É', 'a']],
    ['   ', ['b', 'É', 'a']],
    ['year:2024', ['b', 'a']],
    ['is:saved -year:2024', ['É']],
    ['year:1999', undefined],
    ['-is:saved', undefined],
    ['olmo', undefined],
    ['pack:bundled', undefined],
    ['-pack:bundled', undefined],
  ])('“%s” lists what is kept, where that can be said', (text, kept) => {
    expect(list(text)).toEqual(kept && { kept, others: 0 });
  });
});

describe('when it has', () => {
  it.each<[string, RankAnswer, ReturnType<typeof list>]>([
    ['year:2024', answerOf(['a', 'z', 'b', 'y'], ['a', 'b']), { kept: ['b', 'a'], others: 2 }],
    // A paper that was saved just now is not in it yet.
    ['year:2024', answerOf(['z', 'a', 'y'], ['a']), { kept: ['b', 'a'], others: 2 }],
    ['olmo', answerOf(['z', 'y', 'x', 'É'], ['É']), { kept: ['É'], others: 3 }],
    ['olmo', answerOf(['z', 'y', 'x']), { ids: ['z', 'y'], of: 3 }],
    ['olmo', answerOf([]), { ids: [], of: 0 }],
    ['pack:cs.CL', answerOf(['a', 'z', 'y'], ['a']), { ids: ['a', 'z'], of: 3 }],
    ['-pack:cs.CL', answerOf(['a', 'z', 'y'], ['a']), { kept: ['a'], others: 2 }],
    ['-is:saved', answerOf(['z', 'y']), { ids: ['z', 'y'], of: 2 }],
    ['year:1999', answerOf([]), { ids: [], of: 0 }],
    // A paper that was let go just now is still in it: what was listed stays.
    ['olmo', answerOf(['gone', 'É'], ['gone', 'É']), undefined],
    ['olmo', answerOf(['gone', 'z'], ['gone']), undefined],
  ])('“%s” lists what is kept, or the best of all', (text, answer, expected) => {
    expect(list(text, answer)).toEqual(expected);
  });
});

it('what is kept and meets filters is listed just the same with the index and without', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom('year:2020..2024', 'cat:cs.CL', '-tag:x', 'is:read has:note'), (all, text) => {
      const query = parseQuery(text);
      const kept = all.filter(({ record }) => record);
      const met = all.filter((each) => matches(query, each));
      const keptMet = met.filter(({ record }) => record);
      const answer = { ids: idsOf(met), total: met.length, kept: idsOf(keptMet), terms: [] };
      expect(foundIn(kept, query, answer)).toEqual(
        keptMet.length === 0
          ? { ids: idsOf(met), of: met.length }
          : { rows: keptMet, others: met.length - keptMet.length },
      );
    }),
  );
});

it.each([
  ['', false],
  ['tag:x year:2024 -is:read', false],
  ['olmo', true],
  ['"flow of data"', true],
  ['-survey tag:x', true],
  ['pack:bundled', true],
])('“%s” needs the index: %s', (text, expected) => {
  expect(needsIndex(parseQuery(text))).toBe(expected);
});

it.each([
  ['saved' as const, ['a', 'b', 'É', 'z']],
  ['published' as const, ['É', 'a', 'z', 'b']],
  ['title' as const, ['a', 'b', 'É', 'z']],
])('papers are ordered by %s', (by, expected) => {
  expect(idsOf(ordered([...KEPT, row('z', '2024-05-05')], by))).toEqual(expected);
});
