import { useRef, useState } from 'preact/hooks';
import type { PaperId } from '../lib/paper';
import { isKept, type Listed } from './listed';

/** One alone has its own button. */
const SEVERAL = 2;

interface Props {
  papers: readonly Listed[];
  /** Resolves to whether the paper is kept. */
  save: (id: PaperId) => Promise<boolean>;
  /** Called when the button that has the focus is about to go. */
  onGone: () => void;
}

interface Progress {
  saved: number;
  of: number;
  stop: AbortController;
}

/** Saves what is not kept yet, one after the other, so that it shows how far it is and can be stopped. */
export function SaveAll({ papers, save, onGone }: Props) {
  const [progress, setProgress] = useState<Progress>();
  const button = useRef<HTMLButtonElement>(null);
  const unsaved = papers.filter(({ state }) => !isKept(state));

  async function saveAll(): Promise<void> {
    const stop = new AbortController();
    const of = unsaved.length;
    let saved = 0;
    for (const { id } of unsaved) {
      if (stop.signal.aborted) break;
      setProgress({ saved, of, stop });
      if (await save(id)) saved++;
    }
    if (of - saved < SEVERAL && button.current === document.activeElement) onGone();
    setProgress(undefined);
  }

  /** The second click of a double click is not meant to stop what the first one began. */
  function clicked({ detail }: MouseEvent): void {
    if (!progress) void saveAll();
    else if (detail < 2) progress.stop.abort();
  }

  if (!progress && unsaved.length < SEVERAL) return null;
  return (
    <>
      {progress && <span>{`${progress.saved} of ${progress.of} saved`}</span>}
      <button type="button" class={progress ? '' : 'primary'} ref={button} onClick={clicked}>
        {progress ? 'Stop' : 'Save all'}
      </button>
    </>
  );
}
