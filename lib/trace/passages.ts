import type { PaperId } from '../paper';
import type { Passage } from '../passage';
import type { Match } from './traced-text';
import { widest } from './widest';

/** What was found in papers, one of which may come several times. */
type Found = Iterable<{ id: PaperId; matches: readonly Match[] }>;

/** What was found as passages of the text, in its order: one that stands in several papers has them all. */
export function passagesOf(found: Found): Passage[] {
  const byPaper = new Map<PaperId, Match[]>();
  for (const { id, matches } of found) byPaper.set(id, [...(byPaper.get(id) ?? []), ...matches]);
  const passages = new Map<string, Passage>();
  for (const [id, matches] of byPaper) {
    for (const match of widest(matches)) {
      const key = `${match.start} ${match.end}`;
      const same = passages.get(key);
      if (!same) passages.set(key, { ...match, papers: [id] });
      else {
        same.papers.push(id);
        same.isExact ||= match.isExact;
      }
    }
  }
  return [...passages.values()].sort((one, other) => one.start - other.start || other.end - one.end);
}
