import type { Paper } from '../../paper';
import { bibtexEntry } from '../bibtex/entry';
import { apaCitation } from './apa';
import { markdownLink } from './markdown';

/** A way to cite a paper, as it goes to the clipboard. */
export interface CitationStyle {
  /** As a person chooses it. */
  name: string;
  cite: (paper: Paper) => string;
}

/** Every way: to add one, add its row. */
export const CITATION_STYLES: readonly CitationStyle[] = [
  { name: 'BibTeX', cite: (paper) => bibtexEntry(paper) },
  { name: 'APA', cite: apaCitation },
  { name: 'Markdown link', cite: markdownLink },
];
