/**
 * What a person has chosen: where papers are marked, where pages are traced by themselves, and whether arXiv is asked
 * about papers. Each choice lies in the browser's storage under a key of its own, so that making one never undoes
 * another; a choice that was not made is not there.
 */

/** The key of the choice to mark papers on arXiv's own pages only. */
export const ONLY_ARXIV = 'only-arxiv';

/** The key of the choice to leave a site alone. */
export const offKey = (host: string) => `off:${host}`;

/** The key of the choice to have the pages of all sites traced by themselves. */
export const TRACE_EVERYWHERE = 'trace-everywhere';

/** The key of the choice to have the pages of a site traced by themselves. */
export const traceKey = (host: string) => `trace:${host}`;

/** The key of the choice to have arXiv asked about papers that are saved. */
export const ASK_ARXIV = 'ask-arxiv';

/** The key of the choice to have it asked no more for now. */
export const ASKING_STOPPED = 'asking-stopped';

/** Whether papers are marked on a site, by the choices that were made. */
export function isMarking(stored: Record<string, unknown>, site: { host: string; isArxiv: boolean }): boolean {
  return !stored[offKey(site.host)] && (site.isArxiv || !stored[ONLY_ARXIV]);
}

/** Whether the pages of a site, if papers are marked there, are traced by themselves. */
export function isTracing(stored: Record<string, unknown>, host: string): boolean {
  return !!(stored[TRACE_EVERYWHERE] || stored[traceKey(host)]);
}

/** Whether a key is that of a choice that pages follow. */
export function isChoice(key: string): boolean {
  return (
    key === ONLY_ARXIV || key === TRACE_EVERYWHERE || [offKey(''), traceKey('')].some((begin) => key.startsWith(begin))
  );
}

/**
 * The part of the browser's storage that the script in every page reads, without waking the worker: in it lie copies of
 * the choices and the table of titles, and nothing that a page should not know. In Firefox, which lets scripts in pages
 * read all of `local` and nothing else, it is that.
 */
export const FOR_PAGES = import.meta.env.FIREFOX ? 'local' : 'session';
