/** A disk and a worker as an intake meets them, in memory. */
import type { Import, ImportOutcome, PaperToImport } from '../../../../lib/edit';
import type { takeIn } from '../../../../lib/library/intake';
import type { IntakeFile } from '../../../../lib/library/intake/items';
import type { PackWriter } from '../../../../lib/library/intake/to-pack';
import type { PackCounts, PackOutcome, PackPaper } from '../../../../lib/pack';
import type { PaperId } from '../../../../lib/paper';

/** What surrounds an intake of which everything is taken in, with nobody looking on. */
export function undisturbed(): Omit<Parameters<typeof takeIn>[1], 'destination'> {
  return {
    objection: () => undefined,
    papersWith: async (abstracts) => abstracts.map(() => null),
    onProgress: () => undefined,
    signal: new AbortController().signal,
    pause: async () => undefined,
  };
}

/** A file whose bytes come in pieces that end after so many bytes each, over and over. */
export function fileOf(name: string, text: string | Uint8Array, sizes: readonly number[] = [1000]): IntakeFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return {
    name,
    size: bytes.length,
    stream() {
      let at = 0;
      let piece = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          const end = at + (sizes[piece++ % sizes.length] ?? 1);
          controller.enqueue(bytes.slice(at, end));
          at = end;
        },
      });
    },
  };
}

/** A record of arXiv's snapshot, on a line of its own. */
export function recordOf(number: number, facts: object = {}): string {
  const id = `2501.${String(number).padStart(5, '0')}`;
  const record = { id, submitter: 'Ana', title: `Paper ${number}`, authors: 'Ana Lim, Bo Chu', abstract: 'Of it.' };
  return `${JSON.stringify({ ...record, ...facts })}\n`;
}

export const snapshotOf = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => recordOf(from + at)).join('');

export type Death = 'before' | 'after' | undefined;

/** A worker that takes in each operation once, and dies before or after its work as it is told, turn by turn. */
export class FakeWorker {
  readonly kept = new Map<string, PaperToImport[]>();
  readonly batches: Import[] = [];
  /** How many asked at the same time, at most. */
  together = 0;
  #asking = 0;
  readonly #made = new Map<string, ImportOutcome>();

  constructor(private readonly deaths: readonly Death[] = []) {}

  readonly importBatch = async (batch: Import): Promise<ImportOutcome> => {
    this.#asking++;
    this.together = Math.max(this.together, this.#asking);
    await Promise.resolve();
    this.#asking--;
    const death = this.deaths[this.batches.length % Math.max(1, this.deaths.length)];
    this.batches.push(batch);
    if (death === 'before') throw new Error('Could not establish connection.');
    const made = this.#made.get(batch.operation);
    const outcome = made ?? this.#take(batch);
    if (death === 'after') throw new Error('The message port closed before a response was received.');
    return outcome;
  };

  #take({ operation, items }: Import): ImportOutcome {
    const before = new Set(this.kept.keys());
    const changed = new Set<string>();
    for (const item of items) {
      const said = this.kept.get(item.facts.id) ?? [];
      if (!said.some((one) => JSON.stringify(one) === JSON.stringify(item))) changed.add(item.facts.id);
      this.kept.set(item.facts.id, [...said, item]);
    }
    const imported = [...changed].filter((id) => !before.has(id)).length;
    const outcome: ImportOutcome = {
      imported,
      updated: changed.size - imported,
      unchanged: items.length - changed.size,
      changed: [...changed],
      undo: [...changed].filter((id) => !before.has(id)).map((id) => ({ kind: 'remove', id })),
    };
    this.#made.set(operation, outcome);
    return outcome;
  }
}

/** A worker that keeps one pack, and dies before or after its work as it is told, turn by turn. */
export class FakePack implements PackWriter {
  /** What is searched, by id. */
  content = new Map<PaperId, PackPaper>();
  /** What an intake has brought so far, by its number. */
  readonly open = new Map<number, { papers: Map<PaperId, PackPaper>; counts: PackCounts[] }>();
  readonly #ended = new Map<number, PackOutcome>();
  #turn = 0;
  #last = 0;

  constructor(private readonly deaths: readonly Death[] = []) {}

  readonly begin = (): Promise<number> =>
    this.#dying(() => {
      this.open.clear();
      this.open.set(++this.#last, { papers: new Map(), counts: [] });
      return this.#last;
    });

  readonly add = (number: number, batch: number, papers: PackPaper[]): Promise<PackCounts> =>
    this.#dying(() => {
      const intake = this.open.get(number);
      if (!intake || batch > intake.counts.length) throw new Error(`No intake ${number} waits for batch ${batch}.`);
      intake.counts[batch] ??= this.#take(intake.papers, papers);
      return intake.counts[batch];
    });

  readonly end = (number: number): Promise<PackOutcome> =>
    this.#dying(() => {
      const intake = this.open.get(number);
      if (intake) {
        const counts = { added: 0, changed: 0, reused: 0 };
        for (const one of intake.counts) for (const kind of KINDS) counts[kind] += one[kind];
        const dropped = [...this.content.keys()].filter((id) => !intake.papers.has(id)).length;
        this.#ended.set(number, { ...counts, dropped });
        this.content = intake.papers;
        this.open.delete(number);
      }
      const outcome = this.#ended.get(number);
      if (!outcome) throw new Error(`There is no intake ${number}.`);
      return outcome;
    });

  readonly cancel = (number: number): Promise<void> =>
    this.#dying(() => {
      this.open.delete(number);
    });

  #take(into: Map<PaperId, PackPaper>, papers: readonly PackPaper[]): PackCounts {
    const counts = { added: 0, changed: 0, reused: 0 };
    for (const paper of papers) {
      const before = this.content.get(paper.id);
      if (!into.has(paper.id)) {
        const isSame = JSON.stringify(before) === JSON.stringify(paper);
        counts[before ? (isSame ? 'reused' : 'changed') : 'added']++;
      }
      into.set(paper.id, paper);
    }
    return counts;
  }

  async #dying<Answer>(work: () => Answer): Promise<Answer> {
    await Promise.resolve();
    const death = this.deaths[this.#turn++ % Math.max(1, this.deaths.length)];
    if (death === 'before') throw new Error('Could not establish connection.');
    const answer = work();
    if (death === 'after') throw new Error('The message port closed before a response was received.');
    return answer;
  }
}

const KINDS = ['added', 'changed', 'reused'] as const;
