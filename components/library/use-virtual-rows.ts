import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Rows beyond the edges of the window that are drawn too, so that scrolling meets no gap. */
const OVERSCAN = 8;

interface Options {
  list: RefObject<HTMLElement | null>;
  count: number;
  /** Of each row, in rem. */
  height: number;
  /** The row that has or may get the focus: it is drawn wherever the list is scrolled to. Negative for none. */
  pinned: number;
}

export interface VirtualRows {
  drawn: readonly VirtualItem[];
  /** The height of all rows, in pixels. */
  height: number;
  scrollTo(index: number): void;
}

/** Which rows of a long list are to be drawn where it is scrolled to. */
export function useVirtualRows({ list, count, height, pinned }: Options): VirtualRows {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const options = {
    count,
    getScrollElement: () => list.current,
    estimateSize: () => height * rem,
    overscan: OVERSCAN,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const drawn = defaultRangeExtractor(range);
      return pinned < 0 || pinned >= count || drawn.includes(pinned) ? drawn : [...drawn, pinned].sort((a, b) => a - b);
    },
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  // As the adapters for frameworks do that the package brings: these two are what it has for them.
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const scrollTo = useCallback((index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }), [virtualizer]);

  return {
    drawn: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    scrollTo,
  };
}
