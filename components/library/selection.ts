import type { PaperId } from '../../lib/paper';

/** Which papers of a list are selected. */
export interface Selection {
  ids: ReadonlySet<PaperId>;
  /** The paper from which a selection is extended. */
  anchor?: PaperId;
}

export const NOTHING: Selection = { ids: new Set() };

/** Selects a paper, or takes it out of the selection. */
export function toggled({ ids }: Selection, id: PaperId): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Selects all papers between the anchor and this one, both included; without an anchor in the list, this one alone. */
export function extended({ ids, anchor = '' }: Selection, list: readonly PaperId[], id: PaperId): Selection {
  const to = list.indexOf(id);
  const from = list.includes(anchor) ? list.indexOf(anchor) : to;
  const between = list.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...between]), anchor: list[from] ?? id };
}

/** Selects all of a list; where all of it is selected, nothing. */
export function allOf({ ids }: Selection, list: readonly PaperId[]): Selection {
  return list.every((id) => ids.has(id)) ? NOTHING : { ids: new Set(list) };
}
