import { foldValue, plainValue } from './demands';
import { type Piece, piecesOf } from './pieces';

/** A filter to be chosen with one value: what a facet stands for. */
export interface Choice {
  /** Of a filter. */
  name: string;
  value: string;
}

/** Whether a query that is being typed has a filter, however its case and quotation marks are written. */
export function hasFilter(text: string, choice: Choice): boolean {
  return piecesOf(text).some((piece) => says(piece, choice));
}

/**
 * A query with a filter added, unless it has it. It goes before all that is typed: there no quotation mark that is still
 * open can take it in, and it does not stand in the way of typing on.
 */
export function withFilter(text: string, choice: Choice): string {
  return hasFilter(text, choice) ? text : `${written(choice)} ${text}`;
}

/** A query without a filter and the space that parted it from the rest, which stays as it is typed. */
export function withoutFilter(text: string, choice: Choice): string {
  return piecesOf(text)
    .filter((piece) => says(piece, choice))
    .reduceRight((rest, { start, source }) => without(rest, start, start + source.length), text);
}

/** The values that a query asks for with a filter, as they are written. */
export function valuesIn(text: string, filter: string): string[] {
  return piecesOf(text)
    .filter(({ isNegated, name, quotes }) => !isNegated && quotes !== 'open' && name?.toLowerCase() === filter)
    .map(({ value }) => value);
}

/** A query without any value of a filter. */
export function withoutValues(text: string, name: string): string {
  return valuesIn(text, name).reduce((rest, value) => withoutFilter(rest, { name, value }), text);
}

function says({ isNegated, name, value, quotes }: Piece, choice: Choice): boolean {
  const isFilter = !isNegated && quotes !== 'open' && name?.toLowerCase() === choice.name;
  return isFilter && foldValue(value) === foldValue(choice.value);
}

function written({ name, value }: Choice): string {
  const plain = plainValue(value);
  return `${name}:${/\s/u.test(plain) ? `"${plain}"` : plain}`;
}

/** The space after a piece goes with it; where it was the last, the space before it. */
function without(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  return after === '' ? before.replace(/\s$/u, '') : before + after.replace(/^\s/u, '');
}
