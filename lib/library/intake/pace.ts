import type { IntakeProgress } from '../../intake';
import { createBreather } from '../breather';

/** A person sees no more. */
const REPORT_MS = 100;

/** Before it, a rate says nothing. */
const FIRST_MS = 1000;

interface Options {
  /** Bytes of all files. */
  of: number;
  /** The clock, in milliseconds. */
  now: () => number;
  onProgress: (progress: IntakeProgress) => void;
}

/** Tells of progress ten times in a second at most, and lets the page have its turn in between. */
export class Pace {
  readonly #start: number;
  readonly #breathe: () => Promise<void>;
  #reported = -Infinity;
  #done = 0;

  constructor(private readonly options: Options) {
    this.#start = options.now();
    this.#breathe = createBreather(options.now);
  }

  /** To be told of bytes that were read. A file may have grown since its size was taken. */
  read(bytes: number): void {
    this.#done = Math.min(this.#done + bytes, this.options.of);
  }

  /** To be called after each small step, with how many papers were taken in so far. */
  async step(records: number): Promise<void> {
    if (this.options.now() - this.#reported >= REPORT_MS) this.report(records);
    await this.#breathe();
  }

  report(records: number): void {
    const { of, now, onProgress } = this.options;
    const done = this.#done;
    this.#reported = now();
    const passed = this.#reported - this.#start;
    const rate = passed > 0 ? (records * 1000) / passed : 0;
    const isTold = passed >= FIRST_MS && done > 0;
    onProgress({ done, of, records, rate, ...(isTold && { secondsLeft: ((of - done) / done) * (passed / 1000) }) });
  }
}
