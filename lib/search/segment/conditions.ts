import { bare } from '../../paper';
import { FIELDS } from '../fields';
import type { Condition } from '../query/query';
import { filterNamed } from '../query/filters';
import { termsOf } from '../terms';
import { attributesOf, valueOf } from './attributes';
import type { Entry } from './dictionary';
import type { Extents } from './extents';
import type { Dictionaries, Term } from './lookup';
import { VALUE } from './placed-terms';
import { PlaceReader, PostingReader } from './postings';

/** How it is told which papers meet a condition of a query. */
export interface Test {
  isNegated: boolean;
  how: PaperTest | PackTest;
}

/** By the terms of the papers. */
export type PaperTest =
  /** The papers that have one of these terms. */
  | { kind: 'any'; terms: readonly Term[] }
  /** The papers in which these terms follow one another. */
  | { kind: 'phrase'; terms: readonly (Term | undefined)[] }
  /** The papers in which one value of a field has a term of each of these groups. */
  | { kind: 'value'; groups: readonly (readonly Term[])[]; fields: readonly number[] };

/** By the packs that have them. */
interface PackTest {
  kind: 'pack';
  isMetBy: (pack: string) => boolean;
}

/** Several values stand in these fields. */
const SEVERAL: ReadonlySet<number> = new Set((['otherTitles', 'authors'] as const).map((name) => FIELDS.indexOf(name)));

/** No paper has more values in a field, nor words in a text. */
const MOST_SLOTS = 2 ** 16;

/** How each of these conditions is told, in their order. */
export async function testsOf(conditions: readonly Condition[], dictionaries: Dictionaries): Promise<Test[]> {
  const wanted = conditions.map(({ filter, text = '' }) => {
    const index = filter === undefined ? undefined : filterNamed(filter)?.index;
    if (filter === undefined) return termsOf(text).map((term) => ({ kind: 'term' as const, text: term }));
    if (index === 'values') return [{ kind: 'beginning' as const, text: attributesOf(filter) }];
    if (index === undefined) return [];
    const terms = termsOf(text);
    return terms.map((term, at) => ({
      kind: at === terms.length - 1 ? ('beginning' as const) : ('term' as const),
      text: term,
    }));
  });
  const found = await dictionaries.find(wanted.flat());
  let next = 0;
  return conditions.map((condition, at) => {
    const own = found.slice(next, (next += wanted[at]?.length ?? 0));
    return { isNegated: condition.isNegated, how: testOf(condition, own) };
  });
}

/**
 * @param own what was found for the terms of the condition.
 */
function testOf({ filter, demand, isMetBy }: Condition, own: readonly Term[][]): PaperTest | PackTest {
  if (filter === undefined) {
    const terms = own.map(([term]) => term);
    return terms.length === 1 ? { kind: 'any', terms: own.flat() } : { kind: 'phrase', terms };
  }
  const index = filterNamed(filter)?.index;
  if (index === undefined) return { kind: 'pack', isMetBy: (pack) => isMetBy({ paper: bare(''), packs: [pack] }) };
  if (index === 'values') {
    return { kind: 'any', terms: own.flat().filter(({ term }) => demand?.isMetBy(valueOf(term))) };
  }
  return { kind: 'value', groups: own, fields: index.map((field) => FIELDS.indexOf(field)) };
}

/** Asks for what it takes to make a test in the segment at this place. */
export function askFor(test: PaperTest, at: number, segment: number, extents: Extents): void {
  const terms = test.kind === 'value' ? test.groups.flat() : test.terms;
  for (const term of terms) {
    const entry = term?.entries[at];
    if (!entry) continue;
    extents.ask(segment, 'postings', entry);
    if (test.kind !== 'any') extents.ask(segment, 'positions', entry);
  }
}

/** A segment, and what was read of it. */
export interface Looked {
  /** Its place among the segments. */
  at: number;
  segment: number;
  extents: Extents;
}

