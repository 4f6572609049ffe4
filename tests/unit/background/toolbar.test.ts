import { expect, it } from 'vitest';
import { countText } from '../../../lib/background/toolbar';

it.each([
  [0, ''],
  [1, '1'],
  [42, '42'],
  [999, '999'],
  [1000, '999+'],
  [100_000, '999+'],
])('the toolbar icon says of %i papers "%s"', (count, text) => {
  expect(countText(count)).toBe(text);
});
