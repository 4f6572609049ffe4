import { idFromLink } from '../arxiv/link';
import type { PaperId } from '../paper';
import { type PageFacts, present } from '../paper-facts';
import { categories, dayIn, doiIn } from './fields';
import { labelledWords } from './labels';
import { wordsOf } from './words';

const LABEL = '.has-text-weight-semibold';

/** Reads search results, `/search` (arXiv's `search-macros.html`). */
export function readSearchResults(page: Document, address: string, wanted: ReadonlySet<PaperId>): PageFacts[] {
  return [...page.querySelectorAll('.arxiv-result')].flatMap((result) => {
    const link = idFromLink(result.querySelector('.list-title a[href]')?.getAttribute('href') ?? '', address);
    if (!link || !wanted.has(link.id)) return [];
    const said = (name: string) => wordsOf(result.querySelector(name));
    const [submitted, first] = ['Submitted', 'v1'].map((name) => dayIn(labelledWords(result, LABEL, name)));
    // Where the link has a version, what was found is not the newest one.
    const isNewest = link.version === undefined;
    return present({
      id: link.id,
      title: said('p.title'),
      authors: authorsIn(result),
      abstract: abstractIn(result),
      ...categories(Array.from(result.querySelectorAll('.tag[data-tooltip]'), (tag) => wordsOf(tag))),
      published: first ?? submitted,
      updated: isNewest ? submitted : undefined,
      version: link.version ?? versionIn(result),
      comment: labelledWords(result, LABEL, 'Comments'),
      venue: labelledWords(result, LABEL, 'Journal'),
      doi: doiIn(said('.has-addons a[href*="doi.org"]')),
    });
  });
}

/** The authors, unless some are not shown: what a page fills in is not completed later. */
function authorsIn(result: Element): string[] {
  const line = result.querySelector('.authors');
  if (!line || /\badditional authors? not shown/.test(wordsOf(line))) return [];
  return Array.from(line.querySelectorAll('a'), (link) => wordsOf(link));
}

/** The abstract in full, without the link that folds it away. */
function abstractIn(result: Element): string {
  return wordsOf(result.querySelector('.abstract-full'), 'a[onclick]');
}

/** The version that was found stands in the name of its abstract alone: `2511.07317v2-abstract-full`. */
function versionIn(result: Element): number | undefined {
  const name = result.querySelector('.abstract-full')?.id ?? '';
  const [, version] = /v([1-9]\d*)-abstract-full$/.exec(name) ?? [];
  return version === undefined ? undefined : Number(version);
}
