import type { BaseIssue } from 'valibot';

/** What is wrong with a record that was checked, to go on after "This record": `has no "title"`, `has 5 as "title"`. */
export function faultOf({ path, input, received }: BaseIssue<unknown>): string {
  const where = path?.map(({ key }) => String(key)).join('.');
  if (where === undefined) return `is ${received.slice(0, 40)}`;
  return input === undefined ? `has no "${where}"` : `has ${received.slice(0, 40)} as "${where}"`;
}
