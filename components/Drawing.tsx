import type { MarkPath } from '../lib/mark';

interface Props {
  class: string;
  viewBox: string;
  stroke: number;
  paths: readonly MarkPath[];
  /** What it says; without one it is there for the eye only. */
  label?: string;
}

/** Paints paths in the colour of the text around them. */
export function Drawing({ class: className, viewBox, stroke, paths, label }: Props) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class={className} viewBox={viewBox} {...spoken}>
      {label !== undefined && <title>{label}</title>}
      {paths.map(({ d, fill }) =>
        fill ? (
          <path key={d} d={d} fill="currentColor" fill-rule="evenodd" />
        ) : (
          <path
            key={d}
            d={d}
            fill="none"
            stroke="currentColor"
            stroke-width={stroke}
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        ),
      )}
    </svg>
  );
}
