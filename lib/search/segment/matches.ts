import type { Attempt } from '../attempts';
import { BOOST, FIELDS } from '../fields';
import type { Best } from './best';
import { eachMeeting, type Looked, type PaperTest } from './conditions';
import type { Meaning, Term } from './lookup';
import { PostingReader } from './postings';
import { partOf, rarity } from './score';
import { paperIn, type SegmentTable } from './segment-table';

/** What a step of impact is worth. */
const PARTS = Float64Array.from({ length: 256 }, (_, impact) => partOf(impact));

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
    const before = this.#words++;
    const word = this.#words;
    const least = this.combine === 'AND' ? before : 0;
    for (const { term, weight } of meanings) {
      const entry = term.entries[this.looked.at];
      if (!entry) continue;
      const worth = worthOf(term, weight, all);
      const reader = new PostingReader(this.looked.extents.bytes(this.looked.segment, 'postings', entry));
      while (reader.next()) {
        const { paper } = reader;
        const met = this.#met[paper] ?? OUT;
        if (met === OUT || met < least) continue;
        if (this.#last[paper] !== word) {
          this.#last[paper] = word;
          this.#met[paper] = met + 1;
        }
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
