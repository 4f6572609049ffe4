import type { Change } from '../edit';
import { tidyTag } from '../store/change';
import type { Database } from '../store/connection';

/** As many as anyone looks through. */
const MOST = 200;

/** The tags that a person gives, to be offered anew: those of most papers first. */
export interface Tags {
  all(database: Database): Promise<string[]>;
  /** To be called when changes were made. A tag that no paper has any more is offered for a while. */
  changed(changes: readonly Change[]): Promise<void>;
}

export function createTags(): Tags {
  let counts: Promise<Map<string, number>> | undefined;

  return {
    async all(database) {
      counts ??= readCounts(database);
      counts.catch(() => (counts = undefined));
      const byCount = [...(await counts)].sort(([a, of], [b, others]) => others - of || a.localeCompare(b));
      return byCount.slice(0, MOST).map(([tag]) => tag);
    },
    async changed(changes) {
      const known = await counts;
      if (!known) return;
      for (const tag of changes.flatMap(given)) known.set(tag, (known.get(tag) ?? 0) + 1);
    },
  };
}

async function readCounts(database: Database): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { tags = [] } of await database.getAll('library')) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}

function given(change: Change): string[] {
  if (change.kind === 'tag') return [tidyTag(change.tag)];
  if (change.kind === 'rename-tag') return [tidyTag(change.to)];
  return change.kind === 'merge' ? (change.made?.tags ?? []).map(tidyTag) : [];
}
