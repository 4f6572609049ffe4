import { type Interval, median, spread } from './stats';

/** What a benchmark measured, run by run. */
export interface Row {
  what: string;
  unit: 'ms' | 'bytes' | 'nodes' | '%';
  measured: number[];
  /** What it is compared with, measured in turn with it: run by run beside `measured`. */
  against?: { what: string; measured: number[] };
  /** What it is to keep to; without it, it is told for information. */
  reach?: { ratio: number } | { under: number } | { least: number };
}

/** A row as people read it. */
export interface Finding {
  measured: number;
  baseline?: number;
  /** The median of the ratios run by run, so that a slow minute of the machine counts on both sides. */
  ratio?: number;
  /**
   * Of the ratio; of what was measured where there is no ratio, or the reach is not about it. Absent where it was
   * measured once.
   */
  spread?: Interval;
  /** Undefined where the spread lies on both sides of the limit: then nothing is claimed. */
  reached?: boolean;
}

/** Sums up the runs of a row. */
export function sumUp(row: Row): Finding {
  const { measured, against, reach } = row;
  const ratios = against?.measured.map((baseline, run) => (measured[run] as number) / baseline);
  const runs = ratios && isAboutRatio(row) ? ratios : measured;
  const interval = spread(runs);
  const reached = reach && isReached(interval, reach);
  return {
    measured: median(measured),
    ...(against && { baseline: median(against.measured) }),
    ...(ratios && { ratio: median(ratios) }),
    ...(runs.length > 1 && { spread: interval }),
    ...(reached !== undefined && { reached }),
  };
}

/** Whether it is the ratio of a row whose spread is told. */
export function isAboutRatio({ against, reach }: Row): boolean {
  return against !== undefined && (reach === undefined || 'ratio' in reach);
}

function isReached({ low, high }: Interval, reach: NonNullable<Row['reach']>): boolean | undefined {
  if ('least' in reach) return low >= reach.least ? true : high < reach.least ? false : undefined;
  const limit = 'ratio' in reach ? reach.ratio : reach.under;
  return high <= limit ? true : low > limit ? false : undefined;
}
