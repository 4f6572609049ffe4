interface Props {
  /** What goes on. */
  label: string;
  /** Absent where nobody knows how much there is. */
  percent?: number | undefined;
  /** How far it is, in words. */
  text: string;
}

/** A bar that moves with the work. */
export function ProgressBar({ label, percent, text }: Props) {
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={percent === undefined ? text : `${percent} %, ${text}`}
      data-known={percent !== undefined}
    >
      <div style={percent === undefined ? {} : { width: `${percent}%` }} />
    </div>
  );
}
