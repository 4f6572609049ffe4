import type { PageSource } from '../../segment';
import { bytesIn, pagesOfBytes } from './bytes-file';
import type { Entry } from './dictionary';
import { opened } from './page';

type BytesFile = 'postings' | 'positions';

interface Run {
  segment: number;
  file: BytesFile;
  from: number;
  to: number;
}

/** Reads postings and positions of many terms at one go: what lies in neighbouring pages is read as one. */
export class Extents {
  readonly #asked: Run[] = [];
  #runs: Run[] = [];
  /** What the pages of each run hold. */
  #contents: Uint8Array[][] = [];

  constructor(private readonly pages: PageSource) {}

  ask(segment: number, file: BytesFile, entry: Entry): void {
    this.#asked.push({ segment, file, ...pagesOfBytes(entry[file]) });
  }

  async read(): Promise<void> {
    this.#runs = joined(this.#asked);
    const read = await this.pages.read(this.#runs);
    this.#contents = read.map((pages, at) => pages.map((page) => opened(this.#runs[at]?.segment ?? 0, page)));
  }

  /** The bytes of a term that was asked for. */
  bytes(segment: number, file: BytesFile, entry: Entry): Uint8Array {
    const extent = entry[file];
    const { from, to } = pagesOfBytes(extent);
    const at = this.#runs.findIndex(
      (run) => run.segment === segment && run.file === file && run.from <= from && to <= run.to,
    );
    const first = this.#runs[at]?.from ?? 0;
    return bytesIn(segment, extent, (this.#contents[at] ?? []).slice(from - first, to - first + 1));
  }
}

/** The same pages, each once, neighbours as one run. */
function joined(asked: readonly Run[]): Run[] {
  const inOrder = asked.toSorted(
    (one, other) => one.segment - other.segment || compare(one.file, other.file) || one.from - other.from,
  );
  const runs: Run[] = [];
  for (const run of inOrder) {
    const last = runs.at(-1);
    if (last && last.segment === run.segment && last.file === run.file && run.from <= last.to + 1) {
      last.to = Math.max(last.to, run.to);
    } else {
      runs.push({ ...run });
    }
  }
  return runs;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** A segment, and what was read of it. */
export interface Looked {
  /** Its place among the segments. */
  at: number;
  segment: number;
  extents: Extents;
}
