/** What a test's web answers to an address: HTML, or anything else with its type and its headers. */
export type Answer = string | { body: string; contentType?: string; headers?: Record<string, string> };

/** Not empty: for an empty answer Chromium shows a page of its own, at another address. */
const NOWHERE = '<!doctype html><title>Nowhere</title><p>No test serves this address.</p>';

/** The answer to an address, with or without a fragment; 404 where no test serves it. */
export function answerOf(served: ReadonlyMap<string, Answer>, address: string) {
  const answer = served.get(address.replace(/#.*$/, ''));
  const { body, contentType = 'text/html', headers = {} } = typeof answer === 'object' ? answer : { body: answer };
  return { status: body === undefined ? 404 : 200, contentType, headers, body: body ?? NOWHERE };
}
