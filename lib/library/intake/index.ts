import { isExpected } from '../../errors';
import type { Importer } from '../../exchange/format';
import { IMPORTERS } from '../../exchange/registry';
import type { IntakeProgress, IntakeResult } from '../../intake';
import { Batches, type Placed, type Taking } from './batches';
import { HeldAbstracts, type PapersWith } from './held-abstracts';
import { type IntakeFile, itemsOf } from './items';
import { Pace } from './pace';
import { persist } from './persist';
import { Tally } from './tally';

interface Options extends Omit<Taking, 'pause'> {
  papersWith: PapersWith;
  onProgress: (progress: IntakeProgress) => void;
  /** Stops it: what was taken in stays. */
  signal: AbortSignal;
  /** The formats that are read. */
  importers?: readonly Importer[];
  /** The clock, in milliseconds. */
  now?: () => number;
  pause?: (milliseconds: number) => Promise<void>;
}

/**
 * Takes in the papers of some files, one after the other, in whatever known format each is. Holds no more of them than
 * two batches of papers. A record or a file that cannot be taken in never costs its neighbours. Never rejects.
 */
export async function takeIn(files: readonly IntakeFile[], options: Options): Promise<IntakeResult> {
  const { signal, importers = IMPORTERS, now = () => performance.now(), pause = wait } = options;
  const tally = new Tally();
  const held = new HeldAbstracts();
  const pace = new Pace({ of: files.reduce((sum, { size }) => sum + size, 0), now, onProgress: options.onProgress });
  const batches = new Batches(
    { ...options, pause },
    {
      onTaken: (batch, outcome) => tally.took(batch.map(idOf), outcome),
      onRefused: ({ file, place }, why) => tally.skip(file, place, why),
    },
  );

  async function resolveHeld(): Promise<void> {
    await batches.flush();
    const { known, unknown } = await held.resolve((abstracts) => persist(() => options.papersWith(abstracts), pause));
    for (const { file, found } of unknown) tally.skip(file, found.place, NO_SUCH_ABSTRACT);
    for (const placed of known) await batches.add(placed);
    await batches.flush();
  }

  async function takeAll(): Promise<void> {
    for (const file of files) {
      for await (const item of itemsOf(file, { importers, signal, onBytes: (count) => pace.read(count) })) {
        signal.throwIfAborted();
        if (item.kind === 'skipped') tally.skip(file.name, item.place, item.why);
        else if (item.kind === 'remark') tally.remark(file.name, item.why);
        else if (item.kind === 'abstract') held.add(file.name, item);
        else await batches.add({ file: file.name, place: item.place, paper: paperOf(item) });
        if (held.isFull) await resolveHeld();
        await pace.step(tally.records);
      }
    }
    await resolveHeld();
  }

  const end = await endOf(takeAll, signal, batches);
  pace.report(tally.records);
  return { ...tally.result(files.map(({ name }) => name)), ...end };
}

const NO_SUCH_ABSTRACT = 'No paper that is known has this abstract, and no id stands with it. Import its id instead.';

/** Runs it to its end, whichever that is. */
async function endOf(
  run: () => Promise<void>,
  signal: AbortSignal,
  batches: Batches,
): Promise<Pick<IntakeResult, 'isCancelled' | 'problem'>> {
  try {
    await run();
    return {};
  } catch (error) {
    try {
      await batches.stop();
    } catch (fault) {
      return { problem: problemOf(fault) };
    }
    return signal.aborted ? { isCancelled: true } : { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): string {
  if (isExpected(error)) return error.message;
  const fault = error instanceof Error ? error.message : String(error);
  return `The import stopped before its end (${fault}). Import the same files again: what is there already stays as it is.`;
}

function paperOf({
  facts,
  kept,
}: {
  facts: Placed['paper']['facts'];
  kept?: Placed['paper']['kept'];
}): Placed['paper'] {
  return { facts, ...(kept && { kept }) };
}

function idOf({ paper }: Placed): string {
  return paper.facts.id;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
