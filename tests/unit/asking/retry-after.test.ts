import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryMoment } from '../../../lib/asking/retry-after';

const NOW = Date.UTC(2026, 2, 2, 12, 0, 0);

it.each<[string | null, number | undefined]>([
  ['120', NOW + 120_000],
  [' 0 ', NOW],
  ['Mon, 02 Mar 2026 12:05:00 GMT', NOW + 300_000],
  // The older forms, which a recipient must understand too (RFC 9110, 5.6.7).
  ['Monday, 02-Mar-26 12:05:00 GMT', NOW + 300_000],
  ['Mon Mar  2 12:05:00 2026', NOW + 300_000],
  ['Mon, 02 Mar 2026 11:00:00 GMT', NOW - 3_600_000],
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['2027', NOW + 2_027_000],
  ['May 2027', undefined],
  ['Mon, 99 Mar 2026 12:05:00 GMT', undefined],
])('after %j arXiv is asked again at %j', (header, moment) => {
  expect(retryMoment(header, NOW)).toBe(moment);
});

it('is a moment or nothing for any header', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.bigInt().map(String), fc.date().map(String)), (header) => {
      expect(retryMoment(header, NOW)).not.toBeNaN();
    }),
  );
});
