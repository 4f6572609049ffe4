/** When a person is reminded to make a backup. */

export const REMINDERS = ['off', 'weekly', 'monthly'] as const;

/** How often it is, by the person's choice. */
export type Reminder = (typeof REMINDERS)[number];

/** What it depends on. */
export interface BackupState {
  every: Reminder;
  /** When the last backup was made, in milliseconds since 1970; absent where none was. */
  last?: number;
  /** How many papers the person keeps. */
  papers: number;
}

/** The keys under which the choice and the time of the last backup lie in the browser's storage. */
export const REMIND_BACKUP = 'backup:remind';
export const LAST_BACKUP = 'backup:last';

/** Fewer papers are saved again sooner than they are backed up. */
const ENOUGH = 20;

const DAY_MS = 24 * 60 * 60 * 1000;
const PERIODS = { off: Infinity, weekly: 7 * DAY_MS, monthly: 30 * DAY_MS };

/** Whether it is time for a backup. */
export function isBackupDue({ every, last = -Infinity, papers }: BackupState, now: number): boolean {
  return papers >= ENOUGH && every !== 'off' && now - last >= PERIODS[every];
}

/** The choice as it was stored; monthly where none was made, or none that is known. */
export function reminderOf(stored: unknown): Reminder {
  return REMINDERS.find((reminder) => reminder === stored) ?? 'monthly';
}
