import { parseId } from '../arxiv/identifier';
import { idFromLink } from '../arxiv/link';
import { type PageFacts, present } from '../paper-facts';
import { categoriesIn, dayIn, doiIn, firstLast } from './fields';
import { wordsOf } from './words';

/**
 * Reads the page of one paper, `/abs/ID`: by its citation tags, which translations and scripts leave alone, and the rest
 * by the table under the abstract and the submission history (arXiv's `abs/abs.html` and `metatags.py`).
 */
export function readAbstractPage(page: Document, address: string): PageFacts[] {
  const asked = idFromLink(address);
  const id = parseId(tag(page, 'citation_arxiv_id') ?? '')?.id;
  if (id === undefined || id !== asked?.id) return [];
  const versions = versionsIn(wordsOf(page.querySelector('.submission-history')));
  const newest = versions.at(-1);
  const shown = idFromLink(tag(page, 'og:url') ?? '')?.version ?? asked.version ?? newest?.version;
  return [
    present({
      id,
      title: fold(tag(page, 'citation_title')),
      authors: tags(page, 'citation_author').map(firstLast),
      abstract: fold(tag(page, 'citation_abstract')) ?? wordsOf(page.querySelector('blockquote.abstract')),
      ...categoriesIn(wordsOf(cell(page, 'subjects'))),
      // Without a first date where a journal's reference has a year of its own.
      published: dayIn(tag(page, 'citation_date')) ?? versions[0]?.day,
      updated: newest?.day,
      version: newest?.version ?? shown,
      shown,
      venue: wordsOf(cell(page, 'jref', /journal/i)),
      doi: doiIn(tag(page, 'citation_doi')),
      comment: wordsOf(cell(page, 'comments')),
    }),
  ];
}

/** The versions of a submission history with their days: `[v1] Mon, 10 Nov 2025 12:00:00 UTC (9 KB) [v2] …`. */
function versionsIn(history: string): { version: number; day: string | undefined }[] {
  return history
    .split('[v')
    .slice(1)
    .map((line) => ({ version: parseInt(line, 10), day: dayIn(line) }))
    .filter(({ version }) => version > 0);
}

/** A cell of the table under the abstract. Report numbers are of the same class as journal references. */
function cell(page: Document, name: string, label = /./): Element | undefined {
  return [...page.querySelectorAll(`.metatable td.${name}`)].find((one) =>
    label.test(one.previousElementSibling?.textContent ?? ''),
  );
}

function tags(page: Document, name: string): string[] {
  const found = page.querySelectorAll(`meta[name="${name}"], meta[property="${name}"]`);
  return Array.from(found, (meta) => meta.getAttribute('content') ?? '');
}

function tag(page: Document, name: string): string | undefined {
  return tags(page, name)[0];
}

function fold(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim();
}
