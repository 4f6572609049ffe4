import * as fc from 'fast-check';
import { OLD_ARCHIVES } from '../../../lib/arxiv/archives';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const version = fc.option(
  fc.integer({ min: 0, max: 120 }).map((number) => `v${number}`),
  { nil: '' },
);

/** Texts that look like ids of the new kind: some are, some miss by one rule. */
const likeNew = fc
  .tuple(digits(4), fc.constantFrom('.', '.', '.', ':', ''), fc.integer({ min: 3, max: 6 }).chain(digits), version)
  .map((parts) => parts.join(''));

/** Texts that look like ids of the old kind. */
const likeOld = fc
  .tuple(
    fc.constantFrom(...OLD_ARCHIVES, 'hepth', 'issues', 'hep', 'foo-bar'),
    fc.constantFrom('', '', '.GT', '.str-el', '.', '.1'),
    fc.constant('/'),
    fc.integer({ min: 6, max: 8 }).chain(digits),
    version,
  )
  .map((parts) => parts.join(''));

/** Ids by their rules, so that most are valid: the other two seldom are. */
const byRule = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 13 }), fc.constantFrom(4, 5).chain(digits), version)
  .map(([yy, mm, number, v]) => `${twoDigits(yy)}${twoDigits(mm)}.${number}${v}`);

export const likeIds = fc.oneof(likeNew, likeOld, byRule);

/** Months as the number of those since the year 0, written `yymm`. */
const months = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map((month) => twoDigits(Math.floor(month / 12) % 100) + twoDigits((month % 12) + 1));

/** Ids that arXiv gave out, may have given out, or will, of the new kind. */
export const newIds = fc.oneof(
  fc
    .tuple(months(2007 * 12 + 3, 2014 * 12 + 11), fc.integer({ min: 1, max: 9999 }))
    .map(([yymm, number]) => `${yymm}.${String(number).padStart(4, '0')}`),
  fc
    .tuple(months(2015 * 12, 2090 * 12), fc.integer({ min: 1, max: 99_999 }))
    .map(([yymm, number]) => `${yymm}.${String(number).padStart(5, '0')}`),
);

/** The same, of the old kind. */
export const oldIds = fc
  .tuple(fc.constantFrom(...OLD_ARCHIVES), months(1991 * 12 + 6, 2007 * 12 + 2), fc.integer({ min: 1, max: 999 }))
  .map(([archive, yymm, number]) => `${archive}/${yymm}${String(number).padStart(3, '0')}`);

export const ids = fc.oneof(newIds, oldIds);

export const versions = fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined });

/** A letter that nobody sees. */
export const invisibles = fc.constantFrom('\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF');

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
