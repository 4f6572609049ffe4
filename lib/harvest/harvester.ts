import type { Inquirer } from '../asking/asker';
import { FRESH, type Outcome } from '../asking/pace';
import { ExpectedError } from '../errors';
import type { HarvestRun } from '../harvesting';
import { inTurn } from '../in-turn';
import type { HarvestRequest, HarvestState } from '../pack';
import type { Pace } from '../pace';
import { batchesOf } from './batches';
import type { HarvestStore, PackWriter } from './outside';
import type { PartQuestion, PartReply } from './part';
import { inLine, isWithin, newRun, nextPart, outcomeOf, resumed, settle } from './policy';
import { createRuns } from './runs';
import { checkRequest } from './sets';
import { stateOf } from './state';

/** What lies outside, for the tests to put something else in its place. */
export interface Surroundings {
  store: HarvestStore;
  packs: PackWriter;
  /** Undefined where arXiv was never asked. */
  pace(): Promise<Pace | undefined>;
  /** Asks arXiv for a part; ends early, with the trouble `stopped`, when the signal is aborted. Rejects for nothing. */
  ask(question: PartQuestion, signal: AbortSignal): Promise<PartReply>;
  /** Called when there may be something to ask. */
  goOn(): void;
  /** Called whenever a harvest stands otherwise than before. */
  changed(): void;
  now(): number;
}

/** A pack that was fetched from arXiv, or is being fetched. */
export interface HarvestedPack {
  name: string;
  request: HarvestRequest;
  /** Present while papers are being fetched, or as long as that is paused or waits. */
  harvest?: HarvestState;
}

/**
 * Fetches packs from arXiv. A run whose papers were taken back, by whoever did something else with the pack, is over. A
 * command resolves when what it says is on disk, and comes out the same however often it is given.
 */
export interface Harvester extends Inquirer {
  /**
   * Begins to fetch all papers of some categories into a pack.
   * @throws {ExpectedError} for what arXiv does not have, and where something else is being fetched into that pack.
   */
  harvest(request: { name: string } & HarvestRequest): Promise<void>;
  /**
   * Begins to fetch what has changed since the pack was fetched last.
   * @throws {ExpectedError} where it never was.
   */
  renew(name: string): Promise<void>;
  /** Ends a request at once; what has come so far is kept. */
  pause(name: string): Promise<void>;
  /** Goes on where it was paused or has failed. */
  resume(name: string): Promise<void>;
  /** Takes back what has come since it was last begun. */
  cancel(name: string): Promise<void>;
  /** To be called for a pack that is removed: it cannot be renewed any more. */
  forget(name: string): Promise<void>;
  packs(): Promise<HarvestedPack[]>;
  /** The numbers of the intakes that somebody goes on with. */
  intakes(): Promise<number[]>;
}

/** A request that is open. */
interface Asking {
  name: string;
  stop(): void;
  /** Resolves when it has ended, and what came of it is on disk. */
  ended: Promise<unknown>;
}

