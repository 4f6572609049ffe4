import type { Passage } from '../passage';
import type { Print } from '../print';
import { firstFrom } from '../sorted-numbers';
import { LEAST_WORDS, SHINGLE, STEP } from './prints';
import { Reading } from './reading';
import { widest } from './widest';
import { type Words, wordsIn } from './words';

/** A passage with one paper alone. */
export type Match = Omit<Passage, 'papers'>;

/** Letters that are the same in the text and in a paper, from one to another of the text's. */
interface Run {
  from: number;
  to: number;
  words: number;
  isExact: boolean;
}

/** A text whose passages are looked for in papers. */
export class TracedText {
  readonly #words: Words;
  readonly #readings: readonly Reading[];
  /** The fingerprints of the text, each once. */
  readonly hashes: ReadonlySet<number>;

  constructor(private readonly text: string) {
    this.#words = wordsIn(text);
    const { letters, starts, otherStarts } = this.#words;
    this.#readings = [...new Set([starts, otherStarts])].map((each) => new Reading(letters, each));
    this.hashes = new Set(this.#readings.flatMap((reading) => [...reading.hashes()]));
  }

  /**
   * The passages that stand in one paper too, none within another.
   *
   * @param prints the fingerprints of the paper that the text has.
   * @param abstract of the paper; where it is not at hand, two fingerprints must agree, one right after the other.
   */
  matchesWith(prints: readonly Print[], abstract?: string): Match[] {
    const runs = abstract === undefined ? this.#agreeing(prints) : this.#same(prints, wordsIn(abstract));
    const matches = runs.map(({ from, to, words, isExact }) => ({
      start: this.#words.places[from] ?? 0,
      end: this.#endOf(to - 1),
      words,
      isExact,
    }));
    return widest(matches);
  }

  /** Where the sign ends that gave a letter. */
  #endOf(letter: number): number {
    const place = this.#words.places[letter] ?? 0;
    return place + ((this.text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1);
  }

  /** Letter by letter, as far as they are the same on both sides of each fingerprint. */
  #same(prints: readonly Print[], paper: Words): Run[] {
    const text = this.#words;
    const runs = new Map<string, Run>();
    for (const { hash, place } of prints) {
      const there = paper.starts[place * STEP];
      if (there === undefined) continue;
      for (const reading of this.#readings) {
        for (const word of reading.wordsWith(hash)) {
          const here = reading.starts[word] ?? 0;
          const [before, after] = sharedAround(text.letters, here, paper.letters, there);
          const run = wholeWords(text, here - before, here + after, paper, there - here);
          if (run && run.words >= LEAST_WORDS) runs.set(`${run.from} ${run.to}`, run);
        }
      }
    }
    return [...runs.values()];
  }

  /** Fingerprints that stand as far apart in the text as in the paper, none left out. */
  #agreeing(prints: readonly Print[]): Run[] {
    const inOrder = prints.toSorted((one, other) => one.place - other.place);
    return this.#readings.flatMap((reading) => {
      const runs: Run[] = [];
      /** Where the fingerprints begin that agree up to a word and a place. */
      const begun = new Map<string, number>();
      for (const { hash, place } of inOrder) {
        for (const word of reading.wordsWith(hash)) {
          const from = begun.get(`${word - STEP} ${place - 1}`) ?? word;
          begun.set(`${word} ${place}`, from);
          if (from === word) continue;
          runs.push({
            from: reading.starts[from] ?? 0,
            to: reading.starts[word + SHINGLE] ?? this.#words.letters.length,
            words: word - from + SHINGLE,
            isExact: false,
          });
        }
      }
      return runs;
    });
  }
}

/** How many letters are the same before a place in two texts, and from it on. */
function sharedAround(
  one: Uint16Array,
  here: number,
  other: Uint16Array,
  there: number,
): [before: number, after: number] {
  let [before, after] = [0, 0];
  while (before < here && before < there && one[here - before - 1] === other[there - before - 1]) {
    before++;
  }
  while (here + after < one.length && there + after < other.length && one[here + after] === other[there + after]) {
    after++;
  }
  return [before, after];
}

/** The whole words in a run of the same letters, as the paper parts them; undefined where there is none. */
function wholeWords(text: Words, from: number, to: number, paper: Words, ahead: number): Run | undefined {
  let [first, last] = [-1, -1];
  let [passed, words] = [0, 0];
  const isParted = (letter: number) =>
    letter === text.letters.length || has(text.starts, letter) || has(text.otherStarts, letter);
  for (let word = firstFrom(paper.starts, from + ahead); word < paper.starts.length; word++) {
    const start = (paper.starts[word] ?? 0) - ahead;
    const end = (paper.starts[word + 1] ?? paper.letters.length) - ahead;
    if (end > to) break;
    if (first < 0 && !isParted(start)) continue;
    if (first < 0) first = start;
    passed++;
    if (isParted(end)) [last, words] = [end, passed];
  }
  return last > first && first >= 0 ? { from: first, to: last, words, isExact: true } : undefined;
}

function has(numbers: Uint32Array, number: number): boolean {
  return numbers[firstFrom(numbers, number)] === number;
}
