import type { ArxivId } from './identifier';
import { idFromBibcode } from './bibcode';
import { idFromPath } from './path';

/** A site whose addresses name papers. */
export interface Host {
  /** Its domain names; their subdomains count too. */
  sites: readonly string[];
  /** Finds the part of path and query, percent escapes undone, that names the paper, as its first group. */
  names: RegExp;
  /** Reads the id out of that part: where it begins with it, `idFromPath` does. */
  read?: (part: string) => ArxivId | undefined;
}

const ARXIV = ['arxiv.org', 'xxx.lanl.gov'];
const DBLP = ['dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'];

/** Every site, one row each: to add one, add its row here and its case to `tests/unit/arxiv/link.test.ts`. */
export const HOSTS: readonly Host[] = [
  // arXiv, its mirrors and ar5iv's home under it: the pages and files of one paper.
  {
    sites: ARXIV,
    names:
      /^\/+(?:abs|pdf|html|ps|dvi|format|src|e-print|tb|bibtex|audio|refs|cits|trackback|auth\/show-endorsers|show-email\/[^/]+)\/+(.+)/,
  },
  // ps and pdf files as they lay in arXiv's file tree: /ftp/ARCHIVE/papers/YYMM/NUMBER.pdf
  { sites: ARXIV, names: /^\/ftp\/arxiv\/papers\/\d{4}\/(\d{4}\.\d+.*)/ },
  { sites: ARXIV, names: /^\/ftp\/([a-z-]+\/papers\/\d{4}\/\d{7}.*)/, read: idFromFileTree },
  { sites: ARXIV, names: /^\/prevnext\?(?:.*&)?id=([^&]+)/ },
  { sites: ARXIV, names: /^\/abs\/([a-z-]+\?(?:papernum=)?\d{7})/, read: idFromPaperNumber },
  { sites: ['ar5iv.org'], names: /^\/(?:abs|html|pdf)\/(.+)/ },
  { sites: ['alphaxiv.org'], names: /^\/(?:abs|pdf|html|overview|forum|audio|resources)\/(.+)/ },
  { sites: ['huggingface.co', 'hf.co'], names: /^\/papers\/(\d.+)/ },
  { sites: ['doi.org'], names: /^\/+10\.48550\/arxiv\.(.+)/i },
  { sites: ['scirate.com'], names: /^\/arxiv\/(.+)/ },
  { sites: ['semanticscholar.org'], names: /^\/arxiv[/:](.+)/i },
  { sites: ['adsabs.harvard.edu'], names: /^\/abs\/(arxiv:.+)/i },
  { sites: ['adsabs.harvard.edu'], names: /^\/abs\/([^/?#]+)/, read: idFromBibcode },
  { sites: ['inspirehep.net'], names: /^\/(?:api\/)?arxiv\/(.+)/i },
  {
    sites: DBLP,
    names: /^\/rec\/(?:[a-z]+\/)?journals\/corr\/abs-([\w-]+)/,
    read: idFromDblpKey,
  },
  { sites: ['emergentmind.com'], names: /^\/papers\/(.+)/ },
  { sites: ['catalyzex.com'], names: /^\/(?:paper|redirect)\/(arxiv:.+)/i },
];

/** Sites that lead on to an address which they carry in a parameter. */
export const REDIRECTS: readonly { host: RegExp; path: RegExp; parameters: readonly string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /^(?:lm?\.)facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ['url'] },
  { host: /^(?:[a-z0-9-]+\.)*safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url'] },
];

/** `hep-th/papers/9901/9901001.pdf` is `hep-th/9901001`. */
function idFromFileTree(part: string): ArxivId | undefined {
  return idFromPath(part.replace(/\/papers\/\d{4}/, ''));
}

/** `hep-th?papernum=9901001` and `hep-th?9901001` are `hep-th/9901001`. */
function idFromPaperNumber(part: string): ArxivId | undefined {
  return idFromPath(part.replace(/\?(?:papernum=)?/, '/'));
}

/** DBLP writes dots and slashes as hyphens: `2301-01234`, `hep-th-9901001`. */
function idFromDblpKey(part: string): ArxivId | undefined {
  return idFromPath(part.replace(/^(\d{4})-/, '$1.')) ?? idFromPath(part.replace(/-(?=\d{7}$)/, '/'));
}

/** The domain names of all sites, for those who must list them. */
export const SITES: readonly string[] = [...new Set(HOSTS.flatMap(({ sites }) => sites))];

/** Whether a host name, lower-case, is one of these domains or lies under one. */
export function isOn(hostname: string, sites: readonly string[]): boolean {
  return sites.some((site) => hostname === site || hostname.endsWith(`.${site}`));
}

/** Whether a host name is one of arXiv's own, where every paper is worth a mark. */
export function isArxivHost(hostname: string): boolean {
  return isOn(hostname, ARXIV);
}