/** Calls back for the papers of a segment that meet a test; for each of them once or more often. */
export function eachMeeting(test: PaperTest, looked: Looked, met: (paper: number) => void): void {
  if (test.kind === 'any') {
    for (const term of test.terms) {
      const entry = term.entries[looked.at];
      if (!entry) continue;
      const reader = new PostingReader(looked.extents.bytes(looked.segment, 'postings', entry));
      while (reader.next()) met(reader.paper);
    }
  } else if (test.kind === 'phrase') {
    eachWithPhrase(test.terms, looked, met);
  } else {
    eachWithValue(test, looked, met);
  }
}

/** Goes through the papers that have a term, with its places in each. */
class Cursor {
  readonly #postings: PostingReader;
  readonly #positions: PlaceReader;
  #start = 0;

  constructor(entry: Entry, { segment, extents }: Looked) {
    this.#postings = new PostingReader(extents.bytes(segment, 'postings', entry));
    this.#positions = new PlaceReader(extents.bytes(segment, 'positions', entry));
  }

  get paper(): number {
    return this.#postings.paper;
  }

  get fields(): number {
    return this.#postings.fields;
  }

  next(): boolean {
    if (!this.#postings.next()) return false;
    this.#start = this.#positions.at;
    this.#positions.skip(this.#postings);
    return true;
  }

  /** The places in one of the fields in which the term stands in this paper. */
  places(field: number): number[] {
    const end = this.#positions.at;
    this.#positions.at = this.#start;
    const places = this.#positions.read(this.#postings, field);
    this.#positions.at = end;
    return places;
  }
}

function eachWithPhrase(terms: readonly (Term | undefined)[], looked: Looked, met: (paper: number) => void): void {
  const entries = terms.map((term) => term?.entries[looked.at]);
  if (entries.some((entry) => entry === undefined)) return;
  const cursors = entries.flatMap((entry) => (entry ? new Cursor(entry, looked) : []));
  if (!cursors.every((cursor) => cursor.next())) return;
  for (;;) {
    const last = cursors.reduce((paper, cursor) => Math.max(paper, cursor.paper), 0);
    for (const cursor of cursors) while (cursor.paper < last) if (!cursor.next()) return;
    if (cursors.some(({ paper }) => paper !== last)) continue;
    if (hasPhrase(cursors)) met(last);
    if (!cursors[0]?.next()) return;
  }
}

/** Whether the terms on which these stand follow one another in a field of the paper. */
function hasPhrase(cursors: readonly Cursor[]): boolean {
  const shared = cursors.reduce((fields, cursor) => fields & cursor.fields, 0xff);
  for (let field = 0; field < FIELDS.length; field++) {
    if ((shared & (1 << field)) === 0) continue;
    const [first = [], ...others] = cursors.map((cursor) => cursor.places(field));
    if (first.some((place) => others.every((places, at) => places.includes(place + at + 1)))) return true;
  }
  return false;
}

/** Narrows down, group by group, the values that have a term of each. */
function eachWithValue(
  { groups, fields }: Extract<PaperTest, { kind: 'value' }>,
  looked: Looked,
  met: (paper: number) => void,
): void {
  let values: Set<number> | undefined;
  for (const terms of groups) {
    const having = new Set<number>();
    for (const term of terms) {
      const entry = term.entries[looked.at];
      const cursor = entry && new Cursor(entry, looked);
      while (cursor?.next()) {
        for (const field of fields) {
          if ((cursor.fields & (1 << field)) === 0) continue;
          const slots = SEVERAL.has(field) ? cursor.places(field).map((place) => Math.floor(place / VALUE)) : [0];
          for (const slot of slots) {
            const value = (cursor.paper * FIELDS.length + field) * MOST_SLOTS + slot;
            if (!values || values.has(value)) having.add(value);
          }
        }
      }
    }
    values = having;
  }
  for (const value of values ?? []) met(Math.floor(value / MOST_SLOTS / FIELDS.length));
}
