import type { Site } from '../../components/site';
import { isArxivHost } from '../../lib/arxiv/hosts';
import { isMarking, offKey, ONLY_ARXIV } from '../../lib/settings';

/** What a person has chosen for the site of this name; undefined as long as that has not been read. */
export function siteOf(host: string, stored: Record<string, unknown>): Site | undefined {
  if (!(offKey(host) in stored)) return undefined;
  const isArxiv = isArxivHost(host);
  if (isMarking(stored, { host, isArxiv })) return { host, marking: 'on' };
  return { host, marking: stored[ONLY_ARXIV] && !isArxiv ? 'only-arxiv' : 'off' };
}
