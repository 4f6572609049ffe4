import type { Facts } from './edit';
import type { Paper } from './paper';

/**
 * What is known of a paper, and what else is said of it, as one. What is known stays, unless what is said is of a later
 * version of the paper: arXiv alone tells a version, so that this goes before whatever has none. What either leaves out
 * the other fills, an author list is never cut short, nor an abstract to its beginning. The same said twice is as once.
 */
export function mergeFacts(known: Paper, said: Facts): Paper {
  const isLater = (said.version ?? 0) > (known.version ?? 0);
  const [first, second]: [Facts, Facts] = isLater ? [said, known] : [known, said];
  const merged: Paper = { ...known, ...present(second, known.id), ...present(first, known.id) };
  const links = { ...known.links, ...second.links, ...first.links };
  if (Object.keys(links).length > 0) merged.links = links;
  const otherTitles = [...new Set([...(known.otherTitles ?? []), ...(said.otherTitles ?? [])])];
  if (otherTitles.length > 0) merged.otherTitles = otherTitles;
  if (!isLater && (said.authors?.length ?? 0) > known.authors.length) merged.authors = said.authors ?? [];
  if (isCut(merged.abstract, second.abstract)) merged.abstract = second.abstract;
  return merged;
}

/** Those facts that say something. */
function present(facts: Facts, id: string): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, fact]) => {
      if (name === 'title') return fact !== '' && fact !== id;
      return fact !== undefined && fact !== '' && !(Array.isArray(fact) && fact.length === 0);
    }),
  );
}

/** Whether an abstract is no more than the beginning of a fuller one, with or without a sign that it was cut. */
function isCut(abstract: string | undefined, fuller: string | undefined): fuller is string {
  if (abstract === undefined || fuller === undefined || fuller.length <= abstract.length) return false;
  return fuller.startsWith(abstract.replace(/\s*(?:…|\.{3})$/, ''));
}
