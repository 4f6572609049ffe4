import type { Attempt } from '../attempts';
import { BOOST, FIELDS } from '../fields';
import type { Best } from './best';
import { eachMeeting, type Looked, type Test } from './conditions';
import type { Meaning, Term } from './lookup';
import { LENGTH_PARTS } from './norms';
import { ABSTRACT, THREE_OR_MORE } from './postings';
import { partOf, partOfTimes, rarity } from './score';
import type { SearchedSegment } from './search';

/** What a step of impact is worth. */
const PARTS = Float64Array.from({ length: 256 }, (_, impact) => partOf(impact));

/** What it is worth to stand in an abstract once or twice, by the step of its length. */
const [ONCE, TWICE] = [1, 2].map((times) => LENGTH_PARTS.map((part) => partOfTimes(times, part))) as [
  Float64Array,
  Float64Array,
];

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
      const bytes = this.looked.extents.bytes(this.looked.segment, 'postings', entry);
      this.#scoreOne(bytes, worthOf(term, weight, all), word, combine === 'AND');
    }
  }

  /**
   * Adds what one term is worth. It is all in one loop, and reads the postings by itself: this is where a search spends its
   * time, most of it before any of it has been compiled.
   */
  #scoreOne(bytes: Uint8Array, worth: Float64Array, word: number, isAll: boolean): void {
    const [met, scores, norms] = [this.#met, this.#scores, this.segment.norms];
    const inAbstract = worth[ABSTRACT] ?? 0;
    const { length } = bytes;
    let paper = -1;
    let at = 0;
    while (at < length) {
      let head = bytes[at++] as number;
      if (head > 0x7f) {
        head &= 0x7f;
        for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
          byte = bytes[at++] as number;
          head |= (byte & 0x7f) << shift;
        }
        paper += head >>> 2;
      } else {
        paper += head >> 2;
      }
      const kind = head & 3;
      let score = 0;
      if (kind === 1) score = inAbstract * (ONCE[norms[paper] as number] as number);
      else if (kind === 2) score = inAbstract * (TWICE[norms[paper] as number] as number);
      else if (kind === THREE_OR_MORE) {
        score = inAbstract * partOfTimes(bytes[at++] as number, LENGTH_PARTS[norms[paper] as number] as number);
      } else {
        for (let fields = bytes[at++] as number; fields > 0; fields &= fields - 1) {
          score += (worth[31 - Math.clz32(fields & -fields)] as number) * (PARTS[bytes[at++] as number] as number);
        }
      }
      const before = met[paper] as number;
      if (before === OUT || (isAll && before < word)) continue;
      met[paper] = isAll ? word + 1 : before | (1 << word);
      scores[paper] = (scores[paper] as number) + score;
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
