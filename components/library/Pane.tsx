import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { newsOf } from '../../lib/newer-version';
import { nameOf } from '../../lib/paper';
import type { Row, WholePaper } from '../../lib/row';
import { save, putInState, remove, see, star, STATES, tag, untag } from './changes';
import { type CitationStyle, CopyCitation } from './CopyCitation';
import { NoteField } from './NoteField';
import { PaneFacts } from './PaneFacts';
import { TagField } from './TagField';
import type { Edits } from './use-edits';

interface Props {
  row: Row;
  /** All that is known of the paper; undefined while it is being read. */
  whole: WholePaper | undefined;
  edits: Edits;
  /** All tags that the person has given, the most frequent first. */
  tags: readonly string[];
  styles: readonly CitationStyle[];
  heading: RefObject<HTMLHeadingElement | null>;
  onClose: () => void;
}

/** One paper, beside the list: what is known of it, and what the person makes of it. */
export function Pane({ row, whole, edits, tags, styles, heading, onClose }: Props) {
  const { record } = row;
  const name = nameOf(row.paper);
  const news = record && newsOf(row.paper, record);
  return (
    <article class="pane" aria-labelledby="chosen">
      <button type="button" class="back" onClick={onClose}>
        ← Back to the list
      </button>
      <h2 id="chosen" dir="auto" tabIndex={-1} ref={heading}>
        {name}
      </h2>
      {news !== undefined && (
        <div class="news">
          <p>{`${news.charAt(0).toUpperCase()}${news.slice(1)}.`}</p>
          <button type="button" class="more" onClick={() => void edits.make(see(row))}>
            Mark as seen
          </button>
        </div>
      )}
      <div class="deeds">
        {record ? (
          <>
            <StateChoice key={row.paper.id} row={row} edits={edits} />
            <button
              type="button"
              class="star"
              aria-pressed={record.isStarred === true}
              onClick={() => void edits.make(star([row]))}
            >
              {record.isStarred ? '★ Starred' : '☆ Star'}
            </button>
            <button type="button" onClick={() => void edits.make(remove([row]))}>
              Remove from library
            </button>
          </>
        ) : (
          <button type="button" class="primary" onClick={() => void edits.make(save([row]))}>
            Save
          </button>
        )}
      </div>
      {record && (
        <>
          <TagField
            label="Tags"
            given={record.tags ?? []}
            known={tags}
            onAdd={(given) => void edits.make(tag([row], given))}
            onRemove={(given) => void edits.make(untag([row], given))}
          />
          <NoteField key={`note ${row.paper.id}`} row={row} edits={edits} />
        </>
      )}
      <PaneFacts key={`facts ${row.paper.id}`} row={row} whole={whole} />
      {whole && <CopyCitation key={`citation ${row.paper.id}`} paper={whole.paper} styles={styles} />}
    </article>
  );
}

function StateChoice({ row, edits }: { row: Row; edits: Edits }) {
  const [group] = useState(() => `state-${row.paper.id}`);
  return (
    <fieldset class="states">
      <legend class="spoken">State</legend>
      {STATES.map(({ state, label }) => (
        <label key={state}>
          <input
            type="radio"
            name={group}
            checked={row.record?.state === state}
            onChange={() => void edits.make(putInState([row], state))}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
