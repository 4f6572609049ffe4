import type { PaperId } from '../paper';
import type { PageFacts } from '../paper-facts';
import { readAbstractPage } from './abstract-page';
import { readHtmlPaper } from './html-paper';
import { readListing } from './listing';
import { readSearchOf2005 } from './search-2005';
import { readSearchResults } from './search-results';

/** Reads what a page of one kind says of papers; where there are many, of those that are wanted. */
type Reader = (page: Document, address: string, wanted: ReadonlySet<PaperId>) => PageFacts[];

/** The kinds of pages that say something of papers, by the path of their address. */
const READERS: readonly { path: RegExp; read: Reader }[] = [
  { path: /^\/abs\//, read: readAbstractPage },
  { path: /^\/(?:list|catchup|a)\//, read: readListing },
  { path: /^\/search(?:\/|$)/, read: readSearchResults },
  { path: /^\/find\//, read: readSearchOf2005 },
  { path: /^\/html\//, read: readHtmlPaper },
];

/** How a page is marked that Google or Chromium has translated: it does not say what the authors wrote. */
const TRANSLATED = '.translated-ltr, .translated-rtl';

/** What one of arXiv's pages says of these papers; nothing of those that it does not name. */
export function readFacts(page: Document, address: string, ids: readonly PaperId[]): PageFacts[] {
  if (page.documentElement.matches(TRANSLATED)) return [];
  const { pathname } = new URL(address);
  const wanted = new Set(ids);
  const reader = READERS.find(({ path }) => path.test(pathname));
  return reader?.read(page, address, wanted).filter(({ id }) => wanted.has(id)) ?? [];
}
