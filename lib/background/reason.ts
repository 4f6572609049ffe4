import { isExpected } from '../errors';

/** What a person is told of why something was not done, and what to do. */
export function reasonOf(error: unknown): string {
  return isExpected(error) ? error.message : 'Try again; if it goes on, restart the browser.';
}
