import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Row } from '../../lib/row';
import { write } from './changes';
import { Markdown } from './Markdown';
import type { Edits } from './use-edits';

/** Whoever stops typing for so long has come to an end for now. */
const PAUSE_MS = 800;

/** The worker takes no longer notes. */
const MAX_LETTERS = 200_000;

/**
 * The note on a paper. It is saved in every pause of writing, on leaving the box and on closing the page; where it was
 * changed elsewhere meanwhile, both are kept and what is kept is shown.
 */
export function NoteField({ row, edits }: { row: Row; edits: Edits }) {
  const id = useId();
  const stored = row.record?.note ?? '';
  const [typed, setTyped] = useState(stored);
  const [isWriting, setWriting] = useState(stored === '');
  /** The note that what is typed was made from. */
  const fromRef = useRef(stored);
  const seenRef = useRef(stored);

  // What came from elsewhere is shown at once where nothing is typed that is not saved; else when that is.
  useLayoutEffect(() => {
    if (stored === seenRef.current) return;
    seenRef.current = stored;
    if (typed !== fromRef.current) return;
    fromRef.current = stored;
    setTyped(stored);
    // There is nothing to read, and nothing else to write in.
    if (stored === '') setWriting(true);
  }, [stored, typed]);

  async function save(): Promise<void> {
    const from = fromRef.current;
    if (typed === from) return;
    fromRef.current = typed;
    if (!(await edits.make(write(row, typed, from)))) fromRef.current = from;
  }
  const saveRef = useRef(save);
  useLayoutEffect(() => {
    saveRef.current = save;
  });

  useEffect(() => {
    if (typed === fromRef.current) return;
    const pause = setTimeout(() => void saveRef.current(), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);

  useEffect(() => {
    const leave = () => void saveRef.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return (
    <div class="note-field">
      <div class="label">
        <span id={id}>Note</span>
        {typed !== '' && (
          <button type="button" aria-pressed={!isWriting} onClick={() => setWriting(!isWriting)}>
            {isWriting ? 'Read' : 'Write'}
          </button>
        )}
      </div>
      {isWriting ? (
        <textarea
          aria-labelledby={id}
          dir="auto"
          data-note=""
          maxLength={MAX_LETTERS}
          placeholder="What you think of it, in Markdown"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => void save()}
        />
      ) : (
        <Markdown text={typed} />
      )}
    </div>
  );
}
