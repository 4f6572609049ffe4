import { browser } from 'wxt/browser';
import type { PaperId } from '../paper';
import { sendMessage } from '../messages/protocol';
import type { Library } from '../library';

/** Tells every open tab and every page of the extension how these papers stand now. */
export async function announce(library: Library, ids: PaperId[]): Promise<void> {
  const change = { ids, statuses: await library.statuses(ids) };
  const tabs = await browser.tabs.query({});
  const listeners = [undefined, ...tabs.flatMap(({ id }) => (id === undefined ? [] : [id]))];
  // Nobody's answer is waited for: a tab that the browser has frozen gives none.
  for (const tab of listeners) sendMessage('statusesChanged', change, tab).catch(nobodyThere);
}

/** A tab without our script and an extension without an open page are no fault: there is nothing to update. */
function nobodyThere(): void {}
