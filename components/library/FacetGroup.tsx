import { useId, useRef, useState } from 'preact/hooks';
import type { Facet, FacetValue } from '../../lib/row';
import { TagMenu } from './TagMenu';

/** So many values stand in a facet before one asks for more. */
const FEW = 12;

/** And so many after: whoever looks for another one types a part of it. */
const MANY = 100;

interface Props {
  facet: Facet;
  isChosen: (value: string) => boolean;
  onToggle: (value: string) => void;
  /** What can be done with a value everywhere, where it is a tag. */
  tags: { rename: (from: string, to: string) => void; remove: (tag: string) => void } | undefined;
}

const WORDS: Record<string, string> = {
  unread: 'Not read yet',
  reading: 'Reading',
  read: 'Read',
  starred: 'Starred',
  code: 'Code',
  note: 'A note of yours',
};

/** One filter and the values that it may have here. */
export function FacetGroup({ facet: { name, label, values }, isChosen, onToggle, tags }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isLong, setLong] = useState(false);
  const [part, setPart] = useState('');
  const wanted = part.trim().toLowerCase();
  const met = isLong ? values.filter(({ value }) => value.toLowerCase().includes(wanted)) : values;
  const shown = met.slice(0, isLong ? MANY : FEW);
  // What is chosen stays in sight, so that it can be taken back.
  const chosen = values.filter((each) => isChosen(each.value) && !shown.includes(each));

  return (
    <section class="facet" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {label}
      </h2>
      {isLong && (
        <input
          type="text"
          class="name-part"
          aria-label={`Part of a name among: ${label}`}
          placeholder="Part of a name"
          value={part}
          onInput={(event) => setPart(event.currentTarget.value)}
        />
      )}
      <ul>
        {[...chosen, ...shown].map((each) => (
          <Value
            key={each.value}
            {...each}
            words={isNamed(name) ? WORDS[each.value] : undefined}
            isChosen={isChosen(each.value)}
            onToggle={() => onToggle(each.value)}
            tags={tags}
            // The button that had the focus goes with the name.
            onGone={() => heading.current?.focus()}
          />
        ))}
      </ul>
      {values.length > FEW && (
        <button type="button" class="more" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? 'Fewer' : `${(values.length - FEW).toLocaleString('en')} more`}
        </button>
      )}
    </section>
  );
}

/** Whether the values of a filter are words of its own, which people read otherwise than they write them. */
function isNamed(name: string): boolean {
  return name === 'is' || name === 'has';
}

interface ValueProps extends FacetValue {
  words: string | undefined;
  isChosen: boolean;
  onToggle: () => void;
  tags: Props['tags'];
  /** Called when the value is about to go. */
  onGone: () => void;
}

function Value({ value, count, words = value, isChosen, onToggle, tags, onGone }: ValueProps) {
  function change(make: () => void): void {
    onGone();
    make();
  }

  return (
    <li>
      <button type="button" class="value" aria-pressed={isChosen} onClick={onToggle}>
        <bdi class="of" title={words}>
          {words}
        </bdi>
        <span class="count">{count.toLocaleString('en')}</span>
      </button>
      {tags && (
        <TagMenu
          tag={value}
          onRename={(to) => change(() => tags.rename(value, to))}
          onRemove={() => change(() => tags.remove(value))}
        />
      )}
    </li>
  );
}
