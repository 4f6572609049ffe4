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
const MIRRORS = [
  'ar5iv.org',
  'alphaxiv.org',
  'huggingface.co',
  'hf.co',
  'scirate.com',
  'semanticscholar.org',
  'inspirehep.net',
  'emergentmind.com',
  'catalyzex.com',
];
const DBLP = ['dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'];

/** Every way of a site to name papers: to add one, add its row or name here, and its case to the test beside this. */
export const HOSTS: readonly Host[] = [
  // arXiv, its mirrors and ar5iv's home under it: the pages and files of one paper.
  {
    sites: ARXIV,
    names: /^\/+(?:abs|pdf|html|ps|dvi|format|src|e-print|tb|bibtex|audio|refs|cits|trackback)\/+(.+)/,
  },
  // ps and pdf files as they lay in arXiv's file tree: /ftp/ARCHIVE/papers/YYMM/NUMBER.pdf
  { sites: ARXIV, names: /^\/ftp\/arxiv\/papers\/\d{4}\/(\d{4}\.\d+.*)/ },
  { sites: ARXIV, names: /^\/ftp\/([a-z-]+\/papers\/\d{4}\/\d{7}.*)/, read: idFromFileTree },
  // Sites that show or discuss the papers of arXiv, each paper behind one word of the path.
  {
    sites: MIRRORS,
    names: /^\/(?:api\/)?(?:abs|pdf|html|overview|forum|audio|resources|papers?|redirect|arxiv)[/:](.+)/i,
  },
  { sites: ['doi.org'], names: /^\/+10\.48550\/arxiv\.(.+)/i },
  { sites: ['adsabs.harvard.edu'], names: /^\/abs\/(arxiv:.+)/i },
  { sites: ['adsabs.harvard.edu'], names: /^\/abs\/([^/?#]+)/, read: idFromBibcode },
  {
    sites: DBLP,
    names: /^\/rec\/(?:[a-z]+\/)?journals\/corr\/abs-([\w-]+)/,
    read: idFromDblpKey,
  },
];

/** Addresses (host and path) that lead on to another, which they carry in one of the parameters below. */
export const REDIRECTS: readonly RegExp[] = [
  /^(?:www\.)?google\.[a-z.]+\/url$/,
  /^lm?\.facebook\.com\/l\.php$/,
  /^slack-redir\.net\/link$/,
  /^[a-z0-9-]+\.safelinks\.protection\.outlook\.com\/$/,
];
export const REDIRECT_PARAMETERS: readonly string[] = ['url', 'q', 'u'];

/** `hep-th/papers/9901/9901001.pdf` is `hep-th/9901001`. */
function idFromFileTree(part: string): ArxivId | undefined {
  return idFromPath(part.replace(/\/papers\/\d{4}/, ''));
}

/** DBLP writes dots and slashes as hyphens: `2301-01234`, `hep-th-9901001`. */
function idFromDblpKey(part: string): ArxivId | undefined {
  return idFromPath(part.replace(/^(\d{4})-/, '$1.')) ?? idFromPath(part.replace(/-(?=\d{7}$)/, '/'));
}

/** The domain names of all sites, some of them more than once. */
export const SITES: readonly string[] = HOSTS.flatMap(({ sites }) => sites);

/** Whether a host name, lower-case, is one of these domains or lies under one. */
export function isOn(hostname: string, sites: readonly string[]): boolean {
  return sites.some((site) => hostname === site || hostname.endsWith(`.${site}`));
}

/** Whether a host name is one of arXiv's own, where every paper is worth a mark. */
export function isArxivHost(hostname: string): boolean {
  return isOn(hostname, ARXIV);
}
