import { SearchPanel } from '../../components/SearchPanel';
import { type Keeper, useKeeping } from '../../components/use-keeping';
import { typeInto } from '../../components/walk-with-keys';
import type { SearchAnswer } from '../../lib/answers';
import { segments } from '../../lib/search/highlight';

const EXAMPLES = ['flexible data', 'rlve'] as const;

interface Props {
  box: HTMLInputElement;
  search: (query: string) => Promise<SearchAnswer>;
  keeper: Keeper;
}

/** The search of the popup, with queries to begin with. */
export function TrySearch({ box, search, keeper }: Props) {
  const keeping = useKeeping(keeper);
  const [first, second] = EXAMPLES.map((query) => (
    <button key={query} type="button" class="example" onClick={() => tryOut(box, query)}>
      “{query}”
    </button>
  ));
  return (
    <SearchPanel box={box} search={search} keeping={keeping} segments={segments} onLeave={stay}>
      <p class="line">
        <span>
          Try {first} or {second}
        </span>
      </p>
    </SearchPanel>
  );
}

function tryOut(box: HTMLInputElement, query: string): void {
  box.focus();
  typeInto(box, query);
}

/** There is nowhere to go from this page. */
function stay(): void {}
