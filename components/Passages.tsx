import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { TabPapers } from '../lib/answers';
import { NO_PASSAGE } from '../lib/passage';
import { explain } from './explain';
import { PassageItem } from './PassageItem';
import type { TextTools } from './text-tools';
import type { Keeping } from './use-keeping';

/** What can be done with the words of the page in front. */
export interface Tracing {
  /** Finds the passages of the page; those come with what is said of the page after that. */
  trace(): Promise<unknown>;
  /** Brings a passage before the person's eyes, by its number. */
  show(passage: number): Promise<unknown>;
}

interface Props {
  /** What the page said last. */
  page: Pick<TabPapers, 'passages'>;
  tracing: Tracing;
  keeping: Keeping;
  segments: TextTools['segments'];
  /** What else there is to say of tracing. */
  children: ComponentChildren;
}

/** The passages of the page that stand in papers, once somebody has asked for them. */
export function Passages({ page, tracing, keeping, segments, children }: Props) {
  const { passages } = page;
  const [work, setWork] = useState<'none' | 'tracing' | 'listing'>('none');
  const [problem, setProblem] = useState('');
  const isTracing = work !== 'none';
  // What was found comes with what the page says next.
  useLayoutEffect(() => setWork((now) => (now === 'listing' ? 'none' : now)), [page]);

  async function trace(): Promise<void> {
    setWork('tracing');
    setProblem('');
    try {
      await tracing.trace();
      setWork('listing');
    } catch (error) {
      setWork('none');
      setProblem(`The page was not traced. ${explain(error)}`);
    }
  }

  // Until there is something to say, it is no region of its own that one might go to.
  return (
    <section aria-labelledby={passages && 'passages'} data-waiting={isTracing}>
      <header class="line">
        <h2 id="passages">Passages on this page</h2>
        <button type="button" aria-busy={isTracing} onClick={() => !isTracing && void trace()}>
          {passages ? 'Trace again' : 'Trace this page'}
        </button>
      </header>
      <div class="line said">
        <output>{problem === '' && foundInWords(passages)}</output>
        {problem !== '' && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {isTracing && <p class="line waiting">Tracing…</p>}
      </div>
      {passages && passages.length > 0 && (
        <ul class="rows">
          {passages.map((passage) => (
            <PassageItem
              key={passage.number}
              passage={passage}
              show={() => tracing.show(passage.number)}
              keeping={keeping}
              segments={segments}
            />
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

function foundInWords(passages: TabPapers['passages']): string {
  if (!passages) return 'Find the papers that words on this page come from.';
  if (passages.length === 0) return NO_PASSAGE;
  return passages.length === 1 ? '1 passage' : `${passages.length} passages, the longest first`;
}
