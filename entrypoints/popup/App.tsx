import { HealthLine } from '../../components/HealthLine';
import { OnThisPage } from '../../components/OnThisPage';
import { SearchPanel } from '../../components/SearchPanel';
import { Switches } from '../../components/Switches';
import { type Source, useAnswer } from '../../components/use-answer';
import { type ChoiceStore, useChoices } from '../../components/use-choices';
import { type Keeper, useKeeping } from '../../components/use-keeping';
import type { Health, SearchAnswer, TabPapers } from '../../lib/answers';
import { segments } from '../../lib/search/highlight';
import { offKey, ONLY_ARXIV } from '../../lib/settings';
import { siteOf } from './site-of';

interface Props {
  box: HTMLInputElement;
  /** The page in front of the person. */
  page: Source<TabPapers>;
  health: Source<Health>;
  choices: ChoiceStore;
  search: (query: string) => Promise<SearchAnswer>;
  keeper: Keeper;
  close: () => void;
}

/**
 * Everything under the search box: the papers of the page, and in their place the results once a letter is typed; below
 * them the switches. Where the library was damaged, that is said first.
 */
export function App({ box, page: source, health: healthSource, choices: store, search, keeper, close }: Props) {
  const page = useAnswer(source);
  const health = useAnswer(healthSource);
  const host = page && 'answer' in page ? page.answer.host : undefined;
  const { stored, problem, change } = useChoices(store, host);
  const keeping = useKeeping(keeper);
  const site = stored && host !== undefined ? siteOf(host, stored) : undefined;

  function switchOn(): void {
    // The button that has the focus is about to go.
    box.focus();
    if (site) void change(site.marking === 'off' ? offKey(site.host) : ONLY_ARXIV, false);
  }

  return (
    <>
      <HealthLine health={health && 'answer' in health ? health.answer : undefined} />
      <main>
        <SearchPanel box={box} search={search} keeping={keeping} segments={segments} onLeave={close}>
          <OnThisPage page={page} site={site} keeping={keeping} segments={segments} onSwitchOn={switchOn} />
        </SearchPanel>
      </main>
      {stored && (
        <Switches
          site={site}
          isOnlyArxiv={Boolean(stored[ONLY_ARXIV])}
          problem={problem}
          onSite={(isMarking) => site && void change(offKey(site.host), !isMarking)}
          onOnlyArxiv={(isOnlyArxiv) => void change(ONLY_ARXIV, isOnlyArxiv)}
        />
      )}
    </>
  );
}
