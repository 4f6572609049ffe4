import type { Field } from '../fields';
import type { Candidate } from './candidate';

/** One filter of the search syntax, written `name:value`. */
export interface Filter {
  /** In lower case; it may be written in any. */
  name: string;
  /** A whole filter, as one would type it. */
  example: string;
  /** What it finds, in one line. */
  help: string;
  /**
   * How an index on disk finds what it finds: by its `values`, which are few; by the words of some fields; not at all
   * where it is absent.
   */
  index?: 'values' | readonly Field[];
  /** Which of its values a paper has by what the person made of it: all of them, or these. */
  made?: 'all' | readonly string[];
  /** A paper's own values, as one would write them to find it: for completing what is typed, and for counting. */
  valuesOf(candidate: Candidate): readonly string[];
  /** Understands a written value, which may be empty; undefined where it is none of this filter's. */
  read(value: string): Demand | undefined;
}

/** What a written value demands: a paper meets it that has one own value which does. */
export interface Demand {
  isMetBy(own: string): boolean;
  /** The terms of an own value that the demand asks for, to be marked. Absent where it is not about words of a text. */
  termsIn?(own: string): string[];
}
