import { explain } from '../../components/explain';
import { papersInWords } from '../../lib/papers-in-words';
import { parseQuery } from '../../lib/search/query/parse';
import { phrasesIn } from '../../lib/search/query/query';
import { tokenize } from '../../lib/search/terms';
import { type Counting, Counts } from './Counts';
import type { Listing } from './use-found';

interface Props extends Omit<Counting, 'isListed'> {
  text: string;
  listing: Listing;
  onType: (query: string) => void;
}

/**
 * How many papers there are, what of the query was not understood, what to do where there is none, and how often its
 * phrases stand in papers.
 */
export function Found({ text, listing, onType, ...counting }: Props) {
  const { rows, listed, of, others, isWaiting, error } = listing;
  const query = parseQuery(text);
  const { words, conditions, problems } = query;
  const phrases = phrasesIn(query);
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
      {phrases.length > 0 && <Counts phrases={phrases} isListed={!isWaiting} {...counting} />}
    </div>
  );
}

/** Of many papers the best are listed. */
function inWords(listed: number, of: number): string {
  const papers = papersInWords(of);
  return listed < of ? `${listed.toLocaleString('en')} of ${papers}. Add a word to narrow them down.` : papers;
}
