import { type Asker, createAsker } from '../../../lib/asking/asker';
import { TIME_OUT } from '../../../lib/asking/limits';
import { type Completion, createCompletion, type Permission } from '../../../lib/completion/completion';
import type { Reply } from '../../../lib/completion/policy';
import { createHarvester, type Harvester } from '../../../lib/harvest/harvester';
import { PART } from '../../../lib/harvest/limits';
import type { PartQuestion, PartReply } from '../../../lib/harvest/part';
import { newJob } from '../../../lib/job';
import type { Pace } from '../../../lib/pace';
import type { PaperId } from '../../../lib/paper';
import { MemoryHarvests } from './memory-harvests';
import { MemoryPacks } from './memory-packs';
import { MemoryQueue } from './memory-queue';

/** A request as arXiv sees it: about papers, or for a part of a list. */
export interface SeenRequest {
  ids: PaperId[];
  part?: PartQuestion;
  start: number;
  /** When it was answered, or the worker that made it died. */
  end?: number;
  answer: (reply: PartialReply) => Promise<void>;
}

/** A reply about papers as tests write it: with the facts of all where it tells of neither facts nor trouble. */
type PartialPapers = Omit<Reply, 'facts'> & { facts?: PaperId[] };
/** A part of a list as tests write it: the last one, and empty, where it says nothing else. */
type PartialPart = Partial<PartReply>;
type PartialReply = PartialPapers | PartialPart;

function wholeReply({ facts, ...others }: PartialPapers, ids: PaperId[]): Reply<PaperId> {
  const told = facts ?? (others.trouble ? [] : ids);
  return { ...others, facts: new Map(told.map((id) => [id, id])) };
}

function wholePart(part: PartialPart): PartReply {
  return { papers: new Map(), records: part.papers?.size ?? 0, ...part };
}

interface Life {
  isOver: boolean;
}

/** The time, an alarm, a disk, arXiv, and a worker that may die at any moment. Time passes only where a test says so. */
export class World {
  readonly queue = new MemoryQueue();
  readonly harvests = new MemoryHarvests();
  readonly packs = new MemoryPacks();
  readonly requests: SeenRequest[] = [];
  readonly completed: PaperId[] = [];
  permission: Permission = { isAllowed: true, isStopped: false };
  incomplete: PaperId[] = [];
  /** Answers every request about papers at once, where a test does not want to do so itself. */
  arxiv: ((ids: PaperId[]) => PartialPapers) | undefined;
  /** The same for parts of lists. */
  oai: ((part: PartQuestion) => PartialPart) | undefined;
  isDiskFull = false;
  now = 1_000_000;
  /** After how many dealings with what is outside the worker dies, and whether the last one is still done. */
  fuse: { left: number; isDone: boolean } | undefined;
  completion!: Completion;
  harvester!: Harvester;
  private asker!: Asker;
  private pace: Pace | undefined;
  private alarm: number | undefined;
  private timers = new Map<() => void, number>();
  private life: Life = { isOver: false };

  constructor() {
    this.start();
  }

  /** The request that has no answer yet. */
  get open(): SeenRequest | undefined {
    return this.requests.find(({ end }) => end === undefined);
  }

  /** Saves papers, each of them with its job. */
  async save(...ids: PaperId[]): Promise<void> {
    await this.queue.add(ids.map((id) => newJob(id, this.now)));
    await this.goOn();
  }

  /** Lets the worker do what it can do without the time or arXiv. */
  async goOn(): Promise<void> {
    void this.asker.goOn();
    await rest();
  }

  /** Gives the worker a command. One that the worker does not outlive is given to the next one. */
  async tell(command: (worker: Pick<World, 'completion' | 'harvester'>) => Promise<void>): Promise<void> {
    for (;;) {
      const { life } = this;
      let answer: { error?: unknown } | undefined;
      command(this).then(
        () => (answer = {}),
        (error: unknown) => (answer = { error }),
      );
      await rest();
      if (answer && 'error' in answer) throw answer.error;
      if (answer || !life.isOver) return;
    }
  }

  /** Answers the open request. */
  async answer(reply: PartialReply = {}): Promise<void> {
    if (!this.open) throw new Error('Nothing was asked.');
    await this.open.answer(reply);
  }

