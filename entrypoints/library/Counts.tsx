import { useEffect, useState } from 'preact/hooks';
import { explain } from '../../components/explain';
import { newestOnly, type Outcome } from '../../components/newest-only';
import type { PhraseCount } from '../../lib/answers';

export interface Counting {
  count: (phrase: string) => Promise<PhraseCount>;
  /** Changes whenever a count may be another. */
  version: string;
  /** Whether the list is there, which goes before: until then nothing is counted. */
  isListed: boolean;
}

/** How often each of some phrases stands in papers, a line for each. */
export function Counts({ phrases, ...counting }: Counting & { phrases: readonly string[] }) {
  return (
    <ul class="counts" aria-live="polite">
      {phrases.map((phrase) => (
        <Line key={phrase} phrase={phrase} {...counting} />
      ))}
    </ul>
  );
}

function Line({ phrase, count, version, isListed }: Counting & { phrase: string }) {
  const [counted, setCounted] = useState<{ version: string; outcome: Outcome<PhraseCount> }>();
  const [want] = useState(() =>
    newestOnly(
      () => count(phrase),
      (asked, outcome) => setCounted({ version: asked, outcome }),
    ),
  );
  const isDue = isListed && counted?.version !== version;
  useEffect(() => {
    if (isDue) want(version);
  }, [isDue, version, want]);
  return (
    <li>
      “<bdi>{phrase}</bdi>”: {counted ? inWords(counted.outcome) : '…'}
    </li>
  );
}

function inWords(outcome: Outcome<PhraseCount>): string {
  if ('error' in outcome) return `It could not be counted. ${explain(outcome.error)}`;
  const { papers, places, milliseconds } = outcome.answer;
  const found = papers === 0 ? 'in no paper' : `in ${numbered(papers, 'paper')}, ${inPlaces(places)}`;
  return `${found}, ${milliseconds < 1 ? 'under 1' : Math.round(milliseconds).toLocaleString('en')} ms.`;
}

/** Of some papers no more is known than their words. */
function inPlaces(places: number): string {
  return places === 0 ? 'no known place' : numbered(places, 'place');
}

function numbered(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}
