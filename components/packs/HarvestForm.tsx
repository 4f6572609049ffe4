import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { objectionToName, tidyPackName } from '../../lib/pack-name';
import { completionsOf, proposedName, requestOf, type Written } from './harvest-request';
import { PackNameField } from './PackNameField';
import type { PackSource } from './pack-source';
import { useDeed } from './use-deed';
import { FIRST_YEAR } from './words';

interface Props {
  /** What arXiv may be asked for: its archives and categories. */
  categories: readonly string[];
  /** The names that packs have. */
  taken: readonly string[];
  source: Pick<PackSource, 'harvest'>;
}

/** A button that leads to what it takes to have papers fetched from arXiv. */
export function HarvestForm(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Add from arXiv…
      </button>
      {isOpen && <HarvestDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Few enough to be there soon, and what most people look for. */
const YEARS_AT_FIRST = 4;

function HarvestDialog({ categories, taken, source, onClose }: Props & { onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [thisYear] = useState(() => new Date().getFullYear());
  const [written, setWritten] = useState<Written>({
    categories: '',
    from: String(thisYear - YEARS_AT_FIRST),
    to: '',
  });
  /** Undefined as long as the person leaves the name to us. */
  const [ownName, setOwnName] = useState<string>();
  const deed = useDeed();
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const name = ownName ?? proposedName(written);
  const objection = name === '' ? undefined : objectionToName(name, taken);
  const isReady = written.categories.trim() !== '' && name !== '' && objection === undefined && !deed.isBusy;

  async function submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    if (await deed.run(() => source.harvest(tidyPackName(name), requestOf(written)))) dialog.current?.close();
  }

  const year = (part: 'from' | 'to', placeholder: string) => (
    <input
      type="number"
      min={FIRST_YEAR}
      max={thisYear}
      placeholder={placeholder}
      value={written[part]}
      onInput={({ currentTarget }) => setWritten({ ...written, [part]: currentTarget.value })}
    />
  );

  return (
    <dialog class="harvest-form" ref={dialog} aria-labelledby={`${id}-title`} onClose={onClose}>
      <form onSubmit={(event) => void submitted(event)}>
        <h2 id={`${id}-title`}>Add a pack from arXiv</h2>
        <label>
          Categories
          <input
            type="text"
            list={`${id}-categories`}
            placeholder="cs.CL, stat.ML"
            autocomplete="off"
            spellcheck={false}
            autofocus
            value={written.categories}
            onInput={({ currentTarget }) => setWritten({ ...written, categories: currentTarget.value })}
          />
        </label>
        <datalist id={`${id}-categories`}>
          {completionsOf(written.categories, categories).map((completion) => (
            <option key={completion}>{completion}</option>
          ))}
        </datalist>
        <div class="years">
          <label>
            First year
            {year('from', String(FIRST_YEAR))}
          </label>
          <label>
            Last year
            {year('to', 'open')}
          </label>
        </div>
        <PackNameField name={name} objection={objection} onName={setOwnName} />
        <p class="quiet">
          arXiv is asked once every three seconds, only because you ask for it here, and is sent nothing but these
          categories and years. Each answer has about a thousand papers: a hundred thousand take some ten minutes or
          more. It goes on when you close this page, and can be paused.
        </p>
        {deed.problem !== '' && (
          <p class="problem" role="alert">
            {deed.problem}
          </p>
        )}
        <div class="choices">
          <button type="submit" class="primary" disabled={!isReady}>
            Fetch papers
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
