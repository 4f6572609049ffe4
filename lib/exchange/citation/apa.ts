import type { Paper } from '../../paper';
import { nameFrom, partsOf } from '../names';
import { publishedOf, titleOf } from '../publication';
import { onOneLine } from '../text';

/** How many authors are listed in full; of more, the first nineteen and the last. */
const MOST_AUTHORS = 20;

/**
 * A reference in the style of the American Psychological Association's Publication Manual (7th edition, chapter 9), as
 * plain text: without its italics, and with the title's capitals as they are.
 */
export function apaCitation(paper: Paper): string {
  const authors = authorsInApa(paper.authors.map(onOneLine).filter(Boolean));
  const title = titleOf(paper);
  const [year] = publishedOf(paper);
  const where = paper.venue
    ? [sentence(title), sentence(onOneLine(paper.venue))]
    : [title.includes(paper.id) ? `${title}.` : `${title} (arXiv:${paper.id}).`, 'arXiv.'];
  const address = `https://doi.org/${paper.doi ?? `10.48550/arXiv.${paper.id}`}`;
  // Where nobody is named, the title stands in the place of the authors.
  const [first = '', ...rest] = authors ? [sentence(authors), ...where] : where;
  return [first, `(${year}).`, ...rest, address].join(' ');
}

/** A text with the full stop that ends it, unless it ends with a sign of its own. */
function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function authorsInApa(authors: readonly string[]): string {
  const names = authors.map(nameInApa);
  const last = names.pop() ?? '';
  if (names.length === 0) return last;
  if (names.length >= MOST_AUTHORS) return `${names.slice(0, MOST_AUTHORS - 1).join(', ')}, . . . ${last}`;
  return `${names.join(', ')}, & ${last}`;
}

/** `van der Berg, J.-P., Jr.` */
function nameInApa(author: string): string {
  const name = partsOf(author);
  if ('whole' in name) return name.whole;
  const given = name.given
    .split(/ |(?<=\.)(?=\p{L})/u)
    .map(initialOf)
    .join(' ');
  return [nameFrom({ particle: name.particle, family: name.family }), given, name.suffix].filter(Boolean).join(', ');
}

/** `J.-P.` of `Jean-Paul`. */
function initialOf(word: string): string {
  return word.replace(/(^|-)(\p{L}\p{M}*)[^-]*/gu, '$1$2.');
}
