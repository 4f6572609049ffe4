import { HOSTS, isOn, REDIRECT } from './hosts';
import type { ArxivId } from './identifier';
import { idFromPath } from './path';

/** What every link to a paper holds, in whatever form. A link without it needs no further look. */
const POSSIBLE = /\d{4}(?:[.-]|%(?:25)*2e)?\d{3}/i;

/** Whether a link could name a paper at all: one quick look that spares nearly every link of a page the rest. */
export function mayNamePaper(href: string): boolean {
  return POSSIBLE.test(href);
}

/** A redirect within a redirect is followed; a chain longer than this is nobody's honest link. */
const MAX_REDIRECTS = 3;

/** The address to which a redirect leads. Some end it with two underscores. */
const TARGET = /https?:(?:(?!__).)+/i;

/**
 * Reads which paper a link names, by its host, path, query and fragment alone: nothing is fetched.
 *
 * @param href as it stands in the page: absolute, relative to `base`, or without a scheme.
 * @param base the address of the page, for relative links.
 * @returns undefined for links to anything but one paper. Never throws.
 */
export function idFromLink(href: string, base?: string): ArxivId | undefined {
  return follow(href, base, MAX_REDIRECTS);
}

function follow(href: string, base: string | undefined, redirectsLeft: number): ArxivId | undefined {
  const address = parse(href, base);
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  const { hostname, pathname, search, hash } = address;
  const host = hostname.replace(/\.$/, '');
  const rest = decode(pathname + search + hash);
  for (const { sites, names, read = idFromPath } of HOSTS) {
    if (!isOn(host, sites)) continue;
    const [, part] = names.exec(rest) ?? [];
    const id = part && read(part);
    if (id) return id;
  }
  if (redirectsLeft === 0 || !REDIRECT.test(host + pathname)) return undefined;
  const [target = ''] = TARGET.exec(rest) ?? [];
  return follow(target, undefined, redirectsLeft - 1);
}

/** An address in its parts; undefined for what is none. To ask first whether it is one would take as long again. */
function parse(href: string, base: string | undefined): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

/** Percent escapes of ASCII undone, those that were escaped again included; any other is left as it is. */
function decode(text: string): string {
  return text.replace(/%(?:25)*([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
