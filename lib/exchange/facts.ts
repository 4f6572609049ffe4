import type { ArxivId } from '../arxiv/identifier';
import type { FoundPaper } from './format';
import { dayOf } from './days';
import { onOneLine } from './text';

/** What arXiv tells of a paper, as it tells it: with line breaks, empty texts, and dates in any of its ways. */
export interface Told {
  id: ArxivId;
  title?: string | null | undefined;
  /** In the order of the paper, "First Last". */
  authors?: readonly string[] | undefined;
  abstract?: string | null | undefined;
  /** The primary one first. Classes of other schemes may stand among them. */
  categories?: readonly string[] | undefined;
  published?: string | undefined;
  updated?: string | undefined;
  version?: number | undefined;
  venue?: string | null | undefined;
  doi?: string | null | undefined;
  comment?: string | null | undefined;
}

const CATEGORY = /^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z-]+)?$/;

/** The facts of a paper out of what arXiv tells of it. What it does not tell, or not in a form of its own, is absent. */
export function factsOf(told: Told): FoundPaper['facts'] {
  const [category, ...otherCategories] = new Set(told.categories?.filter((name) => CATEGORY.test(name)));
  const { version = told.id.version } = told;
  return filled({
    id: told.id.id,
    title: onOneLine(told.title ?? ''),
    authors: told.authors?.map(onOneLine).filter((name) => name !== ''),
    abstract: onOneLine(told.abstract ?? ''),
    category,
    otherCategories,
    published: dayOf(told.published ?? ''),
    updated: dayOf(told.updated ?? ''),
    version,
    venue: onOneLine(told.venue ?? ''),
    doi: doiOf(told.doi ?? ''),
    comment: onOneLine(told.comment ?? ''),
  });
}

/** The facts that say something. */
function filled(facts: {
  [Key in keyof FoundPaper['facts']]: FoundPaper['facts'][Key] | undefined;
}): FoundPaper['facts'] {
  const entries = Object.entries(facts).filter(([, fact]) => fact !== undefined && fact !== '' && !isEmptyList(fact));
  return Object.fromEntries(entries) as FoundPaper['facts'];
}

function isEmptyList(fact: unknown): boolean {
  return Array.isArray(fact) && fact.length === 0;
}

const DOI = /(?<![\w.])10\.(?!48550\/)\d{4,9}\/\S+/;

/** The first of the DOIs that authors gave, as they typed them. arXiv's own DOI of a paper is none of a publication. */
function doiOf(text: string): string | undefined {
  return DOI.exec(text)?.[0].replace(/[.,;]$/, '');
}
