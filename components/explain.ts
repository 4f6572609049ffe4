import { isExpected } from '../lib/errors';

/** What to tell a person about an error: its own words where it was foreseen, else what helps against most faults. */
export function explain(error: unknown): string {
  return isExpected(error) ? error.message : 'Your papers are safe. Try again; if it goes on, restart the browser.';
}
