import type { SearchAnswer } from '../lib/answers';
import type { PaperId } from '../lib/paper';
import { PaperRow } from './PaperRow';
import type { TextTools } from './text-tools';
import type { Disclosure } from './use-disclosure';
import type { Keeping } from './use-keeping';

interface Props {
  answer: SearchAnswer;
  keeping: Keeping;
  segments: TextTools['segments'];
  more?: Disclosure | undefined;
}

/** The papers that were found, in rank order; where there are none, where else to look. */
export function Results({ answer, keeping, segments, more }: Props) {
  if (answer.unknown) return <OpenOnArxiv id={answer.unknown} />;
  if (answer.results.length === 0) return answer.elsewhere === '' ? null : <SearchElsewhere query={answer.elsewhere} />;
  return (
    <ul class="rows" data-results="" aria-label="Results">
      {answer.results.map(({ paper, state, terms }) => (
        <PaperRow key={paper.id} paper={{ ...paper, state, terms }} keeping={keeping} segments={segments} more={more} />
      ))}
    </ul>
  );
}

function OpenOnArxiv({ id }: { id: PaperId }) {
  return (
    <p class="note">
      <a href={`https://arxiv.org/abs/${id}`} target="_blank" rel="noreferrer">
        Open arXiv:{id}
      </a>
    </p>
  );
}

function SearchElsewhere({ query }: { query: string }) {
  const address = `https://arxiv.org/search/?${new URLSearchParams({ query, searchtype: 'all' })}`;
  return (
    <p class="note">
      <a href={address} target="_blank" rel="noreferrer">
        Search arXiv for “<bdi>{query}</bdi>”
      </a>
    </p>
  );
}
