import type { ComponentChildren } from 'preact';
import type { Row } from '../../lib/row';
import { putInState, remove, save, star, STATES, tag } from './changes';
import { TagField } from './TagField';
import type { Edits } from './use-edits';

interface Props {
  rows: readonly Row[];
  /** How many papers there are to select. */
  of: number;
  edits: Edits;
  tags: readonly string[];
  onClear: () => void;
  /** What else can be done with the selected papers. */
  children?: ComponentChildren;
}

/** What can be done with all selected papers at once. */
export function BulkBar({ rows, of, edits, tags, onClear, children }: Props) {
  const isKept = rows.every(({ record }) => record);
  return (
    <div class="bulk" role="group" aria-label="Selected papers">
      <p role="status">
        {rows.length.toLocaleString('en')} of {of.toLocaleString('en')} selected
      </p>
      {!isKept && (
        <button type="button" onClick={() => void edits.make(save(rows))}>
          Save
        </button>
      )}
      <select
        aria-label="State of the selected papers"
        value=""
        onChange={(event) => {
          const state = STATES.find((each) => each.state === event.currentTarget.value);
          event.currentTarget.value = '';
          if (state) void edits.make(putInState(rows, state.state));
        }}
      >
        <option value="" hidden>
          State…
        </option>
        {STATES.map(({ state, label }) => (
          <option key={state} value={state}>
            {label}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => void edits.make(star(rows))}>
        {rows.every(({ record }) => record?.isStarred) ? 'Unstar' : 'Star'}
      </button>
      <TagField label="Tag them" given={[]} known={tags} onAdd={(given) => void edits.make(tag(rows, given))} />
      {children}
      <button type="button" onClick={() => void edits.make(remove(rows))}>
        Remove
      </button>
      <button type="button" onClick={onClear}>
        Clear
      </button>
    </div>
  );
}
