import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SearchAnswer } from '../lib/answers';
import { explain } from './explain';
import { Results } from './Results';
import { Summary } from './Summary';
import type { TextTools } from './text-tools';
import type { Disclosure } from './use-disclosure';
import type { Keeping } from './use-keeping';
import { useKeysAhead } from './use-keys-ahead';
import { useSearch } from './use-search';
import { typeInto, walkWithKeys } from './walk-with-keys';

interface Props {
  /** It stands in the page from the start, so that it can be typed in before any script has loaded. */
  box: HTMLInputElement;
  search: (query: string) => Promise<SearchAnswer>;
  keeping: Keeping;
  segments: TextTools['segments'];
  more?: Disclosure | undefined;
  /** Called for Escape in an empty box. */
  onLeave: () => void;
  /** What stands here while nothing is searched for. */
  children: ComponentChildren;
}

/** What belongs to a search box: its results as they are typed for, and the keys that lead to them. */
export function SearchPanel({ box, search, keeping, segments, more, onLeave, children }: Props) {
  const { isWaiting, outcome } = useSearch(box, search);
  const panel = useRef<HTMLDivElement>(null);
  const answer = outcome && 'answer' in outcome ? outcome.answer : undefined;

  // It hears a key before those do that walk over what is shown.
  useKeysAhead(box, isWaiting ? undefined : answer, panel);
  useLayoutEffect(() => (panel.current ? walkWithKeys(box, panel.current, onLeave) : undefined), [box, onLeave]);
  // What is new is read from its top.
  useLayoutEffect(() => panel.current?.scrollTo(0, 0), [answer]);

  return (
    <div class="panel" ref={panel} data-waiting={isWaiting}>
      <output class="line summary">{answer && <Summary answer={answer} />}</output>
      {isWaiting && <p class="line waiting">Searching…</p>}
      {outcome && 'error' in outcome && <Problem error={outcome.error} onRetry={() => typeInto(box, box.value)} />}
      {answer && <Results answer={answer} keeping={keeping} segments={segments} more={more} />}
      {!outcome && children}
    </div>
  );
}

function Problem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div class="note" role="alert">
      <p>The search did not work. {explain(error)}</p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
