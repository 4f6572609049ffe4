import { codeOfId } from '../arxiv/id-code';
import { bare } from '../paper';
import { isAboutMade } from '../search/query/filters';
import type { Condition, Query } from '../search/query/query';
import type { Database } from '../store/connection';
import { readRecords } from '../store/kept';
import { createBreather } from './breather';

/** What a query asks of what the person made of their papers, by the codes of these. */
export interface Made {
  isMet(condition: Condition, code: number): boolean;
  /** When each was saved, in milliseconds since 1970. */
  savedAt: ReadonlyMap<number, number>;
}

/** Nothing was made of any paper. */
export const NOTHING_MADE: Made = { isMet: () => false, savedAt: new Map() };

/** Goes through all records once, and holds no more of them than a query asks for. */
export async function readMade(database: Database, { conditions }: Query): Promise<Made> {
  const asked = conditions.filter(isAboutMade);
  const meeting = new Map(asked.map((condition) => [condition, new Set<number>()]));
  const savedAt = new Map<number, number>();
  const breathe = createBreather();
  for await (const records of readRecords(database)) {
    for (const record of records) {
      const code = codeOfId(record.id);
      savedAt.set(code, record.savedAt);
      for (const [condition, met] of meeting) {
        if (condition.isMetBy({ paper: bare(record.id), record })) met.add(code);
      }
    }
    await breathe();
  }
  return { isMet: (condition, code) => meeting.get(condition)?.has(code) ?? false, savedAt };
}
