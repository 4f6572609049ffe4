import type { Filter } from './filter';
import { filterNamed } from './filters';
import { phrase } from './phrase';
import { type Piece, piecesOf } from './pieces';
import type { Condition, Query } from './query';

/** What comes before the colon of an id or an address. None of it is a filter that somebody got wrong. */
const PREFIXES: ReadonlySet<string> = new Set(
  'abs acl arxiv corpusid dblp doi eprint file ftp hal hdl http https isbn issn mailto oai openreview pmcid pmid urn'.split(
    ' ',
  ),
);

/** More of what was typed than this is not repeated in a sentence that has one line. */
const REPEATED = 24;

const NOT_CLOSED = 'A quotation mark is not closed; it was searched as words.';

/** What one piece says: free words, or a condition. */
type Reading = { words: string; problem?: string } | { condition: Condition };

/**
 * Understands a query: words, `"a phrase"`, `-word`, `-"a phrase"`, `filter:value`, `filter:"a value"`, `-filter:value`.
 * What is none of this though it looks like it is taken for words, and said to be. Never throws.
 */
export function parseQuery(text: string): Query {
  // The index parts words at spaces, and not at every white space that may be pasted.
  const readings = piecesOf(text.replace(/\s/gu, ' ')).map(read);
  return {
    words: readings.flatMap((reading) => ('words' in reading ? reading.words : [])).join(' '),
    conditions: readings.flatMap((reading) => ('condition' in reading ? reading.condition : [])),
    problems: [...new Set(readings.flatMap((reading) => ('words' in reading && reading.problem) || []))],
  };
}

function read(piece: Piece): Reading {
  const { source, name, value, quotes } = piece;
  if (quotes === 'open' && value !== '') return { words: source, problem: NOT_CLOSED };
  if (name !== undefined) {
    const filter = filterNamed(name);
    if (filter) return readFilter(piece, filter);
    if (isMeantAsFilter(name, piece)) {
      return { words: source, problem: `There is no filter “${brief(name)}:”; it was searched as words.` };
    }
  }
  return readWords(piece);
}

function readFilter(
  { source, isNegated, value }: Piece,
  { name, read: understand, valuesOf, example }: Filter,
): Reading {
  const demand = understand(value);
  if (!demand) return { words: source, problem: `“${brief(source)}” was searched as words; try ${example}.` };
  const { isMetBy, termsIn } = demand;
  return {
    condition: {
      source,
      isNegated,
      filter: name,
      demand,
      ...(termsIn && { text: value }),
      isMetBy: (candidate) => valuesOf(candidate).some(isMetBy),
      termsIn: (candidate) => (termsIn ? valuesOf(candidate).filter(isMetBy).flatMap(termsIn) : []),
    },
  };
}

function readWords({ source, isNegated, name, quotes }: Piece): Reading {
  const isPhrase = quotes === 'closed' && name === undefined;
  const asked = isNegated || isPhrase ? phrase(source) : undefined;
  if (!asked) return { words: source };
  const { isMetBy, termsIn } = asked;
  return { condition: { source, isNegated, text: source, isMetBy, termsIn } };
}

/** Not the colon of a title (`RLVE:`), of an address (`https://`), of code (`std::vector`) or of an id. */
function isMeantAsFilter(name: string, { value }: Piece): boolean {
  return /^[\p{L}\p{N}]/u.test(value) && !PREFIXES.has(name.toLowerCase());
}

function brief(text: string): string {
  const letters = Array.from(text);
  return letters.length > REPEATED ? `${letters.slice(0, REPEATED).join('')}…` : text;
}
