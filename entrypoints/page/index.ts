import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isArxivHost } from '../../lib/arxiv/hosts';
import type { BadgeLook } from '../../lib/markup';
import { askWorker, hearWorker } from '../../lib/messages/page-messages';
import { MAX_SELECTION } from '../../lib/page/budgets';
import { loaded } from '../../lib/page/loading';
import { createReader } from '../../lib/page/reader';
import type { Tracer } from '../../lib/page/tracer';
import { type Marker, world } from '../../lib/page/world';
import { FOR_PAGES, isMarking, isTracing, ONLY_ARXIV, offKey, TRACE_EVERYWHERE, traceKey } from '../../lib/settings';
import { TITLES, type TitleTable } from '../../lib/titles/table';
import { Titles } from '../../lib/titles/titles';

/** The content script: on every page, so it does nothing but compose, and leaves what few pages need to other scripts. */
export default defineUnlistedScript(() => {
  const host = location.hostname;
  const shared = browser.storage[FOR_PAGES];
  let look: BadgeLook | undefined;
  let marker: Marker | undefined;
  let tracer: Tracer | undefined;
  const reader = createReader({
    async lookUp(ids) {
      const [statuses, badges] = await Promise.all([askWorker('statuses', ids), look ?? askWorker('badgeLook')]);
      look = badges;
      return statuses;
    },
    async loadMarks(knowledge, isAlive) {
      await load('marker');
      marker = world.createMarker?.({ knowledge, look: () => look as BadgeLook, isAlive }) as Marker;
      return marker.marks;
    },
    counted: (known) => askWorker('marked', known),
    isAlive: () => browser.runtime?.id !== undefined,
  });

  // A script that came here before, of the extension as it was before an update, leaves the page to this one.
  world.leaveToNext?.();
  world.leaveToNext = reader.stop;

  async function tracing(): Promise<Tracer> {
    const [marks] = await Promise.all([reader.loadMarks(), load('trace')]);
    return (tracer ??= world.traceWith?.(reader, marks) as Tracer);
  }

  /** Marks or not, as the person wants it here, with the titles that are known now. */
  async function follow(hasNewTitles: boolean): Promise<void> {
    await loaded();
    const stored = await shared.get([TITLES, ONLY_ARXIV, offKey(host), TRACE_EVERYWHERE, traceKey(host)]);
    const titles = stored[TITLES] as TitleTable | undefined;
    // Until the worker has put it there, nothing is known of what the person wants.
    const marks = !!titles && isMarking(stored, { host, isArxiv: isArxivHost(host) });
    if (!marks && reader.isReading()) reader.stop();
    if (marks && (hasNewTitles || !reader.isReading())) reader.start(new Titles(titles));
    const traces = marks && isTracing(stored, host);
    if (traces || tracer) (await tracing()).setByItself(traces);
  }

  shared.onChanged.addListener((changes) => {
    // In Firefox, the second copy of the library lies in the same place.
    if (!import.meta.env.FIREFOX || !('journal' in changes)) void follow(TITLES in changes);
  });
  hearWorker({
    statusesChanged({ ids, statuses }) {
      // Before the first answer there is no badge that could change, and nothing to make one of.
      if (look) reader.update(statuses, ids);
      marker?.updateCard();
    },
    async survey() {
      await follow(false);
      await tracer?.rest();
      const selection = `${getSelection()}`.slice(0, MAX_SELECTION);
      return { ...(await reader.survey()), selection, host, isMarking: reader.isReading() };
    },
    async notify(notice) {
      await reader.loadMarks();
      marker?.showNotice(notice);
    },
    traceHere: async (what) => (await tracing()).trace(what),
  });
  void follow(false);
});

/** Has another script of ours run beside this one. It is loaded once. */
function load(name: 'marker' | 'trace'): Promise<unknown> {
  return import(/* @vite-ignore */ browser.runtime.getURL(`/${name}.js` as '/trace.js'));
}
