import { idFromLink } from '../arxiv/link';
import type { PaperId } from '../paper';
import { type PageFacts, present } from '../paper-facts';
import { categoriesIn } from './fields';
import { wordsOf } from './words';

/** A listing leaves authors out from the hundredth on, without a word. */
const AUTHORS_LISTED = 100;

/**
 * Reads listings, `/list`, `/catchup` and `/a`: one `dt` with links and one `dd` with what is said of each paper, in the
 * layouts of today and of before (arXiv's `list_macros.html`). No entry has a date.
 */
export function readListing(page: Document, address: string, wanted: ReadonlySet<PaperId>): PageFacts[] {
  return [...page.querySelectorAll('dl > dt')].flatMap((term) => {
    const [first, ...others] = [...term.querySelectorAll('a[href]')].flatMap(
      (link) => idFromLink(link.getAttribute('href') ?? '', address) ?? [],
    );
    const entry = term.nextElementSibling;
    if (!first || !wanted.has(first.id) || !entry?.matches('dd')) return [];
    // The link to the HTML, where there is one, has the version.
    const version = [first, ...others].find((link) => link.version !== undefined)?.version;
    const said = (name: string) => wordsOf(entry.querySelector(name));
    return present({
      id: first.id,
      title: said('.list-title'),
      authors: authorsIn(entry),
      abstract: said('p.mathjax'),
      ...categoriesIn(said('.list-subjects')),
      version,
      comment: said('.list-comments'),
      venue: said('.list-journal-ref'),
    });
  });
}

/** The authors, unless some may be left out: what a page fills in is not completed later. */
function authorsIn(entry: Element): string[] {
  const names = Array.from(entry.querySelectorAll('.list-authors a'), (link) => wordsOf(link));
  return names.length < AUTHORS_LISTED ? names : [];
}
