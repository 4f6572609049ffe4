import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { TabPapers } from '../lib/answers';
import { explain } from './explain';
import { LargeHand } from './Mark';
import type { Outcome } from './newest-only';
import { PaperRow } from './PaperRow';
import { SaveAll } from './SaveAll';
import type { Site } from './site';
import type { TextTools } from './text-tools';
import type { Disclosure } from './use-disclosure';
import type { Keeping } from './use-keeping';

interface Props {
  /** What the page said of itself; undefined while it is being asked. */
  page: Outcome<TabPapers> | undefined;
  /** Its site, as it is chosen by now: the page may not have said so yet. */
  site: Site | undefined;
  keeping: Keeping;
  segments: TextTools['segments'];
  more?: Disclosure | undefined;
  /** Called to have papers marked on this site again. */
  onSwitchOn: () => void;
  /** What else was found on the page: it stands below. */
  children?: ComponentChildren;
}

/** What there is to see: papers, or what is said in their place. */
type Content = { papers: TabPapers['papers'] } | { instead: ComponentChildren };

/**
 * The papers that the page in front of the person names, or why there are none. What stands below them stays the same
 * while they come and go.
 */
export function OnThisPage({ page, site, keeping, segments, more, onSwitchOn, children }: Props) {
  const content = contentOf(page, site, onSwitchOn);
  const hasPassages = page && 'answer' in page && Boolean(page.answer.passages?.length);
  return (
    <>
      {!content && <Asking />}
      {content && 'papers' in content && (
        <Papers papers={content.papers} keeping={keeping} segments={segments} more={more} />
      )}
      {content && 'instead' in content && (
        <section aria-label="On this page">
          <div class="line">{content.instead}</div>
        </section>
      )}
      {children}
      {content && 'instead' in content && !hasPassages && <Invitation />}
    </>
  );
}

/** Undefined as long as the page has not been looked at. */
function contentOf(page: Props['page'], site: Props['site'], onSwitchOn: () => void): Content | undefined {
  if (site && site.marking !== 'on') return { instead: <SwitchedOff site={site} onSwitchOn={onSwitchOn} /> };
  if (!page) return undefined;
  if ('error' in page) return { instead: explain(page.error) };
  const { papers, host, isMarking, isLoading } = page.answer;
  if (isLoading || (site && !isMarking)) return undefined;
  if (papers.length > 0) return { papers };
  return { instead: host === undefined ? 'Manicule cannot read this page.' : 'No papers recognised on this page.' };
}

function Papers({
  papers,
  keeping,
  segments,
  more,
}: Pick<Props, 'keeping' | 'segments' | 'more'> & Pick<TabPapers, 'papers'>) {
  const heading = useRef<HTMLHeadingElement>(null);
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
          <PaperRow key={paper.id} paper={paper} keeping={keeping} segments={segments} more={more} />
        ))}
      </ul>
    </section>
  );
}

function Asking() {
  return (
    <section aria-label="On this page" aria-busy>
      <p class="line waiting">Looking at the page…</p>
    </section>
  );
}

function SwitchedOff({ site: { host, marking }, onSwitchOn }: { site: Site; onSwitchOn: () => void }) {
  const isOff = marking === 'off';
  return (
    <>
      <p>
        {isOff ? (
          <>
            Manicule is switched off on <bdi>{host}</bdi>.
          </>
        ) : (
          'Papers are marked on arXiv only.'
        )}
      </p>
      <button type="button" onClick={onSwitchOn}>
        {isOff ? 'Switch on' : 'Mark elsewhere too'}
      </button>
    </>
  );
}

/** What else there is to do here. */
function Invitation() {
  return (
    <div class="invitation">
      <LargeHand />
      <p>Type a title, an author or a few words.</p>
    </div>
  );
}
