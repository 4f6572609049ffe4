import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BulkBar } from '../../components/library/BulkBar';
import { remove, renameTag, save, star, untag } from '../../components/library/changes';
import { Facets } from '../../components/library/Facets';
import { Fold } from '../../components/library/Fold';
import { Help } from '../../components/library/Help';
import { NothingChosen, NothingFound, NothingKept, NotReady } from '../../components/library/Instead';
import { LastChange } from '../../components/library/LastChange';
import { Pane } from '../../components/library/Pane';
import { PaperList } from '../../components/library/PaperList';
import { allOf, extended, NOTHING, toggled } from '../../components/library/selection';
import { Timeline } from '../../components/library/Timeline';
import { Toolbar } from '../../components/library/Toolbar';
import { type MakeEdit, useEdits } from '../../components/library/use-edits';
import { useKeys } from '../../components/library/use-keys';
import { useNextState } from '../../components/library/use-next-state';
import { type ShelfSource, useShelf } from '../../components/library/use-shelf';
import type { PackSource } from '../../components/packs/pack-source';
import { PacksPanel } from '../../components/packs/PacksPanel';
import { AskingLine } from '../../components/AskingLine';
import { HealthLine } from '../../components/HealthLine';
import { type Source, useAnswer } from '../../components/use-answer';
import { useAsking } from '../../components/use-asking';
import type { ChoiceStore } from '../../components/use-choices';
import { typeInto } from '../../components/walk-with-keys';
import type { CompletionState, Health } from '../../lib/answers';
import { CITATION_STYLES } from '../../lib/exchange/citation/styles';
import type { Axis } from '../../lib/library/shelf/timeline';
import type { PackSummary } from '../../lib/pack';
import type { PaperId } from '../../lib/paper';
import type { WholePaper } from '../../lib/row';
import { filtersIn, withFilter, withoutFilter, withoutValues } from '../../lib/search/query/edit';
import { FILTERS } from '../../lib/search/query/filters';
import { segments } from '../../lib/search/highlight';
import type { Counting } from './Counts';
import { Exchange } from './Exchange';
import { Found } from './Found';
import { goTo } from './go-to';
import { useBoxKeys } from './use-box-keys';
import { useCurrent } from './use-current';
import type { Index } from './use-found';
import { usePaper } from './use-paper';
import { useView } from './use-view';

interface Props {
  /** It stands in the page from the start. */
  box: HTMLInputElement;
  source: ShelfSource;
  health: Source<Health>;
  completion: Source<CompletionState>;
  choices: ChoiceStore;
  /** All that is known of a paper. */
  readPaper: (id: PaperId) => Promise<WholePaper | undefined>;
  packs: PackSource;
  /** What arXiv may be asked for: its archives and categories. */
  categories: readonly string[];
  index: Omit<Index, 'version'>;
  /** How often a phrase stands in all papers that are known. */
  count: Counting['count'];
  edit: MakeEdit;
}

/** The filters stand beside the list from this width on: style.css says the same. */
const WIDE = '(min-width: 56.25rem)';

/** The timeline stands above the list where that leaves room for the list. */
const HIGH = '(min-height: 34rem) and (min-width: 40rem)';

const NO_ROWS: [] = [];
const NO_PACKS: [] = [];
const AXES: { name: Axis; label: string }[] = [
  { name: 'year', label: 'Published' },
  { name: 'saved', label: 'Saved' },
];

