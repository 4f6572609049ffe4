import { arxivAddress } from '../../arxiv/identifier';
import type { Paper } from '../../paper';
import { encodeLatex } from '../latex/encode';
import { nameFrom, partsOf } from '../names';
import { publicationOf, publishedOf, titleOf } from '../publication';
import { onOneLine } from '../text';
import { keyOf } from './key';
import { MONTHS } from './months';

/** A field and its value as BibTeX has it, delimiters included. */
export type Field = readonly [name: string, value: string];

const TYPES = { article: 'article', conference: 'inproceedings', preprint: 'misc' } as const;
const VENUES = { article: 'journal', conference: 'booktitle', preprint: '' } as const;

/**
 * The BibTeX entry by which a paper is cited. LaTeX takes it as it is, whether BibTeX or biber reads it. The title
 * stands in two pairs of braces: no style changes its capitals, nor the commands of its formulas.
 */
export function bibtexEntry(paper: Paper, key = keyOf(paper), more: readonly Field[] = []): string {
  const publication = publicationOf(paper);
  const [year, month] = publishedOf(paper);
  const fields: Field[] = [
    ['title', `{{${encodeLatex(titleOf(paper))}}}`],
    inBraces('author', paper.authors.map(onOneLine).filter(Boolean).map(nameInBibtex).join(' and ')),
    inBraces(VENUES[publication], encodeLatex(onOneLine(paper.venue ?? ''))),
    inBraces('year', year),
    ['month', MONTHS[Number(month) - 1] ?? ''],
    inBraces('doi', asAddress(onOneLine(paper.doi ?? ''))),
    inBraces('eprint', paper.id),
    inBraces('archivePrefix', 'arXiv'),
    inBraces('primaryClass', encodeLatex(onOneLine(paper.category ?? ''))),
    inBraces('url', arxivAddress(paper.id, 'abs')),
    ...more,
  ];
  const lines = fields
    .filter(([name, value]) => name && value && value !== '{}')
    .map(([name, value]) => `  ${name} = ${value}`);
  return `@${TYPES[publication]}{${key},\n${lines.join(',\n')}\n}\n`;
}

/** A field whose value is LaTeX already. */
export function inBraces(name: string, latex: string): Field {
  return [name, `{${latex}}`];
}

/** As BibTeX sorts it: `van der Berg, Jr., Jan`; a name that is not taken apart stands in braces. */
function nameInBibtex(author: string): string {
  const name = partsOf(author);
  // BibTeX takes the word for the end of a name, unless it stands in braces.
  if ('whole' in name || /\band\b/i.test(author)) return `{${encodeLatex(author)}}`;
  const family = nameFrom({ particle: name.particle, family: name.family });
  const [last = '', ...rest] = [family, name.suffix, name.given].filter(Boolean).map(encodeLatex);
  // Without a particle, small letters would be taken for one.
  return [!name.particle && /^\p{Ll}/u.test(family) ? `{${last}}` : last, ...rest].join(', ');
}

/** A DOI is no LaTeX: what must not stand in a field is escaped as addresses do it. */
function asAddress(doi: string): string {
  return doi.replace(/[%{}\\\s]/g, encodeURIComponent);
}
