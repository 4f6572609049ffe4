import type { ComponentChildren } from 'preact';
import type { PackSummary } from '../../lib/pack';
import { explain } from '../explain';
import { LargeHand } from '../Mark';
import { titleOf } from '../packs/words';
import type { Shelf } from './use-shelf';

/** In the place of papers, as long as they are not there. */
export function NotReady({ shelf }: { shelf: Exclude<Shelf, { kind: 'ready' }> }) {
  if (shelf.kind === 'failed') {
    return (
      <Invitation>
        <div role="alert">
          <p>Your library could not be read. {explain(shelf.error)}</p>
        </div>
        <button type="button" onClick={() => location.reload()}>
          Try again
        </button>
      </Invitation>
    );
  }
  if (shelf.kind === 'recovering') {
    return (
      <Invitation>
        <p role="status">Recovering your library…</p>
        <p>It was damaged on the disk. What you saved is being brought back from its second copy; nothing is to do.</p>
      </Invitation>
    );
  }
  return (
    <div class="invitation waiting-long">
      <p role="status">
        Reading your library…{' '}
        {shelf.of > 0 && `${shelf.read.toLocaleString('en')} of ${shelf.of.toLocaleString('en')} papers`}
      </p>
      <progress value={shelf.read} max={Math.max(shelf.of, 1)} aria-label="Papers read" />
    </div>
  );
}

/** What to do where nothing is kept yet. */
export function NothingKept({ onImport, onShowPack }: { onImport: () => void; onShowPack: () => void }) {
  return (
    <Invitation>
      <h2>Your library is empty</h2>
      <p>
        Press the hand beside a paper on any page and choose Save. Or take in what you have in a file: bibliographies,
        lists of ids, backups.
      </p>
      <button type="button" class="primary" onClick={onImport}>
        Import papers…
      </button>
      <button type="button" onClick={onShowPack}>
        See the papers that came with Manicule
      </button>
    </Invitation>
  );
}

interface NothingFoundProps {
  /** The packs that the query asks for and that are switched off. */
  packsOff: readonly PackSummary[];
  onClear: () => void;
}

/** Where a query finds nothing: what it was taken for stands above. */
export function NothingFound({ packsOff, onClear }: NothingFoundProps) {
  return (
    <Invitation>
      {packsOff.map(({ name }) => (
        <p key={name}>The pack “{titleOf(name)}” is switched off: nothing in it is found. Switch it on under Packs.</p>
      ))}
      <button type="button" onClick={onClear}>
        Clear the search
      </button>
    </Invitation>
  );
}

/** In the pane, as long as no paper is chosen. */
export function NothingChosen() {
  return (
    <div class="pane none">
      <p>Choose a paper to read about it here.</p>
    </div>
  );
}

function Invitation({ children }: { children: ComponentChildren }) {
  return (
    <div class="invitation">
      <LargeHand />
      {children}
    </div>
  );
}
