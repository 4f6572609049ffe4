import { arxivAddress } from '../../arxiv/identifier';
import type { Paper } from '../../paper';
import { titleOf } from '../publication';

/** A link to a paper in Markdown, its title as the text. Signs that mean something to Markdown are escaped. */
export function markdownLink(paper: Paper): string {
  const title = titleOf(paper).replace(/[\\`*_[\]<>&|~$]/g, String.raw`\$&`);
  return `[${title}](${arxivAddress(paper.id, 'abs')})`;
}
