import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { announce } from '../../lib/background/announce';
import { answerMessages } from '../../lib/background/answer';
import { askInBackground } from '../../lib/background/asking';
import { fillForPages, passOnChoices } from '../../lib/background/for-pages';
import { importPapers } from '../../lib/background/make-edit';
import { createMenu, listenToMenu } from '../../lib/background/menu';
import { listenToAddressBar } from '../../lib/background/omnibox';
import { learnFromVisit, makeEditInTab } from '../../lib/background/page-facts';
import { showCard, showMaking } from '../../lib/background/paper-cards';
import { savePaperMeant } from '../../lib/background/save-meant';
import { packsIn } from '../../lib/background/packs';
import { papersOfTab } from '../../lib/background/tab-papers';
import { dressToolbar, showCount } from '../../lib/background/toolbar';
import { showPassage, tracePage, traceSelection } from '../../lib/background/tracing';
import { withHarvests } from '../../lib/harvest/listed';
import { badgeLook } from '../../lib/looks/badge';
import { createLibrary, type Library } from '../../lib/library';
import { bundledPapers, seedsDigest } from '../../seeds';

/** In milliseconds: a question that starts the worker is answered by then. */
const LATER_MS = 200;

/** The worker. Every listener is registered at once: the browser starts it for an event and may stop it after any. */
export default defineBackground(() => {
  const library = createLibrary({
    name: 'manicule',
    seeds: { digest: seedsDigest(), papers: bundledPapers },
    now: Date.now,
    local: browser.storage.local,
    session: browser.storage.session,
    // Pages that are open ask anew.
    recovered() {
      void announce(library, []);
      asking.catchUp();
    },
    saved: () => asking.goOn(),
  });
  const packs = packsIn(library);
  const asking = askInBackground(library, packs);
  const { completion, harvester } = asking;
  // Whatever it was started for needs the database; an answer that needs it and cannot have it says why.
  library.prepare().catch(() => undefined);
  const fill = () => fillForPages(library).catch(() => undefined);
  // What nobody waits for comes after what somebody asks.
  setTimeout(() => {
    asking.goOn();
    void fill();
  }, LATER_MS);

  answerMessages({
    statuses: (ids) => library.statuses(ids),
    badgeLook: async () => badgeLook(),
    card: (request, sender) => showCard(library, request, { url: sender.url, tabId: sender.tab?.id }),
    making: ({ tab: tabId, ...request }, { url }) => showMaking(library, request, { url, tabId }),
    edit: ({ tab, ...edit }, sender) => makeEditInTab(library, edit, { url: sender.url, tabId: tab ?? sender.tab?.id }),
    importPapers: (batch) => importPapers(library, batch),
    health: () => library.health(),
    search: ({ query, limit }) => library.search(query, limit),
    rank: ({ query, limit }) => library.rank(query, limit),
    count: (phrase) => library.count(phrase),
    rows: (ids) => library.rows(ids),
    wholePapers: (ids) => library.wholePapers(ids),
    packs: async () => withHarvests(await library.packs.list(), await harvester.packs()),
    switchPack: ({ name, isOn }) => packs.switch(name, isOn),
    async removePack(name) {
      await harvester.forget(name);
      await packs.remove(name);
    },
    beginPack: (intake) => library.packs.begin(intake),
    addToPack: ({ intake, batch, papers }) => library.packs.add(intake, batch, papers),
    endPack: async (intake) => (await packs.end(intake)).outcome,
    cancelPack: (intake) => packs.cancel(intake),
    harvest: (request) => harvester.harvest(request),
    renewHarvest: (name) => harvester.renew(name),
    pauseHarvest: (name) => harvester.pause(name),
    resumeHarvest: (name) => harvester.resume(name),
    cancelHarvest: (name) => harvester.cancel(name),
    papersOnPage: (tabId) => papersOfTab(library, tabId),
    trace: (text) => library.trace(text),
    tracePage,
    showPassage: ({ tab, passage }) => showPassage(tab, passage),
    marked: (count, { tab }) => showCount(tab?.id, count),
    visited: (_, sender) => learnFromVisit(library, sender),
    completion: () => completion.state(),
  });

  listenToMenu(library);
  listenToAddressBar((query, limit) => library.search(query, limit), browser.runtime.getURL('/library.html'));
  void dressToolbar();
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (!tab) return;
    if (command === 'save-paper') await savePaperMeant(library, tab);
    if (command === 'trace-selection') await traceSelection(library, tab);
  });
  passOnChoices();
  // The worker is started with the browser, for the pages that wait.
  browser.runtime.onStartup.addListener(async () => {
    const clearedUp = harvester.intakes().then((intakes) => packs.clearUp(intakes));
    await Promise.all([fill(), clearedUp.catch(() => undefined)]);
  });
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    asking.catchUp();
    await Promise.all([createMenu(), reason === 'install' && welcome(library)]);
  });
});

/** Greets a person who begins; not one whose papers are there, or are being brought back. */
async function welcome(library: Library): Promise<void> {
  const { state, papers } = await library.health();
  if (state === 'fine' && papers === 0) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
