import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperId } from '../../lib/paper';
import type { Row } from '../../lib/row';
import type { TextTools } from '../text-tools';
import { ListedPaper } from './ListedPaper';
import { useVirtualRows } from './use-virtual-rows';

/** Two lines of title and one of facts. */
const ROW_HEIGHT = 4.75;

interface Props {
  rows: readonly Row[];
  current: number;
  /** Asks for the current paper to get the focus and to be in sight: anew with each object. */
  focus: object | undefined;
  selected: ReadonlySet<PaperId>;
  /** The words to mark in a paper. */
  termsOf: (row: Row) => readonly string[];
  segments: TextTools['segments'];
  onCurrent: (id: PaperId) => void;
  /** Called where it was pointed at: there is room for what is said of it then, whatever the window. */
  onOpen: (id: PaperId) => void;
  onSelect: (id: PaperId, isRange: boolean) => void;
}

/** A list of papers, of any length: what is out of sight is not drawn. */
export function PaperList(props: Props) {
  const { rows, current, focus, selected, termsOf, segments, onCurrent, onOpen, onSelect } = props;
  const list = useRef<HTMLDivElement>(null);
  const { drawn, height, scrollTo } = useVirtualRows({ list, count: rows.length, height: ROW_HEIGHT, pinned: current });

  const currentRef = useRef(current);
  useLayoutEffect(() => {
    currentRef.current = current;
  }, [current]);
  useLayoutEffect(() => {
    if (!focus || currentRef.current < 0) return;
    scrollTo(currentRef.current);
    list.current?.querySelector<HTMLElement>('[data-current=true] .title')?.focus({ preventScroll: true });
  }, [focus, scrollTo]);

  return (
    <div class="list" ref={list} tabIndex={-1} data-list="">
      <ul data-results="" aria-label="Papers" style={{ height: `${height}px` }}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <ListedPaper
                key={row.paper.id}
                row={row}
                place={index + 1}
                of={rows.length}
                top={start}
                isCurrent={index === current}
                isSelected={selected.has(row.paper.id)}
                terms={termsOf(row)}
                segments={segments}
                onCurrent={() => onCurrent(row.paper.id)}
                onOpen={() => onOpen(row.paper.id)}
                onSelect={(isRange) => onSelect(row.paper.id, isRange)}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}
