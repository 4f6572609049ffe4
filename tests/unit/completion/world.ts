import { type Completion, createCompletion, type Permission } from '../../../lib/completion/completion';
import { TIME_OUT } from '../../../lib/completion/limits';
import type { Reply } from '../../../lib/completion/policy';
import { newJob } from '../../../lib/job';
import type { PaperId } from '../../../lib/paper';
import { MemoryQueue } from './memory-queue';

/** A request as arXiv sees it. */
export interface SeenRequest {
  ids: PaperId[];
  start: number;
  /** When it was answered, or the worker that made it died. */
  end?: number;
  answer: (reply: Reply<PaperId>) => Promise<void>;
}

/** A reply as tests write it: with the facts of all papers where it tells of neither facts nor trouble. */
type PartialReply = Omit<Reply, 'facts'> & { facts?: PaperId[] };

function wholeReply({ facts, ...others }: PartialReply, ids: PaperId[]): Reply<PaperId> {
  const told = facts ?? (others.trouble ? [] : ids);
  return { ...others, facts: new Map(told.map((id) => [id, id])) };
}

/** The time, an alarm, a disk, arXiv, and a worker that may die at any moment. Time passes only where a test says so. */
export class World {
  readonly queue = new MemoryQueue();
  readonly requests: SeenRequest[] = [];
  readonly completed: PaperId[] = [];
  permission: Permission = { isAllowed: true, isStopped: false };
  incomplete: PaperId[] = [];
  /** Answers every request at once, where a test does not want to do so itself. */
  arxiv: ((ids: PaperId[]) => PartialReply) | undefined;
  isDiskFull = false;
  now = 1_000_000;
  worker: Completion;
  private alarm: number | undefined;
  private life = { isOver: false };

  constructor() {
    this.worker = this.start();
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
    void this.worker.goOn();
    await rest();
  }

  /** Answers the open request. */
  async answer(reply: PartialReply = {}): Promise<void> {
    if (!this.open) throw new Error('Nothing was asked.');
    await this.open.answer(wholeReply(reply, this.open.ids));
  }

  /** Lets time pass: the alarm goes off where it is met, and a request that has no answer in time ends. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      const { open, alarm = Infinity } = this;
      const timeOut = open ? open.start + TIME_OUT : Infinity;
      const next = Math.min(alarm, timeOut);
      if (next > until) break;
      this.now = Math.max(this.now, next);
      if (timeOut <= alarm) await this.answer({ trouble: 'slow' });
      else {
        this.alarm = undefined;
        await this.goOn();
      }
    }
    this.now = until;
  }

  /** Stops the worker wherever it is, and starts another one. */
  async die(): Promise<void> {
    this.life.isOver = true;
    if (this.open) this.open.end = this.now;
    this.worker = this.start();
    await this.goOn();
  }

  private start(): Completion {
    const life = { isOver: false };
    this.life = life;
    /** What a dead worker has begun never ends. */
    const alive = async <Value>(act: () => Value | Promise<Value>): Promise<Value> =>
      life.isOver ? new Promise<Value>(() => undefined) : act();
    const { queue } = this;
    return createCompletion<PaperId>({
      queue: {
        jobs: () => alive(() => queue.jobs()),
        add: (jobs) => alive(() => queue.add(jobs)),
        pace: () => alive(() => queue.pace()),
        setPace: (pace) => alive(() => queue.setPace(pace)),
        settle: (settled) => alive(() => queue.settle(settled)),
      },
      permission: () => alive(() => this.permission),
      ask: (ids, signal) => alive(() => this.ask(ids, signal)),
      complete: (facts) => alive(() => this.complete(facts)),
      incomplete: () => alive(() => this.incomplete),
      wakeAt: (moment) => alive(() => void (this.alarm = moment)),
      changed: () => undefined,
      now: () => this.now,
    });
  }

  private complete(ids: PaperId[]): void {
    if (this.isDiskFull) throw new Error('The disk is full.');
    this.completed.push(...ids);
  }

  private async ask(ids: PaperId[], signal: AbortSignal): Promise<Reply<PaperId>> {
    const stopped: Reply<PaperId> = { facts: new Map(), trouble: 'stopped' };
    if (signal.aborted) return stopped;
    return new Promise((resolve) => {
      const request: SeenRequest = {
        ids,
        start: this.now,
        answer: async (reply) => {
          request.end = this.now;
          resolve(reply);
          await rest();
        },
      };
      signal.addEventListener('abort', () => void request.answer(stopped));
      this.requests.push(request);
      if (this.arxiv) void request.answer(wholeReply(this.arxiv(ids), ids));
    });
  }
}

/** Until everything that waits for nothing outside is done. */
function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
