import type { Candidate } from './candidate';
import type { Demand } from './filter';

/** A query as it was understood. Nothing that was typed is lost: it is among the words or the conditions. */
export interface Query {
  /** The free words as they were typed: what ranks. */
  words: string;
  /** What a paper must meet beside them. */
  conditions: readonly Condition[];
  /** What was not understood and therefore taken for words, each as a sentence for the person. */
  problems: readonly string[];
}

/** A phrase, a filter, or one of these or a word that is not wanted. */
export interface Condition {
  /** As it was typed, with its minus. */
  source: string;
  isNegated: boolean;
  /** The name of its filter; absent for a phrase or a word, which are looked for in all texts of a paper. */
  filter?: string;
  /** What its filter demands of a paper's own values. */
  demand?: Demand;
  /** The words that it looks for in texts; absent where it looks for something else. */
  text?: string;
  /** Whether a paper meets it, its minus left aside. */
  isMetBy(candidate: Candidate): boolean;
  /** The terms of a paper that meets it to be marked, its minus left aside. */
  termsIn(candidate: Candidate): string[];
}

/** Whether a paper is one that a query asks for, its free words left aside. */
export function matches({ conditions }: Query, candidate: Candidate): boolean {
  return conditions.every(({ isNegated, isMetBy }) => isMetBy(candidate) !== isNegated);
}

/** The terms by which a paper that matches meets a query, its free words left aside. */
export function termsMet(query: Query, candidate: Candidate): string[] {
  return wanted(query).flatMap(({ termsIn }) => termsIn(candidate));
}

/** What of a query means something to another search too: the words that it looks for in texts. */
export function wordsOf(query: Query): string {
  return [query.words, ...wanted(query).flatMap(({ text }) => text ?? [])].join(' ').trim();
}

/** The phrases that a query asks for, each once, without their quotation marks. */
export function phrasesIn(query: Query): string[] {
  const sources = wanted(query).flatMap(({ filter, source }) => (filter === undefined ? source.slice(1, -1) : []));
  return [...new Set(sources)];
}

function wanted({ conditions }: Query): Condition[] {
  return conditions.filter(({ isNegated }) => !isNegated);
}
