import type { Queue } from '../../../lib/completion/queue';
import type { Job } from '../../../lib/job';
import type { PaperId } from '../../../lib/paper';

/** A queue that outlives the workers of a test. */
export class MemoryQueue implements Queue {
  private readonly kept = new Map<PaperId, Job>();

  async jobs(): Promise<Job[]> {
    return [...this.kept.values()];
  }

  async add(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) if (!this.kept.has(job.id)) this.kept.set(job.id, job);
  }

  async settle({ done, putOff }: Parameters<Queue['settle']>[0]): Promise<void> {
    for (const job of putOff) if (this.kept.has(job.id)) this.kept.set(job.id, job);
    for (const id of done) this.kept.delete(id);
  }

  /** A paper that is let go takes its job with it. */
  forget(id: PaperId): void {
    this.kept.delete(id);
  }
}
