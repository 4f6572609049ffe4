import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  tag: string;
  onRename: (to: string) => void;
  onRemove: () => void;
}

/** What can be done with a tag wherever it was given. */
export function TagMenu(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="dots"
        aria-label={`Change the tag ${props.tag}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        ⋯
      </button>
      {isOpen && <TagDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function TagDialog({ tag, onRename, onRemove, onClose }: Props & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(tag);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  // Closed first, so that the focus goes back to where it came from.
  function closeAnd(act: () => void): void {
    dialog.current?.close();
    act();
  }

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    const to = name.trim();
    closeAnd(() => to !== '' && to !== tag && onRename(to));
  }

  return (
    <dialog ref={dialog} aria-label={`The tag ${tag}`} onClose={onClose}>
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
          <button type="button" onClick={() => closeAnd(onRemove)}>
            Remove tag everywhere
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
