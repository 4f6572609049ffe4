import type { PaperId } from '../paper';
import type { Passage } from '../passage';
import type { Match } from './traced-text';

/** What was found in each paper as passages of the text, in its order: one that stands in several papers has them all. */
export function passagesOf(found: Iterable<{ id: PaperId; matches: readonly Match[] }>): Passage[] {
  const passages = new Map<string, Passage>();
  for (const { id, matches } of found) {
    for (const match of matches) {
      const key = `${match.start} ${match.end}`;
      const same = passages.get(key);
      if (!same) passages.set(key, { ...match, papers: [id] });
      else if (!same.papers.includes(id)) {
        same.papers.push(id);
        same.isExact ||= match.isExact;
      }
    }
  }
  return [...passages.values()].sort((one, other) => one.start - other.start || other.end - one.end);
}
