import type { Attempt } from '../attempts';
import { BOOST, FIELDS } from '../fields';
import type { Best } from './best';
import { eachMeeting, type PaperTest } from './conditions';
import type { Looked } from './extents';
import type { Meaning, Term } from './lookup';
import { LENGTH_PARTS } from './norms';
import { ABSTRACT, THREE_OR_MORE } from './postings';
import { partOf, partOfTimes, rarity } from './score';
import { paperIn, type SegmentTable } from './segment-table';

/** What a step of impact is worth. */
const PARTS = Float64Array.from({ length: 256 }, (_, impact) => partOf(impact));

/** What it is worth to stand in an abstract once or twice, by the step of its length. */
const [ONCE, TWICE] = [1, 2].map((times) => LENGTH_PARTS.map((part) => partOfTimes(times, part))) as [
  Float64Array,
  Float64Array,
];

/** In the place of how many words it has met, for a paper that the query does not ask for. */
const OUT = 0xffff;

/** The papers of one segment, while it is found out which of them a query asks for. */
export class Matches {
  /** How many words of the query each paper has met so far, and which was the last one, counted from 1 on. */
  readonly #met: Uint16Array;
  readonly #last: Uint16Array;
  readonly #scores: Float64Array;
  #words = 0;

  constructor(
    private readonly table: SegmentTable,
    private readonly looked: Looked,
    private readonly combine: Attempt['combine'],
  ) {
    const papers = table.ids.length;
    this.#met = new Uint16Array(papers);
    this.#last = new Uint16Array(papers);
    this.#scores = new Float64Array(papers);
    for (const paper of table.deleted) this.#met[paper] = OUT;
  }

  /** Leaves only papers that meet a condition; where it is negated, only the others. */
  meet(test: PaperTest, isNegated: boolean): void {
    if (isNegated) {
      eachMeeting(test, this.looked, (paper) => (this.#met[paper] = OUT));
      return;
    }
    const met = new Uint8Array(this.#met.length);
    eachMeeting(test, this.looked, (paper) => (met[paper] = 1));
    for (let paper = 0; paper < met.length; paper++) if (met[paper] === 0) this.#met[paper] = OUT;
  }

  /**
   * Adds what a word of the query is worth to the papers that have what it stands for.
   *
   * @param all how many papers are searched.
   */
  score(meanings: readonly Meaning[], all: number): void {
    this.#words++;
    for (const { term, weight } of meanings) {
      const entry = term.entries[this.looked.at];
      if (!entry) continue;
      const postings = this.looked.extents.bytes(this.looked.segment, 'postings', entry);
      this.#scoreTerm(postings, worthOf(term, weight, all));
    }
  }

  /**
   * Adds what one term is worth. It is all in one loop, and reads the postings by itself: this is where a search spends its
   * time, most of it before any of it has been compiled.
   */
  #scoreTerm(postings: Uint8Array, worth: Float64Array): void {
    const [met, last, scores, { norms }] = [this.#met, this.#last, this.#scores, this.table];
    const word = this.#words;
    const least = this.combine === 'AND' ? word - 1 : 0;
    const inAbstract = worth[ABSTRACT] as number;
    const { length } = postings;
    let [paper, at] = [-1, 0];
    while (at < length) {
      let head = postings[at++] as number;
      if (head > 0x7f) {
        head &= 0x7f;
        for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
          byte = postings[at++] as number;
          head |= (byte & 0x7f) << shift;
        }
      }
      paper += head >>> 2;
      const kind = head & 3;
      let score = 0;
      if (kind === 1) score = inAbstract * (ONCE[norms[paper] as number] as number);
      else if (kind === 2) score = inAbstract * (TWICE[norms[paper] as number] as number);
      else if (kind === THREE_OR_MORE) {
        score = inAbstract * partOfTimes(postings[at++] as number, LENGTH_PARTS[norms[paper] as number] as number);
      } else {
        for (let fields = postings[at++] as number; fields > 0; fields &= fields - 1) {
          score += (worth[31 - Math.clz32(fields & -fields)] as number) * (PARTS[postings[at++] as number] as number);
        }
      }
      const before = met[paper] as number;
      if (before === OUT || before < least) continue;
      if (last[paper] !== word) {
        last[paper] = word;
        met[paper] = before + 1;
      }
      scores[paper] = (scores[paper] as number) + score;
    }
  }

  /** Adds the papers that the query asks for to the best. */
  collect(best: Best, isLeftOut: (code: number) => boolean): void {
    const { ids } = this.table;
    for (let paper = 0; paper < ids.length; paper++) {
      if (!this.#isAskedFor(paper)) continue;
      const code = ids[paper] ?? 0;
      // As in MiniSearch, a paper is worth more the more of the words it has.
      if (!isLeftOut(code)) best.add(code, (this.#scores[paper] ?? 0) * (this.#met[paper] ?? 0));
    }
  }

  /** Whether the query asks for the paper with this code. */
  has(code: number): boolean {
    const paper = paperIn(this.table, code);
    return paper >= 0 && this.#isAskedFor(paper);
  }

  #isAskedFor(paper: number): boolean {
    const met = this.#met[paper] ?? OUT;
    if (met === OUT) return false;
    return this.combine === 'AND' ? met === this.#words : met > 0 || this.#words === 0;
  }
}

/** What a step of impact in each field is worth for this term. */
function worthOf({ inField }: Term, weight: number, all: number): Float64Array {
  return Float64Array.from(FIELDS, (name, field) => weight * BOOST[name] * rarity(inField[field] ?? 0, all));
}
