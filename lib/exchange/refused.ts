import type { Place, Skipped } from './format';

/** What a service of arXiv answers, in the place of papers, to a question that it cannot take or finds nothing for. */
export interface Refused {
  kind: 'refused';
  place: Place;
  /** For programs: `noRecordsMatch`, `badResumptionToken`. OAI-PMH has them, the API has none. */
  code?: string;
  message: string;
}

/** The same for somebody who has such an answer as a file. */
export function asSkipped({ place, code, message }: Refused): Skipped {
  const error = [code, message].filter(Boolean).join(', ');
  return {
    kind: 'skipped',
    place,
    why: `arXiv answered with an error (${error}). Ask it once more, for something else.`,
  };
}
