import { useRef, useState } from 'preact/hooks';

interface Props {
  tag: string;
  onRename: (to: string) => void;
  onRemove: () => void;
}

/** What can be done with a tag wherever it was given. */
export function TagMenu({ tag, onRename, onRemove }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(tag);
  const close = () => dialog.current?.close();

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    const to = name.trim();
    close();
    if (to !== '' && to !== tag) onRename(to);
  }

  return (
    <>
      <button
        type="button"
        class="dots"
        aria-label={`Change the tag ${tag}`}
        aria-haspopup="dialog"
        onClick={() => {
          setName(tag);
          dialog.current?.showModal();
        }}
      >
        ⋯
      </button>
      <dialog ref={dialog} aria-label={`The tag ${tag}`}>
        <form onSubmit={submitted}>
          <label>
            Rename tag everywhere
            <input
              type="text"
              maxLength={200}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
              autofocus
            />
          </label>
          <div class="choices">
            <button type="submit" class="primary">
              Rename
            </button>
            <button
              type="button"
              onClick={() => {
                close();
                onRemove();
              }}
            >
              Remove tag everywhere
            </button>
            <button type="button" onClick={close}>
              Cancel
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
