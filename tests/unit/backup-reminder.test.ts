import { expect, it } from 'vitest';
import { isBackupDue, reminderOf } from '../../lib/backup-reminder';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1_800_000_000_000;

it.each([
  ['no backup was ever made', { every: 'monthly', papers: 20 }, true],
  ['there is little to lose', { every: 'monthly', papers: 19 }, false],
  ['nobody wants to hear of it', { every: 'off', papers: 5000 }, false],
  ['the last is from this month', { every: 'monthly', papers: 20, last: NOW - 29 * DAY }, false],
  ['the last is from a month ago', { every: 'monthly', papers: 20, last: NOW - 30 * DAY }, true],
  ['the last is from this week', { every: 'weekly', papers: 20, last: NOW - 6 * DAY }, false],
  ['the last is from a week ago', { every: 'weekly', papers: 20, last: NOW - 7 * DAY }, true],
  ['the clock was put back', { every: 'weekly', papers: 20, last: NOW + DAY }, false],
] as const)('where %s', (_when, state, isDue) => {
  expect(isBackupDue(state, NOW)).toBe(isDue);
});

it.each([
  ['weekly', 'weekly'],
  ['off', 'off'],
  [undefined, 'monthly'],
  ['hourly', 'monthly'],
  [{}, 'monthly'],
])('what is stored as %j is %s', (stored, reminder) => {
  expect(reminderOf(stored)).toBe(reminder);
});
