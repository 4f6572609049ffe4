import { bare } from '../../paper';
import { type Field, FIELDS } from '../fields';
import type { Condition } from '../query/query';
import { filterNamed, isAboutMade } from '../query/filters';
import { termsOf } from '../terms';
import { attributesOf, valueOf } from './attributes';
import { Cursor, fieldAt, placeInField } from './cursor';
import type { Extents, Looked } from './extents';
import { beginningWith, type Dictionaries, just, type Term } from './lookup';
import { askForPhrase, eachWithPhrase } from './phrase';
import { valueAt } from './placed-terms';
import { PostingReader } from './postings';

/** How it is told which papers meet a condition of a query. */
export interface Test {
  isNegated: boolean;
  how: PaperTest | PackTest | MadeTest;
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

/** By what the person made of the papers, which no index knows. */
interface MadeTest {
  kind: 'made';
  condition: Condition;
}

/** No paper has more values in a field, nor words in a text. */
const MOST_SLOTS = 2 ** 16;

/** How each of these conditions is told, in their order. */
export async function testsOf(conditions: readonly Condition[], dictionaries: Dictionaries): Promise<Test[]> {
  const wanted = conditions.map((condition) => {
    const { filter, text = '' } = condition;
    const index = filter === undefined ? undefined : filterNamed(filter)?.index;
    if (filter === undefined) return termsOf(text).map(just);
    if (isAboutMade(condition)) return [];
    if (index === 'values') return [beginningWith(attributesOf(filter))];
    if (index === undefined) return [];
    const terms = termsOf(text);
    return terms.map((term, at) => (at === terms.length - 1 ? beginningWith(term) : just(term)));
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
function testOf(condition: Condition, own: readonly Term[][]): Test['how'] {
  const { filter, demand, isMetBy } = condition;
  if (filter === undefined) {
    const terms = own.map(([term]) => term);
    return terms.length === 1 ? { kind: 'any', terms: own.flat() } : { kind: 'phrase', terms };
  }
  if (isAboutMade(condition)) return { kind: 'made', condition };
  const index = filterNamed(filter)?.index;
  if (index === undefined) return { kind: 'pack', isMetBy: (pack) => isMetBy({ paper: bare(''), packs: [pack] }) };
  if (index === 'values') {
    return { kind: 'any', terms: own.flat().filter(({ term }) => demand?.isMetBy(valueOf(term))) };
  }
  return { kind: 'value', groups: own, fields: index.map((field) => FIELDS.indexOf(field)) };
}

/** Asks for what it takes to make a test in the segment at this place. */
export function askFor(test: PaperTest, at: number, segment: number, extents: Extents): void {
  if (test.kind === 'phrase') {
    askForPhrase(test.terms, at, segment, extents);
    return;
  }
  const terms = test.kind === 'value' ? test.groups.flat() : test.terms;
  for (const term of terms) {
    const entry = term.entries[at];
    if (!entry) continue;
    extents.ask(segment, 'postings', entry);
    if (test.kind === 'value') extents.ask(segment, 'positions', entry);
  }
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

/** Narrows down, group by group, the values that have a term of each. */
function eachWithValue(
  { groups, fields }: Extract<PaperTest, { kind: 'value' }>,
  looked: Looked,
  met: (paper: number) => void,
): void {
  const mask = fields.reduce((bits, field) => bits | (1 << field), 0);
  let values: Set<number> | undefined;
  for (const terms of groups) {
    const having = new Set<number>();
    for (const term of terms) {
      const entry = term.entries[looked.at];
      const cursor = entry && new Cursor(entry, looked);
      while (cursor?.reach(cursor.paper + 1)) {
        if ((cursor.fields & mask) === 0) continue;
        cursor.read();
        for (let at = 0; at < cursor.count; at++) {
          const place = cursor.places[at] as number;
          const field = fieldAt(place);
          if ((mask & (1 << field)) === 0) continue;
          const slot = valueAt(FIELDS[field] as Field, placeInField(place));
          const value = (cursor.paper * FIELDS.length + field) * MOST_SLOTS + slot;
          if (!values || values.has(value)) having.add(value);
        }
      }
    }
    values = having;
  }
  for (const value of values ?? []) met(Math.floor(value / MOST_SLOTS / FIELDS.length));
}
