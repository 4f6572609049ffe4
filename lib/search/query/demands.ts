import { foldTerm, mayHold } from '../fold';
import { termsOf } from '../terms';
import type { Candidate } from './candidate';
import type { Demand, Filter } from './filter';
import { QUOTES } from './pieces';

const QUOTE = new RegExp(`[${QUOTES}]`, 'gu');
const SPACE = /\s+/gu;

/** A value as it can be written: without quotation marks, and with one space where there is any. */
export function plainValue(value: string): string {
  return value.replace(QUOTE, '').replace(SPACE, ' ').trim();
}

/** A value as values are compared: as a whole, without case and accents, unless it has nothing but accents. */
export function foldValue(value: string): string {
  const plain = plainValue(value);
  return plainValue(foldTerm(plain)) || plain;
}

/** Demands every word of the value, in whatever order; the last one may have only begun. */
export function words(value: string): Demand | undefined {
  const terms = termsOf(value);
  const last = terms.pop();
  if (last === undefined) return undefined;
  const asked = [...terms, last];
  const isAsked = (own: string) => own.startsWith(last) || terms.includes(own);
  return {
    isMetBy(text) {
      if (!mayHold(text, asked)) return false;
      const own = termsOf(text);
      return terms.every((term) => own.includes(term)) && own.some((term) => term.startsWith(last));
    },
    termsIn: (text) => termsOf(text).filter(isAsked),
  };
}

/** Demands the value as a whole. */
export function whole(value: string): Demand | undefined {
  const asked = foldValue(value);
  return asked === '' ? undefined : { isMetBy: (own) => foldValue(own) === asked };
}

/** The values of a filter that has these and no others, each with what it says of a paper. */
export function oneOf(tests: Record<string, (candidate: Candidate) => boolean>): Pick<Filter, 'valuesOf' | 'read'> {
  const rows = Object.entries(tests);
  return {
    valuesOf: (candidate) => rows.filter(([, test]) => test(candidate)).map(([name]) => name),
    read: (value) => (rows.some(([name]) => name === foldValue(value)) ? whole(value) : undefined),
  };
}
