import { nameOf } from '../../lib/paper';
import type { Row } from '../../lib/row';
import { Facts } from '../Facts';
import { Mark } from '../Mark';
import { Marked } from '../Marked';
import type { TextTools } from '../text-tools';

interface Props {
  row: Row;
  /** Its place in the list, counted from 1, and how many there are. */
  place: number;
  of: number;
  /** Where it stands, in pixels from the top of the list. */
  top: number;
  isCurrent: boolean;
  isSelected: boolean;
  terms: readonly string[];
  segments: TextTools['segments'];
  /** Called where it gets the focus. */
  onCurrent: () => void;
  /** Called where it is pointed at. */
  onOpen: () => void;
  onSelect: (isRange: boolean) => void;
}

/** One paper of the list: its title leads to it, and all of the row to what is said of it beside the list. */
export function ListedPaper(props: Props) {
  const { row, place, of, top, isCurrent, isSelected, terms, segments, onCurrent, onOpen, onSelect } = props;
  const { paper, record } = row;
  const name = nameOf(paper);
  const state = record?.state ?? 'indexed';
  const tabIndex = isCurrent ? 0 : -1;

  /** A click with the pointer shows the paper beside the list; Enter, or a click that asks for a tab, opens it. */
  function clicked(event: MouseEvent): void {
    if (event.detail === 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.shiftKey) onSelect(true);
    onOpen();
  }

  return (
    <li
      class="paper"
      data-arxiv-id={paper.id}
      data-state={state}
      data-current={isCurrent}
      data-selected={isSelected}
      aria-posinset={place}
      aria-setsize={of}
      style={{ transform: `translateY(${top}px)` }}
    >
      <input
        type="checkbox"
        aria-label={`Select ${name}`}
        checked={isSelected}
        tabIndex={tabIndex}
        onClick={(event) => onSelect(event.shiftKey)}
      />
      <Mark shape={state} />
      <a
        class="title"
        dir="auto"
        href={`https://arxiv.org/abs/${paper.id}`}
        target="_blank"
        rel="noreferrer"
        tabIndex={tabIndex}
        aria-current={isCurrent}
        onFocus={onCurrent}
        onClick={clicked}
      >
        <Marked text={name} terms={terms} segments={segments} />
      </a>
      <div class="under">
        <Facts paper={{ ...paper, state, terms }} segments={segments} />
        <Own row={row} />
      </div>
    </li>
  );
}

/** What the person made of it, where that is more than its state. */
function Own({ row: { record } }: Pick<Props, 'row'>) {
  const { isStarred, tags = [], note = '' } = record ?? {};
  if (!isStarred && tags.length === 0 && note === '') return null;
  return (
    <p class="own">
      {isStarred && <span aria-label="Starred">★</span>}
      {note !== '' && <span class="has-note">note</span>}
      {tags.map((tag) => (
        <bdi key={tag} class="tag">
          {tag}
        </bdi>
      ))}
    </p>
  );
}
