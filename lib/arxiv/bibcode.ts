import { type ArxivId, parseId } from './identifier';

/** An ADS bibcode of a preprint as a regular expression source: four digits of year, `arXiv`, the id without its dot. */
export const BIBCODE_FORM = String.raw`\d{4}arXiv(?:\d{4}\.\d{4}|\d{9})[A-Z.](?!\w)`;

const LEADING_BIBCODE = new RegExp(`^${BIBCODE_FORM}`, 'i');

/**
 * Reads the id out of the ADS bibcode with which a text begins, `2023arXiv230101234S` or `2009arXiv0901.0512T`.
 * Bibcodes are 19 letters long: an id of nine digits leaves no room for its dot.
 */
export function idFromBibcode(text: string): ArxivId | undefined {
  const [bibcode = ''] = LEADING_BIBCODE.exec(text) ?? [];
  return parseId(bibcode.slice(9, -1).replace(/^(\d{4})(?=\d{5})/, '$1.'));
}
