import { MAX_PACK_NAME, tidyPackName } from '../../lib/pack-name';
import type { HarvestRequest } from '../../lib/pack';
import { FIRST_YEAR, LAST_YEAR, requestInWords } from './words';

/** What a person writes to have papers fetched from arXiv. */
export interface Written {
  /** With commas or spaces between them. */
  categories: string;
  /** Empty for the first year and for all that will come. */
  from: string;
  to: string;
}

export function requestOf({ categories, from, to }: Written): HarvestRequest {
  const all = { categories: [...new Set(partsOf(categories))] };
  if (from === '' && to === '') return all;
  return { ...all, years: { from: Number(from || FIRST_YEAR), to: Number(to || LAST_YEAR) } };
}

/** What the pack is called unless the person calls it something else; empty where nothing was written yet. */
export function proposedName(written: Written): string {
  const request = requestOf(written);
  return request.categories.length === 0 ? '' : tidyPackName(requestInWords(request).slice(0, MAX_PACK_NAME));
}

/** What the category that is being written may become, after those that are written. */
export function completionsOf(written: string, categories: readonly string[]): string[] {
  const last = /[^\s,;]*$/.exec(written)?.[0] ?? '';
  const before = written.slice(0, written.length - last.length);
  const have = new Set(partsOf(before));
  return categories.filter((each) => !have.has(each)).map((each) => `${before}${each}`);
}

function partsOf(categories: string): string[] {
  return categories.split(/[\s,;]+/).filter((part) => part !== '');
}