/** Everything under the head of the library page: the filters, the list, and what is said of one paper. */
export function App(props: Props) {
  const {
    box,
    source,
    health: healthSource,
    completion,
    choices,
    readPaper,
    packs: packSource,
    categories,
    index,
    count,
    edit,
  } = props;
  const shelf = useShelf(source);
  const health = useAnswer(healthSource);
  const edits = useEdits(edit);
  const goOn = useNextState(edits);
  const asking = useAsking(completion, choices);
  const rows = shelf.kind === 'ready' ? shelf.rows : NO_ROWS;
  const packs = useAnswer(packSource);
  const knownPacks = packs && 'answer' in packs ? packs.answer : NO_PACKS;
  const version = versionOf(knownPacks);
  const view = useView(
    box,
    rows,
    useMemo(() => ({ ...index, version }), [index, version]),
  );
  const { text, listing, facets, axis, bars } = view;
  const ids = useMemo(() => listing.rows.map(({ paper }) => paper.id), [listing.rows]);
  const current = useCurrent(listing.rows);
  const whole = usePaper(current.row, readPaper);
  const [selection, setSelection] = useState(NOTHING);
  const selected = useMemo(
    () => (selection.ids.size === 0 ? NO_ROWS : listing.rows.filter(({ paper: { id } }) => selection.ids.has(id))),
    [listing.rows, selection],
  );
  const chosen = useMemo(() => selected.map(({ paper: { id } }) => id), [selected]);
  const tags = useMemo(() => tagsOf(rows), [rows]);
  const hasFilter = useMemo(() => filtersIn(text), [text]);
  const [isOpen, setOpen] = useState(false);
  /** What is to get the focus of what is said of a paper: anew with each object. */
  const [wanted, setWanted] = useState<{ part: string | undefined }>();
  const help = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const middle = useRef<HTMLElement>(null);
  const pane = useRef<HTMLElement>(null);

  const type = (query: string) => typeInto(box, query);
  /** The papers that a key means: the selected ones, else the one on which the person is. */
  const meant = selected.length > 0 ? selected : current.row ? [current.row] : [];
  const here = listing.rows[current.index];

  function toggleFilter(name: string, value: string): void {
    type(hasFilter({ name, value }) ? withoutFilter(text, { name, value }) : withFilter(text, { name, value }));
  }

  /** Goes into what is said of the current paper: to its heading, or to a part that only a paper has that is kept. */
  async function look(part?: string): Promise<void> {
    if (!here) return;
    if (part !== undefined && !here.record && !(await edits.make(save([here])))) return;
    current.choose(here.paper.id);
    setOpen(true);
    setWanted({ part });
  }
  useLayoutEffect(() => {
    if (!wanted) return;
    const part = wanted.part === undefined ? undefined : pane.current?.querySelector<HTMLElement>(wanted.part);
    (part ?? heading.current)?.focus();
    // Of a paper that was only just saved, the part comes when that has been read.
    if (part || wanted.part === undefined || current.row?.record) setWanted(undefined);
  }, [wanted, current.row]);

  function write(): void {
    const button = pane.current?.querySelector<HTMLElement>('.note-field button[aria-pressed=true]');
    if (current.row && button) button.click();
    void look('[data-note]');
  }

  function leave(): unknown {
    const { activeElement } = document;
    if (activeElement === box) {
      if (text !== '') type('');
      else current.goTo(current.index);
    } else if (activeElement?.closest('[data-list]')) {
      setSelection(NOTHING);
    } else {
      setOpen(false);
      current.goTo(current.index);
    }
    return true;
  }

  useBoxKeys(box, shelf.kind === 'ready' && !listing.isWaiting, () => current.goTo(current.index));
  useKeys({
    next: () => current.goTo(current.row ? current.index + 1 : current.index),
    previous: () => current.goTo(current.index - 1),
    first: () => current.goTo(0),
    last: () => current.goTo(listing.rows.length - 1),
    open: () => false,
    look: () => void look(),
    select: () => here && setSelection(toggled(selection, here.paper.id)),
    selectAll: () => setSelection(allOf(selection, ids)),
    state: () => void goOn(meant),
    star: () => void edits.make(star(meant)),
    tag: () =>
      selected.length > 0
        ? middle.current?.querySelector<HTMLElement>('.bulk [data-tags]')?.focus()
        : void look('[data-tags]'),
    note: write,
    remove: () => void edits.make(remove(meant)),
    undo: () => void edits.undo(),
    search: () => {
      box.focus();
      box.select();
    },
    leave,
    help: () => help.current?.showModal(),
  });

  const isEmpty = shelf.kind === 'ready' && text.trim() === '' && listing.rows.length === 0;
  return (
    <div class="shelf" data-open={isOpen && current.row !== undefined}>
      <aside class="side">
        <Fold class="filters" label="Filters, packs, import and export" room={WIDE}>
          {listing.listed < listing.of && (
            <p class="counted">{`The counts are of the ${listing.listed.toLocaleString('en')} papers that are listed.`}</p>
          )}
          <Facets
            facets={facets}
            isChosen={(name, value) => hasFilter({ name, value })}
            onToggle={toggleFilter}
            onRenameTag={(from, to) => void edits.make(renameTag(from, to))}
            onRemoveTag={(tag) => void edits.make(untag(rows, tag))}
          />
          <PacksPanel
            packs={packs}
            source={packSource}
            categories={categories}
            isShown={(name) => hasFilter({ name: 'pack', value: name })}
            onShow={(name) => toggleFilter('pack', name)}
          />
          <Exchange chosen={chosen} packs={knownPacks} />
        </Fold>
      </aside>
      <main class="middle" ref={middle}>
        <HealthLine health={health && 'answer' in health ? health.answer : undefined} />
        {shelf.kind === 'ready' ? (
          <>
            {bars.length > 0 && (
              <Fold class="time" label="Papers over time" room={HIGH}>
                <Timeline
                  bars={bars}
                  axis={axis}
                  axes={AXES}
                  onAxis={(name) => view.setAxis(name as Axis)}
                  onChoose={(period) => type(withFilter(withoutValues(text, axis), { name: axis, value: period }))}
                  onAll={() => type(withoutValues(text, axis))}
                />
              </Fold>
            )}
            {selected.length > 0 ? (
              <BulkBar
                rows={selected}
                of={listing.rows.length}
                edits={edits}
                tags={tags}
                onClear={() => setSelection(NOTHING)}
              />
            ) : (
              !isEmpty && (
                <Toolbar
                  order={view.order}
                  hasWords={view.hasWords}
                  onOrder={view.setOrder}
                  onSelectAll={ids.length > 0 ? () => setSelection(allOf(selection, ids)) : undefined}
                >
                  <Found
                    text={text}
                    listing={listing}
                    onType={type}
                    count={count}
                    version={`${version} ${rows.length}`}
                  />
                </Toolbar>
              )
            )}
            {ids.length === 0 && !isEmpty && !listing.isWaiting && (
              <NothingFound
                packsOff={knownPacks.filter(({ name, isOn }) => !isOn && hasFilter({ name: 'pack', value: name }))}
                onClear={() => type('')}
              />
            )}
            {isEmpty && <NothingKept onImport={() => goTo('exchange')} onShowPack={() => type('pack:bundled')} />}
            {listing.rows.length > 0 && (
              <PaperList
                rows={listing.rows}
                current={current.index}
                focus={current.focus}
                selected={selection.ids}
                termsOf={listing.termsOf}
                segments={segments}
                onCurrent={current.choose}
                onOpen={(id) => {
                  current.choose(id);
                  setOpen(true);
                }}
                onSelect={(id, isRange) =>
                  setSelection(isRange ? extended(selection, ids, id) : toggled(selection, id))
                }
              />
            )}
          </>
        ) : (
          <NotReady shelf={shelf} />
        )}
        <AskingLine asking={asking} />
        <LastChange edits={edits} onHelp={() => help.current?.showModal()} />
      </main>
      <section class="beside" aria-label="Paper" ref={pane}>
        {current.row ? (
          <Pane
            row={current.row}
            whole={whole}
            edits={edits}
            tags={tags}
            styles={CITATION_STYLES}
            heading={heading}
            onClose={() => {
              setOpen(false);
              current.goTo(current.index);
            }}
          />
        ) : (
          <NothingChosen />
        )}
      </section>
      <Help dialog={help} filters={FILTERS} />
    </div>
  );
}

function tagsOf(rows: Parameters<typeof untag>[0]): string[] {
  const counts = new Map<string, number>();
  for (const { record } of rows) for (const tag of record?.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
}

/** Changes whenever a search may find other papers in packs than before. */
function versionOf(packs: readonly PackSummary[]): string {
  return packs.flatMap(({ name, isOn, updated }) => (isOn ? [`${name} ${updated}`] : [])).join('\n');
}
