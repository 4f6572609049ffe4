import { useId, useRef, useState } from 'preact/hooks';

/** So many tags are offered at once. */
const OFFERED = 8;

interface Props {
  label: string;
  /** The tags that are given here. */
  given: readonly string[];
  /** All tags, the most frequent first. */
  known: readonly string[];
  /** Called with one that was chosen, or with all that were typed, with commas between them. */
  onAdd: (tags: string[]) => void;
  /** Absent where tags are only given. */
  onRemove?: (tag: string) => void;
}

/** Tags, and a box to give more of them in, which completes what was typed by the tags that there are. */
export function TagField({ label, given, known, onAdd, onRemove }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const offers = isOpen ? offersFor(typed, known, given) : [];
  const optionId = (index: number) => `${id}-${index}`;

  function add(tags: readonly string[]): void {
    setTyped('');
    setOpen(false);
    setAt(-1);
    const others = tags.map((tag) => tag.trim()).filter((tag) => tag !== '' && !given.includes(tag));
    if (others.length > 0) onAdd(others);
  }

  function pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const last = given.at(-1);
    if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = offers[at];
      add(chosen === undefined ? typed.split(',') : [chosen]);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && offersFor(typed, known, given).length > 0) {
      event.preventDefault();
      setOpen(true);
      const count = offersFor(typed, known, given).length;
      // One more place than there are offers: what was typed itself.
      setAt(((at + 1 + (event.key === 'ArrowDown' ? 1 : -1) + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Escape' && isOpen && offers.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setAt(-1);
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      event.preventDefault();
      onRemove?.(last);
    }
  }

  return (
    <div class="tags">
      <label for={id} class="label">
        {label}
      </label>
      <div class="given">
        {onRemove &&
          given.map((tag) => (
            <span key={tag} class="tag">
              <bdi>{tag}</bdi>
              <button
                type="button"
                aria-label={`Remove the tag ${tag}`}
                onClick={() => {
                  box.current?.focus();
                  onRemove(tag);
                }}
              >
                ×
              </button>
            </span>
          ))}
        <input
          id={id}
          ref={box}
          type="text"
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-offers`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 && offers[at] !== undefined ? optionId(at) : undefined}
          autocomplete="off"
          maxLength={200}
          placeholder="Add a tag"
          data-tags=""
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
            setAt(-1);
          }}
          onKeyDown={pressed}
          onBlur={() => setOpen(false)}
        />
      </div>
      <div
        id={`${id}-offers`}
        class="offers"
        role="listbox"
        aria-label="Tags that you have"
        hidden={offers.length === 0}
      >
        {offers.map((tag, index) => (
          <div
            key={tag}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onPointerDown={(event) => {
              // The box keeps the focus.
              event.preventDefault();
              add([tag]);
            }}
          >
            <bdi>{tag}</bdi>
          </div>
        ))}
      </div>
    </div>
  );
}

/** The tags that begin as was typed, and are not given yet. */
function offersFor(typed: string, known: readonly string[], given: readonly string[]): string[] {
  const start = typed.trimStart().toLowerCase();
  return known.filter((tag) => tag.toLowerCase().startsWith(start) && !given.includes(tag)).slice(0, OFFERED);
}
