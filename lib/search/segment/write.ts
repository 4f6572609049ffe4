import type { Paper } from '../../paper';
import type { Print } from '../../print';
import type { Page } from '../../segment';
import { FIELDS } from '../fields';
import { attributeTerms } from './attributes';
import { TermFilesWriter, writeEndings } from './files';
import { IDS_IN_PAGE, PLACES_IN_PAGE } from './format';
import { normOf } from './norms';
import { placedTerms } from './placed-terms';
import { writePrints } from './write-prints';
import { ABSTRACT, writePlace, writePlaces, writePosting } from './postings';
import { impactOf } from './score';
import { sortedInSlices } from './sorted';
import { normPages, tablePages } from './tables';

/** A paper as it is indexed. */
export interface IndexedPaper {
  /** The code of its id. */
  code: number;
  /** Under which number it is stored. */
  place: number;
  digest: readonly [number, number];
  paper: Paper;
}

export interface SegmentSummary {
  papers: number;
  /** The mean lengths of the fields, in terms, by which it was written. */
  lengths: number[];
}

/** An attribute stands in no field. */
const NO_FIELD = FIELDS.length;

/** Where a term stands: as many rows as the papers have words. */
class Occurrences {
  readonly #numbers = new Map<string, number>();
  #rows = new Uint32Array(3 * 65_536);
  length = 0;

  add(term: string, paper: number, field: number, place: number): void {
    let number = this.#numbers.get(term);
    if (number === undefined) this.#numbers.set(term, (number = this.#numbers.size));
    const at = 3 * this.length++;
    if (at === this.#rows.length) {
      const grown = new Uint32Array(2 * this.#rows.length);
      grown.set(this.#rows);
      this.#rows = grown;
    }
    this.#rows[at] = number;
    this.#rows[at + 1] = paper * (NO_FIELD + 1) + field;
    this.#rows[at + 2] = place;
  }

  terms(): IterableIterator<string> {
    return this.#numbers.keys();
  }

  numberOf(term: string): number {
    return this.#numbers.get(term) ?? 0;
  }

  /**
   * The rows by their terms, those of a term in the order in which they came: where those of each begin, and of each row
   * the paper with the field, and the place. Resting points in between.
   */
  *byTerm(): Generator<undefined, { starts: Uint32Array; spots: Uint32Array; places: Uint32Array }> {
    const starts = new Uint32Array(this.#numbers.size + 1);
    for (let row = 0; row < this.length; row++) {
      const next = (this.#rows[3 * row] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
      if (row % AT_ONCE === 0) yield undefined;
    }
    for (let number = 1; number < starts.length; number++) {
      starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
    }
    const next = starts.slice();
    const spots = new Uint32Array(this.length);
    const places = new Uint32Array(this.length);
    for (let row = 0; row < this.length; row++) {
      const number = this.#rows[3 * row] ?? 0;
      const at = next[number] ?? 0;
      next[number] = at + 1;
      spots[at] = this.#rows[3 * row + 1] ?? 0;
      places[at] = this.#rows[3 * row + 2] ?? 0;
      if (row % AT_ONCE === 0) yield undefined;
    }
    return { starts, spots, places };
  }
}

/** So many rows are gone through before others have their turn. */
const AT_ONCE = 32_768;

/**
 * Writes a segment over papers that are in the order of their codes. `undefined` between pages is a resting point, a
 * millisecond or two after the one before.
 *
 * @param lengths the mean lengths of the fields by which the pack was written so far; empty where this is its first
 *   segment, whose own are taken then. Of one pack all are the same, so that what is found in it can be compared.
 * @param printsOf the fingerprints of a paper.
 */
export function* writeSegment(
  papers: readonly IndexedPaper[],
  lengths: readonly number[],
  printsOf: (paper: Paper) => readonly Print[],
): Generator<Page | undefined, SegmentSummary> {
  const occurrences = new Occurrences();
  const inField = new Uint32Array(papers.length * FIELDS.length);
  for (const [at, { paper }] of papers.entries()) {
    for (const [field, name] of FIELDS.entries()) {
      const before = occurrences.length;
      for (const [term, place] of placedTerms(paper, name)) occurrences.add(term, at, field, place);
      inField[at * FIELDS.length + field] = occurrences.length - before;
    }
    for (const term of attributeTerms(paper)) occurrences.add(term, at, NO_FIELD, 0);
    yield undefined;
  }
  const means = lengths.length > 0 ? [...lengths] : meansOf(inField);
  const { starts, spots, places } = yield* occurrences.byTerm();

  const files = new TermFilesWriter();
  const impacts = new Uint8Array(FIELDS.length);
  const counts = new Uint32Array(FIELDS.length);
  for (const term of sortedInSlices(occurrences.terms())) {
    if (term === undefined) {
      yield undefined;
      continue;
    }
    const number = occurrences.numberOf(term);
    const [first = 0, end = 0] = [starts[number], starts[number + 1]];
    counts.fill(0);
    let [at, before, having] = [first, -1, 0];
    while (at < end) {
      const paper = paperOf(spots[at]);
      let [fields, times] = [0, 0];
      const isAlone = at + 1 === end || paperOf(spots[at + 1]) !== paper;
      while (at < end && paperOf(spots[at]) === paper) {
        const spot = spots[at] ?? 0;
        let to = at + 1;
        while (to < end && spots[to] === spot) to++;
        const field = spot % (NO_FIELD + 1);
        if (field < NO_FIELD) {
          fields |= 1 << field;
          impacts[field] = impactOf(to - at, inField[paper * FIELDS.length + field] ?? 1, means[field] ?? 1);
          counts[field] = (counts[field] ?? 0) + 1;
          if (field === ABSTRACT) times = to - at;
          if (isAlone && field === ABSTRACT) writePlace(files.positions, places[at] ?? 0);
          else writePlaces(files.positions, places, at, to);
        }
        at = to;
      }
      writePosting(files.postings, paper - before, fields, times, impacts);
      before = paper;
      having++;
    }
    yield* files.add(term, having, counts);
  }
  yield* files.end();
  yield* writeEndings(occurrences.terms());
  yield* tables(papers);
  const norms = papers.map((_, at) => normOf(inField[at * FIELDS.length + ABSTRACT] ?? 0, means[ABSTRACT] ?? 1));
  yield* normPages(Uint8Array.from(norms));
  yield* writePrints(
    papers.map(({ paper }) => paper),
    printsOf,
  );
  return { papers: papers.length, lengths: means };
}

/** The paper of a row of occurrences. */
function paperOf(spot = 0): number {
  return Math.floor(spot / (NO_FIELD + 1));
}

/** A field that a paper has not counts as one term long, as in MiniSearch. */
function meansOf(inField: Uint32Array): number[] {
  const papers = inField.length / FIELDS.length;
  return FIELDS.map((_, field) => {
    let sum = 0;
    for (let paper = 0; paper < papers; paper++) sum += Math.max(1, inField[paper * FIELDS.length + field] ?? 0);
    return papers > 0 ? sum / papers : 1;
  });
}

function* tables(papers: readonly IndexedPaper[]): Generator<Page> {
  yield* tablePages(
    'ids',
    Uint32Array.from(papers, ({ code }) => code),
    IDS_IN_PAGE,
  );
  yield* tablePages(
    'places',
    Uint32Array.from(papers, ({ place }) => place),
    PLACES_IN_PAGE,
  );
  yield* tablePages('digests', Uint32Array.from(papers.flatMap(({ digest }) => digest)), 2 * PLACES_IN_PAGE);
}
