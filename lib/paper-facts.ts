import type { Paper, PaperId } from './paper';

/** What a page may say of a paper; what it leaves out is absent. */
export interface PageFacts extends Partial<
  Pick<
    Paper,
    | 'title'
    | 'authors'
    | 'abstract'
    | 'category'
    | 'otherCategories'
    | 'published'
    | 'updated'
    | 'version'
    | 'venue'
    | 'doi'
    | 'comment'
  >
> {
  id: PaperId;
  /** The version that the page itself is of, where it is a page of one paper. */
  shown?: number;
}

/** Leaves out what is not known, so that only facts are left. */
export function present(facts: { [Name in keyof PageFacts]: PageFacts[Name] | undefined }): PageFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => isKnown(value))) as unknown as PageFacts;
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0);
}

/** Which facts are taken though something is known already, or left though nothing is. */
const RULES: { [Name in keyof PageFacts]?: (known: Paper, told: PageFacts) => boolean } = {
  title: ({ id, title }) => title === id,
  authors: ({ authors }) => authors.length === 0,
  // Beside another primary category they would not be the other ones.
  otherCategories: ({ category, otherCategories }, told) =>
    !otherCategories && (category ?? told.category) === (told.category ?? category),
  version: ({ version = 0 }, told) => (told.version ?? 0) > version,
  updated: ({ updated, version }, told) =>
    updated === undefined ? (told.version ?? 0) >= (version ?? 0) : (told.version ?? 0) > (version ?? Infinity),
  // It is of the page and not of the paper.
  shown: () => false,
};

/**
 * Adds what a page says of a paper to what is known of it. It only fills what is missing: a page is never believed
 * against a pack or arXiv's API. Only the newest version, and its day, follow the page that knows of a newer one.
 */
export function fillFromPage(known: Paper, told: PageFacts): Paper {
  const names = Object.keys(told) as (keyof PageFacts)[];
  const taken = names.filter((name) => RULES[name]?.(known, told) ?? known[name as keyof Paper] === undefined);
  return { ...known, ...Object.fromEntries(taken.map((name) => [name, told[name]])) };
}
