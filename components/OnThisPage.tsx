import { useRef } from 'preact/hooks';
import type { PaperOnPage } from '../lib/answers';
import { LargeHand } from './Mark';
import { PaperRow } from './PaperRow';
import { SaveAll } from './SaveAll';
import type { TextTools } from './text-tools';
import type { Keeping } from './use-keeping';

interface Props {
  /** In the order of the page; undefined while the page is being asked. */
  papers: readonly PaperOnPage[] | undefined;
  keeping: Keeping;
  segments: TextTools['segments'];
}

/** The papers that the page in front of the person names. */
export function OnThisPage({ papers, keeping, segments }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  if (!papers || papers.length === 0) return <NoPapers isAsking={!papers} />;
  return (
    <section aria-labelledby="on-this-page">
      <header class="line">
        <h2 id="on-this-page" tabIndex={-1} ref={heading}>
          On this page
        </h2>
        <SaveAll
          papers={papers.map((paper) => keeping.now(paper))}
          save={(id) => keeping.save(id)}
          onGone={() => heading.current?.focus()}
        />
      </header>
      <ul class="rows of-page">
        {papers.map((paper) => (
          <PaperRow key={paper.id} paper={paper} keeping={keeping} segments={segments} />
        ))}
      </ul>
    </section>
  );
}

function NoPapers({ isAsking }: { isAsking: boolean }) {
  return (
    <>
      <section aria-label="On this page" aria-busy={isAsking}>
        {isAsking ? (
          <p class="line waiting">Looking at the page…</p>
        ) : (
          <p class="line">No papers recognised on this page.</p>
        )}
      </section>
      {!isAsking && (
        <div class="invitation">
          <LargeHand />
          <p>Type a title, an author or a few words.</p>
        </div>
      )}
    </>
  );
}
