import { isExpected } from '../../errors';
import type { FoundPaper, Importer } from '../../exchange/format';
import { IMPORTERS } from '../../exchange/registry';
import type { IntakeProgress, IntakeResult } from '../../intake';
import { Batches, type Placed } from './batches';
import type { Destination, Persist } from './destination';
import { HeldAbstracts, type PapersWith } from './held-abstracts';
import { type IntakeFile, itemsOf } from './items';
import { Pace } from './pace';
import { persist } from './persist';
import { Remarks } from './remarks';

interface Options {
  /** Where the papers go: by a worker that is asked until it answers. */
  destination: (persist: Persist) => Destination;
  /** Why a paper cannot be taken in, whatever the others are; asked where some were refused. */
  objection: (paper: Placed['paper']) => string | undefined;
  papersWith: PapersWith;
  onProgress: (progress: IntakeProgress) => void;
  /** Stops it. */
  signal: AbortSignal;
  /** The formats that are read. */
  importers?: readonly Importer[];
  /** The clock, in milliseconds. */
  now?: () => number;
  pause?: (milliseconds: number) => Promise<void>;
}

type Came = Omit<IntakeResult, keyof ReturnType<Remarks['all']>>;

/**
 * Takes in the papers of some files, one after the other, in whatever known format each is. Holds no more of them than
 * two batches of papers. A record or a file that cannot be taken in never costs its neighbours. Never rejects.
 */
export async function takeIn(files: readonly IntakeFile[], options: Options): Promise<IntakeResult> {
  const { signal, objection, importers = IMPORTERS, now = () => performance.now(), pause = wait } = options;
  const ask: Persist = (question) => persist(question, pause);
  const destination = options.destination(ask);
  const remarks = new Remarks();
  const held = new HeldAbstracts();
  const pace = new Pace({ of: files.reduce((sum, { size }) => sum + size, 0), now, onProgress: options.onProgress });
  const batches = new Batches({
    destination,
    objection,
    onRefused: ({ file, place }, why) => remarks.skip(file, place, why),
  });

  async function resolveHeld(): Promise<void> {
    await batches.flush();
    const { known, unknown } = await held.resolve((abstracts) => ask(() => options.papersWith(abstracts)));
    for (const { file, found } of unknown) remarks.skip(file, found.place, NO_SUCH_ABSTRACT);
    for (const placed of known) await batches.add(placed);
    await batches.flush();
  }

  async function takeFile(file: IntakeFile): Promise<void> {
    let isMadeLeftOut = false;
    for await (const item of itemsOf(file, { importers, signal, onBytes: (count) => pace.read(count) })) {
      signal.throwIfAborted();
      if (item.kind === 'skipped') remarks.skip(file.name, item.place, item.why);
      else if (item.kind === 'remark') remarks.remark(file.name, item.why);
      else if (item.kind === 'abstract') held.add(file.name, item);
      else {
        isMadeLeftOut ||= !destination.takesMade && isMade(item);
        await batches.add({ file: file.name, place: item.place, paper: paperOf(item, destination) });
      }
      if (held.isFull) await resolveHeld();
      await pace.step(destination.taken);
    }
    if (isMadeLeftOut) remarks.remark(file.name, MADE_LEFT_OUT);
  }

  async function takeAll(): Promise<void> {
    for (const file of files) await takeFile(file);
    await resolveHeld();
  }

  async function giveUp(cause: unknown): Promise<Came> {
    let fault = signal.aborted ? undefined : cause;
    try {
      await batches.stop();
    } catch (late) {
      fault = late;
    }
    const why = fault === undefined ? { isCancelled: true as const } : { problem: problemOf(fault) };
    return { ...(await destination.giveUp()), ...why };
  }

  const came = await takeAll()
    .then((): Promise<Came> => destination.end(remarks.isWhole))
    .catch(giveUp);
  pace.report(destination.taken);
  return { ...came, ...remarks.all(files.map(({ name }) => name)) };
}

const NO_SUCH_ABSTRACT = 'No paper that is known has this abstract, and no id stands with it. Import its id instead.';

const MADE_LEFT_OUT =
  'Tags, notes and what else people make of papers were left out: a pack has only what is known of them. Import the file into your library for the rest.';

function problemOf(error: unknown): string {
  if (isExpected(error)) return error.message;
  const fault = error instanceof Error ? error.message : String(error);
  return `The import stopped before its end (${fault}). Import the same files again: what is there already stays as it is.`;
}

/** Whether a file says of a paper what a person has made of it. */
function isMade({ kept }: FoundPaper): boolean {
  return kept !== undefined && Object.keys(kept).length > 0;
}

function paperOf({ facts, kept }: FoundPaper, { takesMade }: Destination): Placed['paper'] {
  return { facts, ...(kept && takesMade && { kept }) };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
