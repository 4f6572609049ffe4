interface Props {
  /** The paper that is meant, for those who hear the button by itself. */
  name: string;
  isKept: boolean;
  isBusy: boolean;
  onToggle: () => void;
}

/** Keeps a paper, or lets it go again. It never loses the focus: while it is busy it only does nothing. */
export function SaveButton({ name, isKept, isBusy, onToggle }: Props) {
  const label = isKept ? 'Saved' : 'Save';
  return (
    <button
      type="button"
      class="save"
      aria-label={`${label} ${name}`}
      aria-pressed={isKept}
      aria-busy={isBusy}
      title={isKept ? 'Remove from library' : undefined}
      onClick={() => !isBusy && onToggle()}
    >
      {label}
    </button>
  );
}