export function createHarvester(outside: Surroundings): Harvester {
  const { store, packs, now } = outside;
  const runs = createRuns(store);
  const tidying = inTurn();
  let asking: Asking | undefined;

  async function ask(name: string): Promise<Outcome> {
    const stopping = new AbortController();
    const outcome = fetchPart(name, stopping.signal);
    asking = { name, stop: () => stopping.abort(), ended: outcome.catch(() => undefined) };
    outside.changed();
    try {
      return await outcome;
    } finally {
      asking = undefined;
    }
  }

  async function fetchPart(name: string, signal: AbortSignal): Promise<Outcome> {
    const run = (await store.get(name))?.run;
    // It may have been paused or cancelled since it was its turn.
    const question = run && nextPart(run);
    if (!question) return { trouble: 'stopped' };
    const batch = await packs.nextBatch(run.intake);
    if (batch === undefined) {
      await runs.endRun(name, run.intake);
      return { trouble: 'stopped' };
    }
    const reply = await outside.ask(question, signal);
    try {
      const papers = await takeIn(run, batch, reply);
      await runs.changeRun(name, run.intake, (current) =>
        settle({ ...current, papers: current.papers + papers }, reply, now()),
      );
      return outcomeOf(reply);
    } catch {
      return { trouble: 'unsaved' };
    }
  }

  /**
   * Takes in what a part tells. Who dies in between asks for the part again, and it may be cut otherwise: its batches are
   * counted on from what is there.
   *
   * @returns how many papers were new to the pack, or told something new.
   */
  async function takeIn({ intake, request }: HarvestRun, batch: number, reply: PartReply): Promise<number> {
    const told = [...reply.papers].filter(([, paper]) => !paper || isWithin(paper, request));
    let news = 0;
    for (const [at, { papers, removed }] of batchesOf(told).entries()) {
      const { added, changed } = await packs.add(intake, batch + at, papers, removed);
      news += added + changed;
    }
    return news;
  }

  /** Brings to their end the runs of which all has come, and those that are cancelled. */
  const tidy = () =>
    tidying(async () => {
      for (const { name, run } of await store.all()) {
        if (run?.stage === 'cancelling') await takeBack(name, run);
        else if (run?.stage === 'fetching' && run.sets.length === 0) await putTogether(name, run);
      }
    });

  async function takeBack(name: string, { intake }: HarvestRun): Promise<void> {
    if (asking?.name === name) await asking.ended;
    try {
      await packs.cancel(intake);
      await runs.endRun(name, intake);
    } catch {
      // It stays cancelled, and is taken back the next time.
    }
  }

  async function putTogether(name: string, { intake, request, began }: HarvestRun): Promise<void> {
    const isThere = async () => (await packs.nextBatch(intake)) !== undefined;
    const wasThere = await isThere();
    // Whatever follows from it may fail: a pack that is there is there.
    const isTogether = await packs.end(intake).then(
      () => true,
      async () => wasThere && !(await isThere()),
    );
    if (isTogether) await runs.endRun(name, intake, { request, ...(began !== undefined && { began }) });
    else if (!wasThere) await runs.endRun(name, intake);
    else await runs.changeRun(name, intake, (run) => ({ ...run, stage: 'failed', problem: 'unsaved' }));
    outside.changed();
  }

  /** Changes a run that is in one of some stages. */
  function move(
    name: string,
    from: readonly HarvestRun['stage'][],
    by: (run: HarvestRun) => HarvestRun,
  ): Promise<void> {
    return runs.change(name, (harvest) =>
      harvest?.run && from.includes(harvest.run.stage) ? { ...harvest, run: by(harvest.run) } : harvest,
    );
  }

  function stop(name: string): void {
    if (asking?.name === name) asking.stop();
  }

  function obeyed(): void {
    outside.changed();
    outside.goOn();
  }

  async function cancel(name: string): Promise<void> {
    await move(name, ['fetching', 'paused', 'failed'], (run) => ({ ...run, stage: 'cancelling' }));
    stop(name);
    await tidy();
    obeyed();
  }

  return {
    async next() {
      await tidy();
      const [first] = inLine(await store.all(), now());
      return first && { notBefore: first.run.notBefore, ask: () => ask(first.name) };
    },
    async harvest({ name, ...asked }) {
      const request = checkRequest(asked, new Date(now()).getUTCFullYear());
      await tidy();
      await runs.change(name, async (harvest) => {
        if (harvest?.run) {
          if (JSON.stringify(harvest.run.request) === JSON.stringify(request)) return harvest;
          throw new ExpectedError(
            `Papers are being fetched into “${name}” already. Cancel that first, or choose another name.`,
          );
        }
        const intake = await packs.begin({ name, isWhole: true, request });
        return { ...harvest, name, run: newRun(intake, request) };
      });
      obeyed();
    },
    async renew(name) {
      await runs.change(name, async (harvest) => {
        if (harvest?.run) return harvest;
        if (!harvest?.last)
          throw new ExpectedError(`“${name}” was not fetched from arXiv. Add it from there once more.`);
        const { request } = harvest.last;
        const intake = await packs.begin({ name, isWhole: false, request });
        return { ...harvest, run: newRun(intake, request, harvest.last) };
      });
      obeyed();
    },
    async pause(name) {
      await move(name, ['fetching'], (run) => ({ ...run, stage: 'paused' }));
      stop(name);
      obeyed();
    },
    async resume(name) {
      await move(name, ['paused', 'failed'], resumed);
      obeyed();
    },
    cancel,
    async forget(name) {
      await cancel(name);
      await runs.change(name, () => undefined);
    },
    async packs() {
      const [harvests, pace = FRESH] = await Promise.all([store.all(), outside.pace()]);
      const [first] = inLine(harvests, now());
      return harvests.flatMap((harvest) => {
        const { name, last, run } = harvest;
        const isShown = run && run.stage !== 'cancelling';
        const request = isShown ? run.request : last?.request;
        if (!request) return [];
        const around = { pace, isFirst: first?.name === name, isAsking: asking?.name === name };
        return [{ name, request, ...(isShown && { harvest: stateOf(run, around, now()) }) }];
      });
    },
    intakes: async () => (await store.all()).flatMap(({ run }) => run?.intake ?? []),
  };
}
