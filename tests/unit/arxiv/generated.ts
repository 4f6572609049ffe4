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
    fc.constantFrom(...OLD_ARCHIVES, 'issues', 'hep', 'foo-bar'),
    fc.constantFrom('', '', '.GT', '.str-el', '.', '.1'),
    fc.constant('/'),
    fc.integer({ min: 6, max: 8 }).chain(digits),
    version,
  )
  .map((parts) => parts.join(''));

/** Ids by their rules, so that most are valid: the other two seldom are. */
const byRule = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 13 }), fc.constantFrom(4, 5).chain(digits), version)
  .map(([yy, mm, number, v]) => `${String(yy).padStart(2, '0')}${String(mm).padStart(2, '0')}.${number}${v}`);

export const likeIds = fc.oneof(likeNew, likeOld, byRule);
