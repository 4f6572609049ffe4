import type { Paper } from '../../paper';
import { FILTERS } from '../query/filters';

/** Texts are parted into words where there is one, so that no word has it. */
const MARK = '\n';

/** The beginning of the terms that stand for the values of a filter. */
export function attributesOf(filter: string): string {
  return `${MARK}${filter}:`;
}

/** The term that stands for a value of a filter. */
function attributeOf(filter: string, value: string): string {
  return attributesOf(filter) + value;
}

export function isAttribute(term: string): boolean {
  return term.startsWith(MARK);
}

/** The value of a filter that a term stands for. */
export function valueOf(term: string): string {
  return term.slice(term.indexOf(':') + 1);
}

/** The terms that stand for what filters with few values say of a paper. */
export function attributeTerms(paper: Paper): string[] {
  return FILTERS.flatMap(({ name, index, valuesOf }) =>
    index === 'values' ? valuesOf({ paper, packs: [] }).map((value) => attributeOf(name, value)) : [],
  );
}
