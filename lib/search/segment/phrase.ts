import { Cursor, placeInField } from './cursor';
import type { Entry } from './dictionary';
import type { Extents, Looked } from './extents';
import type { Term } from './lookup';
import { NOWHERE } from './placed-terms';

/** The words of a phrase, in their order; undefined where no segment has one. */
type Terms = readonly (Term | undefined)[];

/** A word of a phrase. */
interface Word {
  cursor: Cursor;
  /** How many words of the phrase come before it. */
  offset: number;
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
  const [rarest, ...others] = words;
  if (!rarest) return;
  const cursors = [...new Set(words.map(({ cursor }) => cursor))];
  const starts: number[] = [];
  for (let paper = 0; ; paper++) {
    for (let at = 0; at < cursors.length; at++) {
      const cursor = cursors[at] as Cursor;
      if (!cursor.reach(paper)) return;
      if (cursor.paper === paper) continue;
      // All others have to come up to it.
      paper = cursor.paper;
      at = -1;
    }
    const places = others.length > 0 ? placesOf(rarest, others, starts) : placesOfOne(rarest);
    if (places > 0 || others.length === 0) met(paper, places);
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
    .flatMap((entry, offset) => ({ cursor: cursors.get(entry) as Cursor, offset, papers: entry.papers }))
    .sort((one, other) => one.papers - other.papers);
}

/**
 * In how many places of the paper on which all of them stand the words follow one another.
 *
 * @param starts is written to, so that not every paper needs a list of its own.
 */
function placesOf({ cursor, offset: first }: Word, others: readonly Word[], starts: number[]): number {
  cursor.read();
  let count = cursor.count;
  for (let at = 0; at < count; at++) starts[at] = cursor.places[at] as number;
  for (const { cursor: other, offset } of others) {
    other.read();
    const places = other.places;
    const end = other.count;
    let kept = 0;
    for (let at = 0, next = 0; at < count && next < end; at++) {
      const start = starts[at] as number;
      const wanted = start + offset - first;
      while (next < end && (places[next] as number) < wanted) next++;
      if (next < end && places[next] === wanted) starts[kept++] = start;
    }
    if (kept === 0) return 0;
    count = kept;
  }
  return count;
}

function placesOfOne({ cursor }: Word): number {
  cursor.read();
  let count = 0;
  for (let at = 0; at < cursor.count; at++) if (placeInField(cursor.places[at] as number) < NOWHERE) count++;
  return count;
}
