import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { announce } from '../../lib/background/announce';
import { answerMessages } from '../../lib/background/answer';
import { createLinkMenu, listenToLinkMenu } from '../../lib/background/link-menu';
import { learnFromPage, learnFromVisit } from '../../lib/background/page-facts';
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
    async save({ id, state, tab }, sender) {
      const record = await library.save({ id, state, savedFrom: hostOf(sender.url) });
      await announce(library, [id]);
      // Not waited for: the paper is saved whatever its page says, and whenever.
      learnFromPage(library, tab ?? sender.tab?.id, [id]).catch(() => undefined);
      return record;
    },
    async remove(id) {
      await library.remove(id);
      await announce(library, [id]);
    },
    search: ({ query, limit }) => library.search(query, limit),
    papersOnPage: (tabId) => papersOfTab(library, tabId),
    marked: (count, { tab }) => showCount(tab?.id, count),
    visited: (_, sender) => learnFromVisit(library, sender),
  });

  listenToLinkMenu(library);
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
