import { isArxivHost } from '../arxiv/hosts';
import { idFromLink } from '../arxiv/link';
import type { PaperId } from '../paper';
import { queryAll, root } from './dom';
import type { PageMention } from './mention';
import { lastText } from './places';

/** What a page's address says of it. */
export interface PageIdentity {
  address: string;
  /** On arXiv's own pages every paper is worth a mark, also one that nobody keeps. */
  isArxiv: boolean;
  /** Whether papers are named by their titles alone: on arXiv's own pages only among the references of a paper. */
  hasTitles: boolean;
  /** The paper that the page is about, where its address names one. */
  paper: PaperId | undefined;
}

export function identify({ href, hostname, pathname } = location): PageIdentity {
  const isArxiv = isArxivHost(hostname);
  return {
    address: href,
    isArxiv,
    hasTitles: !isArxiv || pathname.startsWith('/html/'),
    paper: idFromLink(href)?.id,
  };
}

/** The title of the page as a mention of the paper it is about; undefined where it has no heading. */
export function mentionInTitle(id: PaperId): PageMention | undefined {
  const text = titleOfPage();
  return text && { id, at: { text, start: 0, end: text.data.trimEnd().length }, kind: 'named' };
}

/** Where the title of a page's own paper stands: on arXiv's abstract pages, in its HTML papers, elsewhere. */
const HEADINGS = ['h1.title', 'h1.ltx_title_document', 'h1'];

/**
 * The last text of the heading that stands for the page's own paper. Such a page names its paper in twenty places; the
 * one badge that speaks of the page as a whole stands here.
 */
function titleOfPage(): Text | undefined {
  for (const selector of HEADINGS) {
    const [heading] = queryAll(root(), selector);
    const text = heading && lastText(heading);
    if (text) return text;
  }
  return undefined;
}
