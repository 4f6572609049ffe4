import type { PageRange, PageSource } from '../../segment';
import { FIELDS } from '../fields';
import { isAttribute } from './attributes';
import { entriesBetween, type Entry } from './dictionary';
import { backwards } from './files';
import { prefixWeight, typoWeight } from './score';
import { endsOf, mostWrong, typosIn } from './typos';
import { LAST, wordsBetween } from './word-pages';

/** The dictionaries of some segments are looked into together: which of their terms a word stands for. */

/** A term, and what each segment has on it. */
export interface Term {
  term: string;
  /** In the order of the segments; undefined where one has it not. */
  entries: (Entry | undefined)[];
  /** How many papers of all have it, and in each field. */
  papers: number;
  inField: Float64Array;
}

/** A term that a word of a query stands for, and what it is worth against the word itself. */
export interface Meaning {
  term: Term;
  weight: number;
}

/**
 * A beginning of one or two letters is the beginning of half of all words: of these the ones are taken that most papers
 * have.
 */
const MOST_MEANINGS = 400;

/** Some terms that follow one another, from the first to the last that is meant. */
interface Wanted {
  from: string;
  to: string;
}

/** One term. */
export function just(term: string): Wanted {
  return { from: term, to: term };
}

/** Every term that begins so. */
export function beginningWith(beginning: string): Wanted {
  return { from: beginning, to: beginning + LAST };
}

/** The dictionaries of some segments. */
export class Dictionaries {
  constructor(
    private readonly segments: readonly number[],
    private readonly pages: PageSource,
  ) {}

  /** The terms that are meant by each of these, in their order. */
  async find(wanted: readonly Wanted[]): Promise<Term[][]> {
    const read = await this.#read('terms', wanted);
    return wanted.map(({ from, to }, place) => {
      const terms = new Map<string, Term>();
      for (const [at, segment] of this.segments.entries()) {
        for (const entry of entriesBetween(segment, read(at, place), from, to)) this.#add(terms, entry, at);
      }
      return [...terms.values()];
    });
  }

  /** The terms that are these words but for a typo, with how many letters are wrong; for each word in order. */
  async findTypos(words: readonly string[]): Promise<{ term: Term; wrong: number }[][]> {
    const meant = words.filter((word) => mostWrong(word) > 0);
    const [begun, endings] = await Promise.all([
      this.find(meant.map((word) => beginningWith(endsOf(word).beginning))),
      this.#withEndings(meant),
    ]);
    const ended = await this.find(endings.flat().map(just));
    let next = 0;
    const found = new Map(
      meant.map((word, at) => {
        const count = endings[at]?.length ?? 0;
        const terms = new Map<string, Term>();
        for (const term of [...(begun[at] ?? []), ...ended.slice(next, next + count).flat()])
          terms.set(term.term, term);
        next += count;
        const typos = [...terms.values()].flatMap((term) => {
          const wrong = isAttribute(term.term) ? undefined : typosIn(term.term, word);
          return wrong === undefined || wrong === 0 ? [] : [{ term, wrong }];
        });
        return [word, typos];
      }),
    );
    return words.map((word) => found.get(word) ?? []);
  }

  /** The terms that end as these words do and are these but for a typo. */
  async #withEndings(words: readonly string[]): Promise<string[][]> {
    const wanted = words.map((word) => beginningWith(backwards(endsOf(word).ending)));
    const read = await this.#read('endings', wanted);
    return words.map((word, place) => {
      const { from, to } = wanted[place] ?? just(word);
      const found = new Set<string>();
      for (const [at, segment] of this.segments.entries()) {
        for (const ending of wordsBetween(segment, read(at, place), from, to)) {
          const term = backwards(ending);
          if (typosIn(term, word) !== undefined) found.add(term);
        }
      }
      return [...found];
    });
  }

  /** Reads the pages in which these may be, and gives a function for those of one segment in which one of these may be. */
  async #read(
    file: 'terms' | 'endings',
    wanted: readonly Wanted[],
  ): Promise<(at: number, place: number) => Uint8Array<ArrayBuffer>[]> {
    const ranges = this.segments.flatMap((segment) =>
      wanted.map((one): PageRange => ({ segment, file, from: one.from, to: one.to, andNext: true })),
    );
    const read = await this.pages.read(ranges);
    return (at, place) => read[at * wanted.length + place] ?? [];
  }

  #add(terms: Map<string, Term>, entry: Entry, at: number): void {
    let term = terms.get(entry.term);
    if (!term) {
      const entries = this.segments.map(() => undefined);
      term = { term: entry.term, entries, papers: 0, inField: new Float64Array(FIELDS.length) };
      terms.set(entry.term, term);
    }
    term.entries[at] = entry;
    term.papers += entry.papers;
    for (const [field, count] of entry.inField.entries()) term.inField[field] = (term.inField[field] ?? 0) + count;
  }
}

/** What each word of a query stands for: itself, what begins with it, and what is the same but for a typo. */
export async function meaningsOf(
  dictionaries: Dictionaries,
  words: readonly string[],
  typos: boolean,
): Promise<Meaning[][]> {
  const [begun, mistyped] = await Promise.all([
    dictionaries.find(words.map(beginningWith)),
    typos ? dictionaries.findTypos(words) : words.map(() => []),
  ]);
  return words.map((word, at) => {
    const byBeginning = most(begun[at] ?? [], word).map((term) => ({
      term,
      weight: term.term === word ? 1 : prefixWeight(term.term.length, word.length),
    }));
    const byTypo = (mistyped[at] ?? [])
      .filter(({ term }) => !term.term.startsWith(word))
      .map(({ term, wrong }) => ({ term, weight: typoWeight(term.term.length, wrong) }));
    return [...byBeginning, ...byTypo];
  });
}

/** Those of some terms that most papers have, and the word itself. */
function most(terms: readonly Term[], word: string): readonly Term[] {
  if (terms.length <= MOST_MEANINGS) return terms;
  const rank = ({ term, papers }: Term) => (term === word ? Infinity : papers);
  return terms.toSorted((one, other) => rank(other) - rank(one)).slice(0, MOST_MEANINGS);
}
