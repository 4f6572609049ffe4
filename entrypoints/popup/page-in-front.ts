import { browser } from 'wxt/browser';
import type { Tracing } from '../../components/Passages';
import type { Source } from '../../components/use-answer';
import type { TabPapers } from '../../lib/answers';
import { overhear, papersOnPage, showPassage, tracePage } from '../../lib/messages/from-own-page';
import { listen } from '../../lib/own-pages/listen';
import { FOR_PAGES } from '../../lib/settings';

/** The page in front of the person, and the tab that it stands in, once it was asked. */
interface PageInFront extends Source<TabPapers>, Tracing {
  tab(): number | undefined;
}

/**
 * The papers of the page in front of the person, and what may change them: the page itself, another page in its place,
 * a paper that is saved, a switch; and what can be done with its words.
 *
 * @param tab the id of the tab, as an address gives it; without one, the active tab is meant.
 */
export function pageInFront(tab: string | null): PageInFront {
  const given = tab === null ? undefined : Number(tab);
  let front = given;
  const inFront = async () => (front = given ?? (await activeTab()));
  const watchers = new Set<() => void>();
  return {
    ask: async () => papersOnPage(await inFront()),
    tab: () => front,
    async trace() {
      await tracePage(await inFront());
      for (const changed of watchers) changed();
    },
    async show(passage) {
      const id = await inFront();
      await showPassage(id, passage);
      // A page with the popup in it makes way for the page in which the passage stands.
      await browser.tabs.update(id, { active: true });
    },
    watch(changed) {
      watchers.add(changed);
      const changedIn = (id: number | undefined) => id === front && changed();
      const stops = [
        overhear((type, id) => {
          if (type === 'marked' || type === 'trace') changedIn(id);
          else if (type === 'statusesChanged') changed();
        }),
        listen(browser.tabs.onUpdated, (id, { status }) => status && changedIn(id)),
        listen(browser.tabs.onRemoved, changedIn),
        listen(browser.tabs.onActivated, changed),
        listen(browser.storage[FOR_PAGES].onChanged, changed),
        () => watchers.delete(changed),
      ];
      return () => stops.forEach((stop) => stop());
    },
  };
}

async function activeTab(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? browser.tabs.TAB_ID_NONE;
}
