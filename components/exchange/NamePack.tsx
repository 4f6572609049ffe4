import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nameFromFile, objectionToName, tidyPackName } from '../../lib/pack-name';
import { PackNameField } from '../packs/PackNameField';

interface Props {
  files: readonly File[];
  /** The names that packs have. */
  taken: readonly string[];
  onName: (name: string) => void;
  onCancel: () => void;
}

/** Asks what the pack is to be called that some files are to make. */
export function NamePack({ files, taken, onName, onCancel }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(() => nameFromFile(files[0]?.name ?? '', taken));
  const objection = objectionToName(name, taken);
  useLayoutEffect(() => form.current?.querySelector('input')?.select(), []);

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    if (objection === undefined) onName(tidyPackName(name));
  }

  return (
    <form ref={form} onSubmit={submitted}>
      <PackNameField name={name} objection={objection} onName={setName} />
      <div class="ways">
        <button type="submit" class="primary" disabled={objection !== undefined}>
          Make the pack
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
