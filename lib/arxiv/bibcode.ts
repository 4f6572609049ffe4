import { type ArxivId, parseId } from './identifier';

/** An ADS bibcode of a preprint as a regular expression source: four digits of year, `arXiv`, the id without its dot. */
export const BIBCODE_FORM = String.raw`\d{4}arXiv(?:\d{4}\.\d{4}|\d{9})[A-Z.]`;

const BIBCODE = /^\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z.]$/i;

/**
 * Reads the id out of an ADS bibcode, `2023arXiv230101234S` or `2009arXiv0901.0512T`. Bibcodes are 19 letters long:
 * an id of nine digits leaves no room for its dot.
 */
export function idFromBibcode(bibcode: string): ArxivId | undefined {
  const [, yymm, number] = BIBCODE.exec(bibcode) ?? [];
  return yymm === undefined ? undefined : parseId(`${yymm}.${number}`);
}
