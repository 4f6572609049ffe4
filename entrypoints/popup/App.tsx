import { useMemo } from 'preact/hooks';
import { AskingLine } from '../../components/AskingLine';
import { AskSwitch } from '../../components/AskSwitch';
import { HealthLine } from '../../components/HealthLine';
import { LastDone } from '../../components/LastDone';
import { OnThisPage } from '../../components/OnThisPage';
import { Passages, type Tracing } from '../../components/Passages';
import { SearchPanel } from '../../components/SearchPanel';
import { Switches } from '../../components/Switches';
import { TraceSwitches } from '../../components/TraceSwitches';
import { type Source, useAnswer } from '../../components/use-answer';
import { useAsking } from '../../components/use-asking';
import { type ChoiceStore, useChoices } from '../../components/use-choices';
import { type DrawMore, useDisclosure } from '../../components/use-disclosure';
import { type Keeper, type Keeping, useKeeping } from '../../components/use-keeping';
import { useLastDone } from '../../components/use-last-done';
import type { CompletionState, Health, SearchAnswer, TabPapers, Undoable } from '../../lib/answers';
import { segments } from '../../lib/search/highlight';
import { offKey, ONLY_ARXIV } from '../../lib/settings';
import { siteOf } from './site-of';

interface Props {
  box: HTMLInputElement;
  /** The page in front of the person. */
  page: Source<TabPapers> & Tracing;
  health: Source<Health>;
  choices: ChoiceStore;
  search: (query: string) => Promise<SearchAnswer>;
  keeper: Keeper;
  /** Makes what draws more on a paper, and tells of what was done there. */
  more: (done: (undoable: Undoable) => void) => DrawMore;
  completion: Source<CompletionState>;
  close: () => void;
}

/**
 * Everything under the search box: the papers of the page, and in their place the results once a letter is typed; below
 * them what is being done for saved papers, and the switches. Where the library was damaged, that is said first.
 */
export function App(props: Props) {
  const { box, page: source, health: healthSource, choices: store, search, keeper, completion, more, close } = props;
  const page = useAnswer(source);
  const health = useAnswer(healthSource);
  const answer = page && 'answer' in page ? page.answer : undefined;
  const host = answer?.host;
  const { stored, problem, change } = useChoices(store, host);
  const { last, problem: undoProblem, done, undo } = useLastDone(keeper.undo);
  const kept = useKeeping(keeper);
  const disclosure = useDisclosure(useMemo(() => more(done), [more, done]));
  const keeping: Keeping = {
    ...kept,
    async remove(id) {
      const changes = await kept.remove(id);
      if (changes) done({ done: 'Removed from your library.', changes });
      return changes;
    },
  };
  const asking = useAsking(completion, store);
  const site = stored && host !== undefined ? siteOf(host, stored) : undefined;

  function switchOn(): void {
    // The button that has the focus is about to go.
    box.focus();
    if (site) void change(site.marking === 'off' ? offKey(site.host) : ONLY_ARXIV, false);
  }

  function takeBack(): void {
    // So is this one.
    if (document.activeElement?.closest('.last-done')) box.focus();
    void undo();
  }

  return (
    <>
      <HealthLine health={health && 'answer' in health ? health.answer : undefined} />
      <main>
        <SearchPanel box={box} search={search} keeping={keeping} segments={segments} more={disclosure} onLeave={close}>
          <OnThisPage
            page={page}
            site={site}
            keeping={keeping}
            segments={segments}
            more={disclosure}
            onSwitchOn={switchOn}
          >
            {answer && host !== undefined && (
              <Passages page={answer} tracing={source} keeping={keeping} segments={segments}>
                {site && stored && <TraceSwitches site={site} stored={stored} change={change} />}
              </Passages>
            )}
          </OnThisPage>
        </SearchPanel>
        <LastDone last={last} problem={undoProblem} onUndo={takeBack} />
      </main>
      <AskingLine asking={asking} />
      {stored && (
        <Switches site={site} stored={stored} problem={problem} change={change}>
          <AskSwitch asking={asking}>Ask arXiv about papers that I save</AskSwitch>
        </Switches>
      )}
      <p class="to-library">
        <a href="/library.html" target="_blank">
          Open library
        </a>
      </p>
    </>
  );
}
