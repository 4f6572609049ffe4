import { useId } from 'preact/hooks';
import { MAX_PACK_NAME } from '../../lib/pack-name';

interface Props {
  name: string;
  /** Why a pack cannot be called so. */
  objection: string | undefined;
  onName: (name: string) => void;
}

/** What a pack is to be called. */
export function PackNameField({ name, objection, onName }: Props) {
  const id = useId();
  return (
    <label class="pack-name">
      Name of the pack
      <input
        type="text"
        maxLength={MAX_PACK_NAME}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={objection !== undefined}
        aria-describedby={id}
        value={name}
        onInput={({ currentTarget }) => onName(currentTarget.value)}
      />
      <span id={id} class="quiet" aria-live="polite">
        {objection}
      </span>
    </label>
  );
}
