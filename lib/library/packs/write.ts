import { mergeSegments } from '../../search/segment/merge';
import type { SegmentTable } from '../../search/segment/segment-table';
import { type IndexedPaper, type SegmentSummary, writeSegment } from '../../search/segment/write';
import type { Page, PageSource } from '../../segment';
import { printsOf } from '../../trace/prints';
import type { Database } from '../../store/connection';
import { type BegunSegment, beginSegment } from '../../store/packs/intakes';
import type { WrittenSegment } from '../../store/packs/packs';
import { writePages } from '../../store/packs/pages';
import { createBreather } from '../breather';

/** A segment that is on disk and that nothing refers to yet. */
export interface Written extends WrittenSegment {
  /** The mean lengths of the fields of its papers. */
  lengths: number[];
}

/** So many bytes are written in one transaction. */
const AT_ONCE = 256 * 1024;

/** Writes an index over some papers, which are in the order of their codes. */
export async function writePapers(
  database: Database,
  papers: readonly IndexedPaper[],
  lengths: readonly number[],
): Promise<Written> {
  return write(database, await beginSegment(database), writeSegment(papers, lengths, printsOf));
}

interface Merge {
  pages: PageSource;
  tables: readonly SegmentTable[];
  lengths: readonly number[];
  /** Stops it. */
  signal: AbortSignal;
}

/** Writes one segment out of several; what has left them is left out. Rejects where the signal is aborted. */
export function writeMerged(
  database: Database,
  begun: BegunSegment,
  { pages, tables, lengths, signal }: Merge,
): Promise<Written> {
  return write(database, begun, mergeSegments(tables, pages, lengths), signal);
}

async function write(
  database: Database,
  { segment, leftover }: BegunSegment,
  made: Generator<Page | undefined, SegmentSummary> | AsyncGenerator<Page | undefined, SegmentSummary>,
  signal?: AbortSignal,
): Promise<Written> {
  const breathe = createBreather();
  let waiting: Page[] = [];
  let [bytes, written] = [0, 0];

  async function flush(): Promise<void> {
    await writePages(database, segment, waiting);
    [waiting, written] = [[], bytes];
  }

  for (;;) {
    const { done, value } = await made.next();
    if (done) {
      await flush();
      return { head: { number: segment, papers: value.papers, deleted: 0, bytes }, lengths: value.lengths, leftover };
    }
    if (value) {
      signal?.throwIfAborted();
      waiting.push(value);
      bytes += value.bytes.length;
      if (bytes - written >= AT_ONCE) await flush();
    }
    await breathe();
  }
}
