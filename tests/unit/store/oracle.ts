import type { Change, Facts } from '../../../lib/edit';
import type { LibraryRecord, Paper } from '../../../lib/paper';
import { mergeFacts } from '../../../lib/facts';
import { mergeNotes, uniteNotes } from '../../../lib/store/notes';

interface Kept {
  state: LibraryRecord['state'];
  savedAt: number;
  savedFrom: string;
  isStarred: boolean;
  tags: string[];
  note: string;
  seen: number;
}

/** A library as a map that is changed in place, each change spelt out. How notes and facts merge is tested elsewhere. */
export function createOracle() {
  const kept = new Map<string, Kept>();
  const papers = new Map<string, Paper>();

  function learn(id: string, facts: Facts | undefined): void {
    if (facts && kept.has(id)) papers.set(id, mergeFacts(papers.get(id) ?? { id, title: id, authors: [] }, facts));
  }

  function give({ tags }: Kept, tag: string, at = tags.length): void {
    const name = tag.normalize('NFC').split(/\s+/).filter(Boolean).join(' ');
    if (name !== '' && tags.indexOf(name) < 0) tags.splice(at, 0, name);
  }

  return {
    apply(change: Change, now: number): void {
      if (change.kind === 'rename-tag') {
        for (const { tags } of kept.values()) rename(tags, tidy(change.from), tidy(change.to));
        return;
      }
      const { id } = change;
      let paper = kept.get(id);
      if (!paper && (change.kind === 'save' || change.kind === 'merge')) {
        const {
          state = 'saved',
          savedAt = now,
          savedFrom = '',
        } = (change.kind === 'save' ? change : change.made) ?? {};
        paper = { state, savedAt, savedFrom, isStarred: false, tags: [], note: '', seen: 0 };
        kept.set(id, paper);
      }
      if (!paper) return;
      switch (change.kind) {
        case 'save':
          if (change.state) paper.state = change.state;
          break;
        case 'remove':
          kept.delete(id);
          papers.delete(id);
          break;
        case 'state':
          paper.state = change.state;
          break;
        case 'star':
          paper.isStarred = true;
          break;
        case 'unstar':
          paper.isStarred = false;
          break;
        case 'tag':
          give(paper, change.tag, change.at);
          break;
        case 'untag':
          paper.tags = paper.tags.filter((tag) => tag !== tidy(change.tag));
          break;
        case 'note':
          paper.note = mergeNotes(change.from, paper.note, change.note);
          break;
        case 'seen':
          paper.seen = change.version ?? 0;
          break;
        case 'merge':
          paper.isStarred ||= change.made?.isStarred ?? false;
          for (const tag of change.made?.tags ?? []) give(paper, tag);
          paper.note = uniteNotes(paper.note, change.made?.note ?? '');
          paper.seen = Math.max(paper.seen, change.made?.seenVersion ?? 0);
      }
      if ('facts' in change) learn(id, change.facts);
      // A version that is known when a paper is saved, or is the first to be learned, is no news.
      if (/save|merge|learn/.test(change.kind)) paper.seen ||= papers.get(id)?.version ?? 0;
    },
    /** What the database should hold, in the order of the ids. */
    records: () => [...kept].map(recordOf).sort(byId),
    papers: () => [...papers.values()].sort(byId),
  };
}

function recordOf([id, paper]: [string, Kept]): LibraryRecord {
  return {
    id,
    state: paper.state,
    savedAt: paper.savedAt,
    ...(paper.savedFrom !== '' && { savedFrom: paper.savedFrom }),
    ...(paper.isStarred && { isStarred: true }),
    ...(paper.tags.length > 0 && { tags: [...paper.tags] }),
    ...(paper.note !== '' && { note: paper.note }),
    ...(paper.seen > 0 && { seenVersion: paper.seen }),
  };
}

export function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}

function tidy(tag: string): string {
  return tag.normalize('NFC').trim();
}

function rename(tags: string[], from: string, to: string): void {
  const at = tags.indexOf(from);
  if (at < 0 || from === to) return;
  if (tags.indexOf(to) >= 0) tags.splice(at, 1);
  else tags.splice(at, 1, to);
}
