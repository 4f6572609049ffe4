import type { Edits } from './use-edits';

/** The foot of the list: what was changed last, which stands until something else is, and how to take it back. */
export function LastChange({ edits: { last, canUndo, undo }, onHelp }: { edits: Edits; onHelp: () => void }) {
  return (
    <div class="last-change" data-kind={last?.kind}>
      <output>{last && inWords(last)}</output>
      {canUndo && last?.kind !== 'working' && (
        <button type="button" onClick={() => void undo()}>
          Undo
        </button>
      )}
      <button type="button" class="more" onClick={onHelp}>
        Keys and search
      </button>
    </div>
  );
}

function inWords({ kind, text }: NonNullable<Edits['last']>): string {
  if (kind === 'working') return 'Saving the change…';
  if (kind === 'undone') return `Undone: ${text.charAt(0).toLowerCase()}${text.slice(1)}.`;
  return kind === 'done' ? `${text}.` : text;
}
