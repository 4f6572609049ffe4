import { idFromBibcode } from './bibcode';
import type { ArxivId } from './identifier';
import { idFromPath } from './path';

/** A site whose addresses name papers. */
export interface Host {
  /** Its domain names; their subdomains count too. */
  sites: readonly string[];
  /** Finds the part of path, query and fragment, percent escapes undone, that names the paper, as its first group. */
  names: RegExp;
  /** Reads the id out of that part: where it begins with it, `idFromPath` does. */
  read?: (part: string) => ArxivId | undefined;
}

/** arXiv, the mirrors that had names of their own, and its pages as Google Translate shows them. */
export const ARXIV: readonly string[] = [
  'arxiv.org',
  'xxx.lanl.gov',
  'xxx.itp.ac.cn',
  'xxx.uni-augsburg.de',
  'arxiv-org.translate.goog',
];

/** Sites that show or discuss the papers of arXiv. */
const READERS = [
  'ar5iv.org',
  'alphaxiv.org',
  'huggingface.co',
  'hf.co',
  'scirate.com',
  'semanticscholar.org',
  'inspirehep.net',
  'emergentmind.com',
  'catalyzex.com',
  'arxiv-vanity.com',
  'papers.cool',
  'papers.labml.ai',
  'paperswithcode.co',
  'identifiers.org',
  // The front wrote math/0305049 as 0305.5049, which is no id: those of this form begin with 0704.
  'front.math.ucdavis.edu',
];

/** Every way of a site to name papers: to add one, add its row or name here, and its case to the test beside this. */
export const HOSTS: readonly Host[] = [
  // Where a part of the path begins with the id: /abs/ID, /pdf/ID.pdf, /src/ID/anc/FILE, /arxiv:ID, /zh/overview/ID
  { sites: [...ARXIV, ...READERS], names: /^[^?#]*?[/:\s](\d{4}\.\d.*|[a-z.-]+\/+\d{7}.*)/i },
  // Where archive and number stand apart: /abs/hep-th?papernum=9901001, /ftp/hep-th/papers/9901/9901001.pdf
  {
    sites: ['arxiv.org'],
    names: /^\/\w+\/([a-z.-]+(?:\/[a-z]+\/\d{4}\/|\?(?:papernum=)?)\d{7}.*)/i,
    read: (part) => idFromPath(part.replace(/\/[a-z]+\/\d{4}\/|\?\D*/, '/')),
  },
  { sites: ['doi.org'], names: /\/10\.48550\/(arxiv\..+)/i },
  // ADS now and then: /abs/BIBCODE, /#abs/arXiv:ID, /link_gateway/BIBCODE/EPRINT_PDF, /cgi-bin/bib_query?arXiv:ID
  {
    sites: ['adsabs.harvard.edu'],
    names: /[/?=](\d*arxiv.+)/i,
    read: (part) => idFromBibcode(part) ?? idFromPath(part),
  },
  // Where a parameter is the id: /prevnext?id=ID, /scholar_lookup?arxiv_id=ID, /literature?q=arxiv:ID
  {
    sites: ['arxiv.org', 'inspirehep.net', 'scholar.google.com'],
    names: /[?&](?:arxiv_id|id|doi|[pq])=(?:find.)?(?:eprint.|10\.48550\/)?(.+)/i,
  },
  // DBLP writes dots and slashes as hyphens: abs-2301-01234, abs-hep-th-9901001, cs-CL-0306050
  {
    sites: ['dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'],
    names: /^\/rec\/(?:\w+\/)?journals\/corr\/(?:abs-)?([\w-]+)/,
    read: (part) =>
      idFromPath(
        part
          .replace(/^(\d{4})-/, '$1.')
          .replace(/-(?=\d{7}$)/, '/')
          .replace(/-(?=[A-Z]{2}\/)/, '.'),
      ),
  },
];

/** Where addresses begin (domain and path) that lead on to another, which they carry in their path or query. */
export const REDIRECTS: readonly string[] = [
  'arxiv.org/ct',
  'google.(?:com?.)?[a-z]{2,3}/(?:scholar_)?url',
  'l.facebook.com/',
  'lm.facebook.com/',
  'l.instagram.com/',
  'slack-redir.net/',
  'safelinks.protection.outlook.com/',
  'linkedin.com/redir/',
  'linkedin.com/safety/',
  'out.reddit.com/',
  'youtube.com/redirect',
  'duckduckgo.com/l/',
  'r.search.yahoo.com/',
  'link.zhihu.com/',
  'link.juejin.cn/',
  'link.csdn.net/',
  'researchgate.net/deref/',
  'r.jina.ai/',
  'web.archive.org/web/',
  'urldefense.com/v3/',
];

/** The domain names of all sites, some of them more than once. */
export const SITES: readonly string[] = HOSTS.flatMap(({ sites }) => sites);

/** The beginning of every address, without its scheme, that leads on to another. */
export const REDIRECT = new RegExp(`^(?:[\\w-]+\\.)*(?:${REDIRECTS.join('|').replaceAll('.', '\\.')})`);

/** Whether a host name, lower-case, is one of these domains or lies under one. */
export function isOn(hostname: string, sites: readonly string[]): boolean {
  return sites.some((site) => hostname === site || hostname.endsWith(`.${site}`));
}

/** Whether a host name is one of arXiv's own, where every paper is worth a mark. */
export function isArxivHost(hostname: string): boolean {
  return isOn(hostname, ARXIV);
}
