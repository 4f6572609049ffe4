import { HOSTS, isOn, REDIRECT_PARAMETERS, REDIRECTS } from './hosts';
import type { ArxivId } from './identifier';
import { idFromPath } from './path';

/** What every link to a paper holds, in whatever form. A link without it needs no further look. */
const POSSIBLE = /\d{4}[.-]?\d{3}/;

/** Whether a link could name a paper at all: one quick look that spares nearly every link of a page the rest. */
export function mayNamePaper(href: string): boolean {
  return POSSIBLE.test(href);
}

/** A redirect within a redirect is followed; a chain longer than this is nobody's honest link. */
const MAX_REDIRECTS = 3;

/**
 * Reads which paper a link names, by its host and path alone: nothing is fetched.
 *
 * @param href as it stands in the page: absolute, relative to `base`, or without a scheme.
 * @param base the address of the page, for relative links.
 * @returns undefined for links to anything but one paper. Never throws.
 */
export function idFromLink(href: string, base?: string): ArxivId | undefined {
  return follow(href, base, MAX_REDIRECTS);
}

function follow(href: string, base: string | undefined, redirectsLeft: number): ArxivId | undefined {
  const url = parseUrl(href, base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const hostname = url.hostname.replace(/\.$/, '');
  const rest = decode(url.pathname + url.search);
  for (const { sites, names, read } of HOSTS) {
    if (!isOn(hostname, sites)) continue;
    const part = names.exec(rest)?.[1];
    const id = part === undefined ? undefined : (read ?? idFromPath)(part);
    if (id) return id;
  }
  if (redirectsLeft === 0 || !REDIRECTS.some((redirect) => redirect.test(hostname + url.pathname))) return undefined;
  const targets = REDIRECT_PARAMETERS.map((name) => url.searchParams.get(name));
  return follow(targets.find((target) => target !== null) ?? '', undefined, redirectsLeft - 1);
}

function parseUrl(href: string, base: string | undefined): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

/** Percent escapes undone; a text with a malformed one comes back as it was. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
