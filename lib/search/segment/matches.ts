import type { Attempt } from '../attempts';
import { BOOST, FIELDS } from '../fields';
import type { Best } from './best';
import { eachMeeting, type Looked, type Test } from './conditions';
import type { Meaning, Term } from './lookup';
import { PostingReader } from './postings';
import { partOf, rarity } from './score';
import type { SearchedSegment } from './search';

/** What a step of impact is worth. */
const PARTS = Float64Array.from({ length: 256 }, (_, impact) => partOf(impact));

/** A paper that does not meet the conditions of a query. */
const OUT = 0xffff_ffff;

/** The papers of one segment, while it is found out which of them a query asks for. */
export class Matches {
  /** For `AND` how many words each paper has met so far, for `OR` one bit for each; `OUT` where it is out. */
  readonly #met: Uint32Array;
  readonly #scores: Float64Array;
  #words = 0;
  #combine: Attempt['combine'] = 'AND';

  constructor(
    private readonly segment: SearchedSegment,
    private readonly looked: Looked,
  ) {
    this.#met = new Uint32Array(segment.ids.length);
    this.#scores = new Float64Array(segment.ids.length);
    for (const paper of segment.deleted) this.#met[paper] = OUT;
  }

  get pack(): string {
    return this.segment.pack;
  }

  /**
   * Leaves only papers that meet these conditions.
   *
   * @returns whether there may be any.
   */
  meet(tests: readonly Test[], isNegated: readonly boolean[]): boolean {
    for (const [at, test] of tests.entries()) {
      const negated = isNegated[at] ?? false;
      if (test.kind === 'pack') {
        if (test.isMet(this.segment.pack) === negated) return false;
      } else if (negated) {
        eachMeeting(test, this.looked, (paper) => (this.#met[paper] = OUT));
      } else {
        const met = new Uint8Array(this.#met.length);
        eachMeeting(test, this.looked, (paper) => (met[paper] = 1));
        for (let paper = 0; paper < met.length; paper++) if (met[paper] === 0) this.#met[paper] = OUT;
      }
    }
    return true;
  }

  /**
   * Adds what a word of the query is worth to the papers that have what it stands for.
   *
   * @param all how many papers are searched.
   */
  score(meanings: readonly Meaning[], { combine, all }: { combine: Attempt['combine']; all: number }): void {
    const word = this.#words++;
    this.#combine = combine;
    for (const { term, weight } of meanings) {
      const entry = term.entries[this.looked.at];
      if (!entry) continue;
      const worth = worthOf(term, weight, all);
      const reader = new PostingReader(this.looked.extents.bytes(this.looked.segment, 'postings', entry));
      while (reader.next()) {
        const { paper } = reader;
        const met = this.#met[paper] ?? OUT;
        if (met === OUT || (combine === 'AND' && met < word)) continue;
        this.#met[paper] = combine === 'AND' ? word + 1 : met | (1 << word);
        let score = this.#scores[paper] ?? 0;
        for (let fields = reader.fields; fields > 0; fields &= fields - 1) {
          const field = 31 - Math.clz32(fields & -fields);
          score += (worth[field] ?? 0) * (PARTS[reader.impacts[field] ?? 0] ?? 0);
        }
        this.#scores[paper] = score;
      }
    }
  }

  /** Adds the papers that the query asks for to the best. */
  collect(best: Best, isLeftOut: (code: number) => boolean): void {
    const { ids } = this.segment;
    for (let paper = 0; paper < ids.length; paper++) {
      const words = this.#wordsMet(paper);
      if (words === undefined) continue;
      const code = ids[paper] ?? 0;
      if (!isLeftOut(code)) best.add(code, (this.#scores[paper] ?? 0) * words);
    }
  }

  /** Whether the query asks for the paper with this code. */
  has(code: number): boolean {
    const { ids } = this.segment;
    let [low, high] = [0, ids.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const other = ids[middle] ?? 0;
      if (other === code) return this.#wordsMet(middle) !== undefined;
      if (other < code) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }

  /** How many words a paper has met, by which its score is multiplied; undefined where it is not asked for. */
  #wordsMet(paper: number): number | undefined {
    const met = this.#met[paper] ?? OUT;
    if (met === OUT) return undefined;
    if (this.#words === 0) return 0;
    if (this.#combine === 'AND') return met === this.#words ? met : undefined;
    return met === 0 ? undefined : bitsIn(met);
  }
}

/** What a step of impact in each field is worth for this term. */
function worthOf({ inField }: Term, weight: number, all: number): Float64Array {
  return Float64Array.from(FIELDS, (name, field) => weight * BOOST[name] * rarity(inField[field] ?? 0, all));
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let rest = number; rest > 0; rest &= rest - 1) bits++;
  return bits;
}
