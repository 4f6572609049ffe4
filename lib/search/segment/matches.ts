import type { Attempt } from '../attempts';
import { BOOST, FIELDS } from '../fields';
import type { Best } from './best';
import { eachMeeting, type PaperTest } from './conditions';
import type { Looked } from './extents';
import type { Meaning, Term } from './lookup';
import { LENGTH_PARTS } from './norms';
import { ABSTRACT, THREE_OR_MORE } from './postings';
import { partOf, partOfTimes, rarity } from './score';
import type { SegmentTable } from './segment-table';

/** What a step of impact is worth. */
const PARTS = Float64Array.from({ length: 256 }, (_, impact) => partOf(impact));

/** What it is worth to stand in an abstract once or twice, by the step of its length. */
const [ONCE, TWICE] = [1, 2].map((times) => LENGTH_PARTS.map((part) => partOfTimes(times, part))) as [
  Float64Array,
  Float64Array,
];

/** In the place of how many words it has met, for a paper that the query does not ask for. */
const OUT = 0xffff;

/** What is noted of the papers of a segment, by their numbers. */
interface Notes {
  /** How many words of the query each has met so far, and which was the last one, counted from 1 on. */
  met: Uint16Array;
  last: Uint16Array;
  /** What those are worth that have met a word; of the others it says nothing. */
  scores: Float64Array;
  /** The papers that have met a word, in the order in which they did. */
  found: Uint32Array;
}

/** Segment after segment and search after search have the same: to have arrays made anew takes longer than to search. */
let notes = notesOf(0);

function notesOf(papers: number): Notes {
  return {
    met: new Uint16Array(papers),
    last: new Uint16Array(papers),
    scores: new Float64Array(papers),
    found: new Uint32Array(papers),
  };
}

/** The papers of one segment, while it is found out which of them a query asks for: no longer than until the next one is. */
export class Matches {
  readonly #notes: Notes;
  #found = 0;
  #words = 0;

  constructor(
    private readonly table: SegmentTable,
    private readonly looked: Looked,
    private readonly combine: Attempt['combine'],
  ) {
    const papers = table.ids.length;
    if (notes.met.length < papers) notes = notesOf(papers);
    const { met, last } = (this.#notes = notes);
    met.fill(0, 0, papers);
    last.fill(0, 0, papers);
    for (const paper of table.deleted) met[paper] = OUT;
  }

  /** Leaves only papers that meet a condition; where it is negated, only the others. */
  meet(test: PaperTest, isNegated: boolean): void {
    const { met } = this.#notes;
    if (isNegated) {
      eachMeeting(test, this.looked, (paper) => (met[paper] = OUT));
      return;
    }
    const isMeeting = new Uint8Array(this.table.ids.length);
    eachMeeting(test, this.looked, (paper) => (isMeeting[paper] = 1));
    for (let paper = 0; paper < isMeeting.length; paper++) if (isMeeting[paper] === 0) met[paper] = OUT;
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
    const [{ met, last, scores, found }, { norms }] = [this.#notes, this.table];
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
      if (before === 0) {
        found[this.#found++] = paper;
        scores[paper] = 0;
      }
      if (last[paper] !== word) {
        last[paper] = word;
        met[paper] = before + 1;
      }
      scores[paper] = (scores[paper] as number) + score;
    }
  }

  /** Adds the papers that the query asks for to the best. */
  collect(best: Best, isLeftOut: (code: number) => boolean): void {
    const [{ met, scores }, { ids }] = [this.#notes, this.table];
    this.#each((paper) => {
      const code = ids[paper] as number;
      // As in MiniSearch, a paper is worth more the more of the words it has.
      if (!isLeftOut(code)) best.add(code, this.#words === 0 ? 0 : (scores[paper] as number) * (met[paper] as number));
    });
  }

  /** 1 for each paper that the query asks for. */
  met(): Uint8Array {
    const met = new Uint8Array(this.table.ids.length);
    this.#each((paper) => (met[paper] = 1));
    return met;
  }

  /** Calls back for each paper that the query asks for. */
  #each(called: (paper: number) => void): void {
    const { met, found } = this.#notes;
    if (this.#words === 0) {
      for (let paper = 0; paper < this.table.ids.length; paper++) if (met[paper] !== OUT) called(paper);
      return;
    }
    const least = this.combine === 'AND' ? this.#words : 1;
    for (let at = 0; at < this.#found; at++) {
      const paper = found[at] as number;
      if ((met[paper] as number) >= least) called(paper);
    }
  }
}

/** What a step of impact in each field is worth for this term. */
function worthOf({ inField }: Term, weight: number, all: number): Float64Array {
  return Float64Array.from(FIELDS, (name, field) => weight * BOOST[name] * rarity(inField[field] ?? 0, all));
}
