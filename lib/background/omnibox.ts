import { browser } from 'wxt/browser';
import type { SearchAnswer } from '../answers';
import { arxivAddress } from '../arxiv/identifier';
import { isNothingBut, namedIn } from '../library/named';
import { defaultOf, PLAIN, STYLED, suggestionOf } from './suggestions';

/** As many as Firefox shows; Chromium shows fewer of them, or as many. */
const MOST = 6;

/** No query of the popup is longer either. */
const MAX_LETTERS = 1000;

const INVITATION = 'Search your papers';

/** The part of the browser that the address bar is heard and answered by. */
export type AddressBar = Pick<typeof browser, 'omnibox' | 'tabs'>;

/**
 * Searches for what is typed in the address bar after the keyword, and opens the paper that was chosen there, or the
 * library with all that was found.
 *
 * @param search the best papers for a query, as in every search.
 * @param libraryAddress of the page that shows what was found.
 */
export function listenToAddressBar(
  search: (query: string, limit: number) => Promise<SearchAnswer>,
  libraryAddress: string,
  { omnibox, tabs }: AddressBar = browser,
): void {
  const style = import.meta.env.FIREFOX ? PLAIN : STYLED;
  let typed = '';

  function invite(): void {
    typed = '';
    omnibox.setDefaultSuggestion({ description: INVITATION });
  }

  omnibox.onInputStarted.addListener(invite);
  omnibox.onInputCancelled.addListener(invite);
  omnibox.onInputChanged.addListener(async (text, suggest) => {
    typed = text;
    if (text.trim() === '') return invite();
    try {
      const answer = await search(text.slice(0, MAX_LETTERS), MOST);
      // What was typed since has an answer of its own.
      if (typed !== text) return;
      omnibox.setDefaultSuggestion({ description: defaultOf(answer, style) });
      suggest(answer.results.map((result) => suggestionOf(result, style)));
    } catch {
      omnibox.setDefaultSuggestion({ description: 'The search did not work. Press Enter to try it in a tab.' });
    }
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    const url = addressOf(text, libraryAddress);
    if (disposition === 'currentTab') void tabs.update({ url });
    else void tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** Where Enter leads: to the paper that was chosen or is named and nothing else, else to all that was found. */
export function addressOf(text: string, libraryAddress: string): string {
  const words = text.trim();
  const [id] = isNothingBut(words) ? namedIn(words) : [];
  return id === undefined ? `${libraryAddress}?${new URLSearchParams({ q: words })}` : arxivAddress(id, 'abs');
}
