import { useRef, useState } from 'preact/hooks';
import { formatMonth } from '../../lib/dates';
import { papersInWords } from '../../lib/papers-in-words';
import type { Bar } from '../../lib/row';

interface Props {
  bars: readonly Bar[];
  /** What the papers are laid out by, of those that are offered. */
  axis: string;
  axes: readonly { name: string; label: string }[];
  onAxis: (name: string) => void;
  /** Called with a period to narrow the list down to: of one bar, or from one to another. */
  onChoose: (period: string) => void;
  /** Called to have all times listed again. */
  onAll: () => void;
}

/** Papers laid out in time. Each bar is a button; with Shift, or drawn over with the pointer, several are chosen at once. */
export function Timeline({ bars, axis, axes, onAxis, onChoose, onAll }: Props) {
  const row = useRef<HTMLDivElement>(null);
  const [anchor, setAnchor] = useState(0);
  const [at, setAt] = useState(0);
  const [isExtending, setExtending] = useState(false);
  const highest = bars.reduce((most, { total }) => Math.max(most, total), 1);
  const place = Math.min(at, bars.length - 1);
  const isChosen = bars.some((bar) => bar.isChosen);
  const isInReach = (index: number) =>
    isExtending && Math.min(anchor, place) <= index && index <= Math.max(anchor, place);

  function choose(index: number, isRange: boolean): void {
    const from = isRange ? Math.min(anchor, bars.length - 1) : index;
    const [first, last] = [bars[Math.min(from, index)], bars[Math.max(from, index)]];
    setExtending(false);
    setAt(index);
    if (!isRange) setAnchor(index);
    if (first && last) onChoose(rangeOf(first.period, last.period));
  }

  function walk(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.max(0, Math.min(place + step, bars.length - 1));
    setExtending(event.shiftKey);
    setAt(next);
    if (!event.shiftKey) setAnchor(next);
    row.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <section class="timeline" aria-label="Papers over time">
      <div class="axes" role="group" aria-label="By">
        {axes.map(({ name, label }) => (
          <button key={name} type="button" aria-pressed={name === axis} onClick={() => onAxis(name)}>
            {label}
          </button>
        ))}
        {isChosen && (
          <button type="button" class="all" onClick={onAll}>
            All dates
          </button>
        )}
        <Legend />
      </div>
      <div class="bars" ref={row} role="group" aria-label="Bars">
        {bars.map((bar, index) => (
          <button
            key={bar.period}
            type="button"
            class="bar"
            aria-label={nameOf(bar)}
            title={nameOf(bar)}
            aria-pressed={bar.isChosen}
            data-reached={isInReach(index)}
            data-faint={isChosen && !bar.isChosen}
            tabIndex={index === place ? 0 : -1}
            onKeyDown={walk}
            onPointerDown={(event) => {
              if (event.button !== 0 || event.shiftKey) return;
              // A finger that draws over the bars is to reach those that it did not begin on.
              event.currentTarget.releasePointerCapture(event.pointerId);
              setAnchor(index);
              setAt(index);
              setExtending(true);
            }}
            onPointerEnter={(event) => isExtending && event.buttons === 1 && setAt(index)}
            onPointerUp={(event) => {
              if (isExtending && index !== anchor && event.button === 0) choose(index, true);
              else setExtending(false);
            }}
            onClick={(event) => choose(index, event.shiftKey)}
          >
            <Stack bar={bar} highest={highest} />
            <span class="when" aria-hidden="true">
              {tickOf(bar.period, index === 0)}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** What is read at the bottom, what is not begun on top. */
function Stack({ bar: { total, reading, read }, highest }: { bar: Bar; highest: number }) {
  const height = (count: number) => ({ height: `${(count / highest) * 100}%` });
  return (
    <span class="stack">
      <span class="part not-begun" style={height(total - reading - read)} />
      <span class="part reading" style={height(reading)} />
      <span class="part read" style={height(read)} />
    </span>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-hidden="true">
      <li>
        <span class="part read" /> read
      </li>
      <li>
        <span class="part reading" /> reading
      </li>
      <li>
        <span class="part not-begun" /> not begun
      </li>
    </ul>
  );
}

/** `2025..2026` and `2027` are together `2025..2027`. */
function rangeOf(first: string, last: string): string {
  const [from] = first.split('..');
  const to = last.split('..').at(-1);
  return from === to ? (from ?? '') : `${from}..${to}`;
}

/** "March 2025: 14 papers, 3 read" */
function nameOf({ period, total, reading, read }: Bar): string {
  const counts = [
    papersInWords(total),
    reading > 0 && `${reading.toLocaleString('en')} reading`,
    read > 0 && `${read.toLocaleString('en')} read`,
  ];
  return `${inWords(period)}: ${counts.filter(Boolean).join(', ')}`;
}

function inWords(period: string): string {
  if (period.includes('..')) return period.replace('..', ' to ');
  return period.includes('-') ? formatMonth(period) : period;
}

/** Years are written at their first month, so that the months need no words. */
function tickOf(period: string, isFirst: boolean): string {
  const [year = ''] = period.split(/-|\.\./);
  return isFirst || !period.includes('-') || period.endsWith('-01') ? year : '';
}
