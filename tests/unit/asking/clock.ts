import type { Clock } from '../../../lib/asking/clock';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  private time = 1_772_000_000_000;
  private readonly calls = new Map<() => void, number>();

  now(): number {
    return this.time;
  }

  after(milliseconds: number, call: () => void): () => void {
    this.calls.set(call, this.time + milliseconds);
    return () => this.calls.delete(call);
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
    for (const [call, moment] of this.calls) {
      if (moment > this.time) continue;
      this.calls.delete(call);
      call();
    }
  }

  /** How many milliseconds it is until the next call. */
  waitsFor(): number {
    return Math.min(...this.calls.values()) - this.time;
  }

  /** How many calls are still to come. */
  get waiting(): number {
    return this.calls.size;
  }
}
