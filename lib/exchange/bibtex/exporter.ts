import { extrasOf } from '../extras';
import type { Exporter } from '../format';
import { encodeLatex } from '../latex/encode';
import { inLines, onOneLine } from '../text';
import { bibtexEntry, inBraces } from './entry';
import { keysOf } from './key';

/** The end of a line before one that readers would take for an entry or a field: they think the text was not closed. */
const LIKE_BIBTEX = /\n(?=[^\S\n]*(?:@|\w+\s*=))/g;

/**
 * BibTeX. It carries a paper's id, title, authors, abstract, venue, DOI and categories, tags (`keywords`), note
 * (`annote`, which the common styles do not print), and the extras as fields of their own.
 */
export const bibtexExporter: Exporter = {
  name: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  *write(papers) {
    const keys = keysOf(papers.map(({ paper }) => paper));
    for (const kept of papers) {
      const { paper, record } = kept;
      const entry = bibtexEntry(paper, keys.get(paper.id), [
        inBraces('abstract', encodeLatex(onOneLine(paper.abstract ?? ''))),
        inBraces('keywords', (record?.tags ?? []).map(onOneLine).filter(Boolean).map(keyword).join(', ')),
        inBraces('annote', encodeLatex(inLines(record?.note ?? '')).replace(LIKE_BIBTEX, '\n{}')),
        ...extrasOf(kept).map(([name, text]) => inBraces(name, encodeLatex(text))),
      ]);
      yield `${entry}\n`;
    }
  },
};

/** A tag with a sign in it that separates tags is kept together by braces. */
function keyword(tag: string): string {
  const latex = encodeLatex(tag);
  return /[,;]/.test(tag) ? `{${latex}}` : latex;
}
