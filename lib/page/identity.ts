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
  /** Whether papers are named by their titles alone: on arXiv's own pages only where a paper names others. */
  hasTitles: boolean;
  /** The paper that the page is about, where its address names one. */
  paper: PaperId | undefined;
}

export function identify({ href, hostname } = location): PageIdentity {
  const isArxiv = isArxivHost(hostname);
  const paper = idFromLink(href)?.id;
  return { address: href, isArxiv, hasTitles: !isArxiv || paper !== undefined, paper };
}

/**
 * The title of the page as a mention of the paper it is about; undefined where it has no heading. Such a page names its
 * paper in twenty places; the one badge that speaks of the page as a whole stands here.
 */
export function mentionInTitle(id: PaperId, isArxiv: boolean): PageMention | undefined {
  // arXiv's headings say other things too: the name of the archive, or that there is no such paper.
  const [heading] = queryAll(root(), isArxiv ? 'h1.title, h1.ltx_title_document' : 'h1');
  const text = heading && lastText(heading);
  return text && { id, at: { text, start: 0, end: text.data.trimEnd().length }, kind: 'named' };
}
