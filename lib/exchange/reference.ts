import type { ArxivId } from '../arxiv/identifier';
import { extrasIn, isCategory } from './extras';
import type { Item, Place } from './format';
import { idNamed } from './naming';
import { inLines, onOneLine } from './text';

/** What a reference in a file says, as texts: empty or undefined where it says nothing. */
export interface Reference {
  place: Place;
  /** The paper that it names. */
  id: ArxivId | undefined;
  title: string | undefined;
  authors: readonly string[];
  abstract: string | undefined;
  /** The primary category. */
  category?: string;
  venue: string | undefined;
  doi: string | undefined;
  /** The day that it gives as its date, `YYYY-MM-DD`. */
  day: string | undefined;
  tags: readonly string[];
  note: string | undefined;
  /** See `extras.ts`. */
  extra: (name: string) => string | undefined;
}

/** What a format calls its references, and what to do about one that names no paper: a sentence. */
export interface Wording {
  noun: 'entry' | 'record';
  advice: string;
}

/** Names of arXiv that stand where others have a journal. */
const NO_VENUE = /^(?:arxiv|corr|computing research repository|(?:e-?|pre-?)prints?)\b/i;

/** What a reference comes to. */
export function itemOf({ place, id, extra, ...said }: Reference, { noun, advice }: Wording): Item {
  if (!id) {
    const why = `This ${noun} has no arXiv id; Manicule keeps papers of arXiv only. ${advice}`;
    return { kind: 'skipped', place, why };
  }
  const title = onOneLine(said.title ?? '');
  const category = onOneLine(said.category ?? '');
  const authors = said.authors.map(onOneLine).filter(Boolean);
  const abstract = onOneLine(said.abstract ?? '');
  const venue = venueIn(said.venue);
  const doi = doiIn(said.doi);
  const tags = [...new Set(said.tags.map(onOneLine))].filter(Boolean);
  const note = inLines(said.note ?? '');
  const extras = extrasIn(extra);
  const kept = { ...(tags.length > 0 && { tags }), ...(note && { note }), ...extras.kept };
  return {
    kind: 'paper',
    place,
    facts: {
      ...(title && title !== `arXiv:${id.id}` && { title }),
      ...(authors.length > 0 && { authors }),
      ...(abstract && { abstract }),
      ...(isCategory(category) && { category }),
      ...(venue && { venue }),
      ...(doi && { doi }),
      // The date of a journal is not the day on which arXiv had the paper.
      ...(said.day && !venue && { published: said.day }),
      ...extras.facts,
      id: id.id,
    },
    ...(Object.keys(kept).length > 0 && { kept }),
  };
}

function venueIn(text = ''): string {
  const venue = onOneLine(text);
  return NO_VENUE.test(venue) || idNamed(venue) ? '' : venue;
}

/** Reads a DOI with or without its resolver and percent escapes; one that arXiv gives out is no publication's. */
function doiIn(text = ''): string {
  const plain = text.replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const [doi = ''] = /10\.\d{4,9}\/\S+/.exec(plain) ?? [];
  return /^10\.48550\/arxiv\./i.test(doi) ? '' : doi;
}
