import { useState } from 'preact/hooks';
import type { ListedPassage } from '../lib/passage';
import { explain } from './explain';
import { PaperParts } from './PaperParts';
import { lengthOf, onOneLine, shortened } from './passage-words';
import type { TextTools } from './text-tools';
import type { Keeping } from './use-keeping';

interface Props {
  passage: ListedPassage;
  /** Brings it before the person's eyes. */
  show: () => Promise<unknown>;
  keeping: Keeping;
  segments: TextTools['segments'];
}

/** Of words that very many papers have, the others are listed when somebody wants them. */
const SHOWN = 5;

/** One passage: its words, how many they are, where it stands on the page, and every paper in which it stands. */
export function PassageItem({ passage, show, keeping, segments }: Props) {
  const [isWhole, setWhole] = useState(false);
  const [areAllListed, setAllListed] = useState(false);
  const [problem, setProblem] = useState('');
  const { text, papers, isExact } = passage;
  const [first] = papers;
  const whole = onOneLine(text);
  const short = shortened(text);

  async function showIt(): Promise<void> {
    setProblem('');
    try {
      await show();
    } catch (error) {
      setProblem(`Not shown. ${explain(error)}`);
    }
  }

  return (
    <li class="passage" data-arxiv-id={first?.id} data-state={first && keeping.now(first).state}>
      <div class="of-passage">
        <blockquote dir="auto">{isWhole ? whole : short}</blockquote>
        <button type="button" class="show" aria-label={`Show ${short}`} onClick={() => void showIt()}>
          Show
        </button>
        {short !== whole && (
          <button
            type="button"
            class="unfold"
            aria-label="All words of the passage"
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
          />
        )}
        <p class="length" title={isExact ? undefined : 'Recognised by fingerprints: it may be a few words longer.'}>
          {lengthOf(passage)}
        </p>
        {problem !== '' && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <ul class="of-page">
        {(areAllListed ? papers : papers.slice(0, SHOWN)).map((paper) => (
          <li key={paper.id} class="row">
            <PaperParts paper={paper} keeping={keeping} segments={segments} />
          </li>
        ))}
      </ul>
      {papers.length > SHOWN && (
        <button
          type="button"
          class="all-papers"
          aria-expanded={areAllListed}
          onClick={() => setAllListed(!areAllListed)}
        >
          All {papers.length.toLocaleString('en')} papers
        </button>
      )}
    </li>
  );
}
