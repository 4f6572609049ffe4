/**
 * Where a person wants papers marked. Each choice lies in the browser's storage under a key of its own, so that making
 * one never undoes another; a choice that was not made is not there.
 */

/** The key of the choice to mark papers on arXiv's own pages only. */
export const ONLY_ARXIV = 'only-arxiv';

/** The key of the choice to leave a site alone. */
export const offKey = (host: string) => `off:${host}`;

/** Whether papers are marked on a site, by the choices that were made. */
export function isMarking(stored: Record<string, unknown>, site: { host: string; isArxiv: boolean }): boolean {
  return !stored[offKey(site.host)] && (site.isArxiv || !stored[ONLY_ARXIV]);
}
