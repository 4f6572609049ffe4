import { useEffect, useState } from 'preact/hooks';
import { OnThisPage } from '../../components/OnThisPage';
import { SearchPanel } from '../../components/SearchPanel';
import { type Keeper, useKeeping } from '../../components/use-keeping';
import type { PaperOnPage, SearchAnswer } from '../../lib/answers';
import { segments, words } from '../../lib/search/highlight';

interface Props {
  box: HTMLInputElement;
  /** The papers of the page in front of the person, being asked for. */
  asked: Promise<PaperOnPage[]>;
  search: (query: string) => Promise<SearchAnswer>;
  keeper: Keeper;
  close: () => void;
}

/** Everything under the search box: the papers of the page, and in their place the results once a letter is typed. */
export function App({ box, asked, search, keeper, close }: Props) {
  const [papers, setPapers] = useState<PaperOnPage[]>();
  const keeping = useKeeping(keeper);
  useEffect(() => void asked.then(setPapers), [asked]);
  return (
    <SearchPanel box={box} search={search} keeping={keeping} text={{ segments, words }} onLeave={close}>
      <OnThisPage papers={papers} keeping={keeping} segments={segments} />
    </SearchPanel>
  );
}
