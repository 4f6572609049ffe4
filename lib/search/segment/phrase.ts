import { Cursor, STEP } from './cursor';
import type { Entry } from './dictionary';
import type { Extents, Looked } from './extents';
import type { Term } from './lookup';

/** The words of a phrase, in their order; undefined where no segment has one. */
type Terms = readonly (Term | undefined)[];

/** A word of a phrase. */
interface Word {
  cursor: Cursor;
  /** What leads from its place to one that all words of the phrase share. */
  shift: number;
}

/** Asks for what it takes to find a phrase in the segment at this place: for nothing where it lacks one of the words. */
export function askForPhrase(terms: Terms, at: number, segment: number, extents: Extents): void {
  for (const entry of entriesIn(terms, at)) {
    extents.ask(segment, 'postings', entry);
    extents.ask(segment, 'positions', entry);
  }
}

/**
 * Calls back for the papers of a segment in which these terms follow one another, in a text of theirs, and says in how
 * many places they do. One term alone may stand in a paper, and yet in no place, where the order of its words is unknown.
 */
export function eachWithPhrase(terms: Terms, looked: Looked, met: (paper: number, places: number) => void): void {
  const words = wordsOf(entriesIn(terms, looked.at), looked);
  if (words.length === 0) return;
  const cursors = [...new Set(words.map(({ cursor }) => cursor))];
  const line = new Line();
  for (let paper = 0; ; paper++) {
    for (let at = 0; at < cursors.length; at++) {
      const cursor = cursors[at] as Cursor;
      if (!cursor.reach(paper)) return;
      if (cursor.paper === paper) continue;
      // All others have to come up to it.
      paper = cursor.paper;
      at = -1;
    }
    const places = line.placesOf(words);
    if (places > 0 || words.length === 1) met(paper, places);
  }
}

/** What the segment at this place has on the words of a phrase, in their order; nothing where it lacks one of them. */
function entriesIn(terms: Terms, at: number): Entry[] {
  const entries = terms.flatMap((term) => term?.entries[at] ?? []);
  return entries.length === terms.length ? entries : [];
}

/** The words of a phrase, those first that fewest papers have; one that comes twice has one cursor. */
function wordsOf(entries: readonly Entry[], looked: Looked): Word[] {
  const cursors = new Map(entries.map((entry) => [entry, new Cursor(entry, looked)]));
  return entries
    .map((entry, at) => ({
      cursor: cursors.get(entry) as Cursor,
      shift: (entries.length - 1 - at) * STEP,
      papers: entry.papers,
    }))
    .sort((one, other) => one.papers - other.papers);
}

/** Tells where words follow one another, in one paper after the other. */
class Line {
  /**
   * For each place how many words were met there. That counts on from paper to paper, so that nothing has to be cleared:
   * what a paper leaves is less than any count of the next one.
   */
  #met = new Uint32Array(4096);
  #count = 0;

  /** In how many places of the paper on which all of them stand these words follow one another. */
  placesOf(words: readonly Word[]): number {
    let found = 0;
    for (let word = 0; word < words.length; word++) {
      const { cursor, shift } = words[word] as Word;
      cursor.read();
      const { places, count } = cursor;
      const before = this.#count++;
      if (word === 0) {
        const end = cursor.end + shift;
        if (end > this.#met.length) this.#met = new Uint32Array(2 * end);
      }
      const met = this.#met;
      found = 0;
      for (let at = 0; at < count; at++) {
        const place = (places[at] as number) + shift;
        if (word > 0 && met[place] !== before) continue;
        met[place] = before + 1;
        found++;
      }
      if (found === 0) break;
    }
    this.#count++;
    return found;
  }
}