  /** Lets time pass: alarm and timers go off where they are met, and a request that has no answer in time ends. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      const [timer, at = Infinity] = [...this.timers].sort(([, a], [, b]) => a - b)[0] ?? [];
      const next = Math.min(at, this.alarm ?? Infinity);
      if (next > until) break;
      this.now = Math.max(this.now, next);
      if (timer && at === next) {
        this.timers.delete(timer);
        timer();
        await rest();
      } else {
        this.alarm = undefined;
        await this.goOn();
      }
    }
    this.now = until;
  }

  /** Stops the worker wherever it is, and starts another one. */
  async die(): Promise<void> {
    this.end();
    await this.goOn();
  }

  private end(): void {
    this.life.isOver = true;
    this.timers.clear();
    if (this.open) this.open.end = this.now;
    this.fuse = undefined;
    this.start();
  }

  private start(): void {
    const life: Life = { isOver: false };
    this.life = life;
    /** What a dead worker has begun never ends. */
    const alive = async <Value>(act: () => Value | Promise<Value>): Promise<Value> => {
      const { fuse } = this;
      const isLast = !life.isOver && fuse !== undefined && fuse.left-- <= 0;
      if (isLast) {
        if (fuse.isDone) Promise.resolve(act()).catch(() => undefined);
        this.end();
        void this.asker.goOn();
      }
      return life.isOver ? new Promise<Value>(() => undefined) : act();
    };
    const through = <Outside extends object>(outside: Outside): Outside =>
      new Proxy(outside, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return (...parameters: unknown[]) => alive(() => Reflect.apply(member, target, parameters));
        },
      });
    const pace = through({
      get: async () => this.pace,
      set: async (next: Pace) => void (this.pace = next),
    });
    const now = () => this.now;
    const goOn = () => void (!life.isOver && this.asker.goOn());
    const after = (milliseconds: number, call: () => void) => {
      if (!life.isOver) this.timers.set(call, this.now + milliseconds);
      return () => this.timers.delete(call);
    };
    this.completion = createCompletion<PaperId>({
      queue: through(this.queue),
      pace: () => pace.get(),
      permission: () => alive(() => this.permission),
      ask: (ids, signal) => alive(() => this.askAbout(ids, signal, life)),
      complete: (facts) => alive(() => this.complete(facts)),
      incomplete: () => alive(() => this.incomplete),
      goOn,
      changed: () => undefined,
      now,
    });
    this.harvester = createHarvester({
      store: through(this.harvests),
      packs: through(this.packs),
      pace: () => pace.get(),
      ask: (part, signal) => alive(() => this.askFor(part, signal, life)),
      goOn,
      changed: () => undefined,
      now,
    });
    this.asker = createAsker([this.completion, this.harvester], {
      pace,
      clock: { now, after },
      wakeAt: (moment) => alive(() => void (this.alarm = moment)),
      stayAwake: (work) => work,
      changed: () => undefined,
    });
  }

  private complete(ids: PaperId[]): void {
    if (this.isDiskFull) throw new Error('The disk is full.');
    this.completed.push(...ids);
  }

  private async askAbout(ids: PaperId[], signal: AbortSignal, life: Life): Promise<Reply<PaperId>> {
    const told = this.arxiv?.(ids);
    return wholeReply(await this.request<PartialPapers>({ ids }, told, TIME_OUT, signal, life), ids);
  }

  private async askFor(part: PartQuestion, signal: AbortSignal, life: Life): Promise<PartReply> {
    const told = this.oai?.(part);
    return wholePart(await this.request<PartialPart>({ ids: [], part }, told, PART.timeOut, signal, life));
  }

  /** @param told the reply, where it comes at once. */
  private request<Told extends PartialReply>(
    what: Pick<SeenRequest, 'ids' | 'part'>,
    told: Told | undefined,
    timeOut: number,
    signal: AbortSignal,
    life: Life,
  ): Promise<Told> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve({ trouble: 'stopped' } as Told);
      const isLate = () => void request.answer({ trouble: 'slow' });
      const request: SeenRequest = {
        ...what,
        start: this.now,
        answer: async (reply) => {
          this.timers.delete(isLate);
          request.end = this.now;
          resolve(reply as Told);
          await rest();
        },
      };
      this.requests.push(request);
      if (!life.isOver) this.timers.set(isLate, this.now + timeOut);
      signal.addEventListener('abort', () => void request.answer({ trouble: 'stopped' }));
      if (told) void request.answer(told);
    });
  }
}

/** Until everything that waits for nothing outside is done. */
function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
