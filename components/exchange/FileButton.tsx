interface Props {
  /** What it says, and what it is called. */
  name: string;
  isSeveral?: boolean;
  isPrimary?: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** A button that lets the person choose files. */
export function FileButton({ name, isSeveral = false, isPrimary = false, onFiles }: Props) {
  function chosen({ currentTarget }: { currentTarget: HTMLInputElement }): void {
    const files = [...(currentTarget.files ?? [])];
    // The same file, chosen once more, is to be read once more.
    currentTarget.value = '';
    onFiles(files);
  }
  return (
    <label class={isPrimary ? 'file-button primary' : 'file-button'}>
      {name}
      <input type="file" multiple={isSeveral} onChange={chosen} />
    </label>
  );
}
