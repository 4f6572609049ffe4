import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { announce } from '../../lib/background/announce';
import { answerMessages } from '../../lib/background/answer';
import { createLinkMenu, listenToLinkMenu } from '../../lib/background/link-menu';
import { listenToAddressBar } from '../../lib/background/omnibox';
import { hostOf, savePaperMeant } from '../../lib/background/save-meant';
import { publishTitles } from '../../lib/background/titles';
import { papersOfTab } from '../../lib/background/tab-papers';
import { dressToolbar, showCount } from '../../lib/background/toolbar';
import { badgeLook } from '../../lib/looks/badge';
import { cardSheet } from '../../lib/looks/card';
import { createLibrary } from '../../lib/library';
import { bundledPapers, seedsDigest } from '../../seeds';

/** The worker. Every listener is registered at once: the browser starts it for an event and may stop it after any. */
export default defineBackground(() => {
  const library = createLibrary({
    name: 'manicule',
    seeds: { digest: seedsDigest(), papers: bundledPapers },
    now: Date.now,
  });

  // Whatever it was started for needs the database; an answer that needs it and cannot have it says why.
  library.prepare().catch(() => undefined);
  answerMessages({
    statuses: (ids) => library.statuses(ids),
    badgeLook: async () => badgeLook(),
    card: async ({ id, by }) => cardSheet(await library.card(id), by),
    async save(request, sender) {
      const record = await library.save({ ...request, savedFrom: hostOf(sender.url) });
      await announce(library, [request.id]);
      return record;
    },
    async remove(id) {
      await library.remove(id);
      await announce(library, [id]);
    },
    search: ({ query, limit }) => library.search(query, limit),
    papersOnPage: (tabId) => papersOfTab(library, tabId),
    marked: (count, { tab }) => showCount(tab?.id, count),
  });

  listenToLinkMenu(library);
  listenToAddressBar((query, limit) => library.search(query, limit), browser.runtime.getURL('/popup.html'));
  void dressToolbar();
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'save-paper' && tab) await savePaperMeant(library, tab);
  });
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await Promise.all([
      publishTitles(library),
      createLinkMenu(),
      reason === 'install' && browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
    ]);
  });
});
