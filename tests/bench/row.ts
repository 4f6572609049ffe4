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
  /** Of what the reach is about, the ratio or what was measured; without one where it was measured once. */
  spread?: Interval;
  /** Undefined where the spread lies on both sides of the limit: then nothing is claimed. */
  reached?: boolean;
}

/** Sums up the runs of a row. */
export function sumUp({ measured, against, reach }: Row): Finding {
  const ratios = against?.measured.map((baseline, run) => (measured[run] as number) / baseline);
  const isAboutRatio = ratios && reach && 'ratio' in reach;
  const runs = isAboutRatio ? ratios : measured;
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

function isReached({ low, high }: Interval, reach: NonNullable<Row['reach']>): boolean | undefined {
  if ('least' in reach) return low >= reach.least ? true : high < reach.least ? false : undefined;
  const limit = 'ratio' in reach ? reach.ratio : reach.under;
  return high <= limit ? true : low > limit ? false : undefined;
}
