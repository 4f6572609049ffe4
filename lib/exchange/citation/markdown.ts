import { arxivAddress } from '../../arxiv/identifier';
import { nameOf, type Paper } from '../../paper';
import { onOneLine } from '../text';

/** A link to a paper in Markdown, its title as the text. Signs that mean something to Markdown are escaped. */
export function markdownLink(paper: Paper): string {
  const title = onOneLine(nameOf(paper)).replace(/[\\`*_[\]<>&|~$]/g, String.raw`\$&`);
  return `[${title}](${arxivAddress(paper.id, 'abs')})`;
}
