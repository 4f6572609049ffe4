import { explain } from '../../components/explain';
import { parseQuery } from '../../lib/search/query/parse';
import { tokenize } from '../../lib/search/terms';
import type { Listing } from './use-found';

interface Props {
  text: string;
  listing: Listing;
  onType: (query: string) => void;
}

/** How many papers there are, what of the query was not understood, and what to do where there is none. */
export function Found({ text, listing: { rows, listed, of, others, isWaiting, error }, onType }: Props) {
  const { words, conditions, problems } = parseQuery(text);
  const understood = [
    ...tokenize(words)
      .filter(Boolean)
      .map((word) => `“${word}”`),
    ...conditions.map(({ source }) => source),
  ];
  const isNone = rows.length === 0 && !isWaiting && error === undefined;
  return (
    <div class="found" data-waiting={isWaiting}>
      <output>
        {error !== undefined && `The search did not work. ${explain(error)}`}
        {isNone &&
          (understood.length > 0
            ? `No paper found for ${new Intl.ListFormat('en').format(understood)}.`
            : 'There is no word to search for yet.')}
        {rows.length > 0 && inWords(listed, of)}
        {problems.length > 0 && <span class="problems"> {problems.join(' ')}</span>}
      </output>
      {others > 0 && (
        <button type="button" class="more" onClick={() => onType(`-is:saved ${text}`)}>
          {others.toLocaleString('en')} more that you have not saved
        </button>
      )}
    </div>
  );
}

/** Of many papers the best are listed. */
function inWords(listed: number, of: number): string {
  const papers = of === 1 ? '1 paper' : `${of.toLocaleString('en')} papers`;
  return listed < of ? `${listed.toLocaleString('en')} of ${papers}. Add a word to narrow them down.` : papers;
}
