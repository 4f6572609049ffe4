import { BIBCODE_FORM, idFromBibcode } from './bibcode';
import { SITES } from './hosts';
import type { ArxivId } from './identifier';
import { idFromLink } from './link';
import { NUMBER_FORM } from './number';
import { LIST_FORM } from './prefix';

/** A way to name papers in running text. */
export interface Way {
  /** The stretch of a text that names one paper or several, as a regular expression source without groups. */
  form: string;
  /** Reads a stretch that names one paper. Of any other stretch, the ids are read one by one. */
  read?: (stretch: string) => ArxivId | undefined;
  /** See `TextMention`; `named` if not said. */
  kind?: 'bare';
}

/**
 * The rest of an address or a DOI. It ends with a letter that can end one, and where the next address begins. No honest
 * one is longer, and without a bound the engine runs out of stack on a text of millions of letters.
 */
const REST = String.raw`(?:[()[\],.;:!?]*(?!(?<![=/_])https?:)[\w#-&*+/=@~-]){1,99999}`;

/**
 * The ways to name papers, in the order in which they claim their stretch of a text. A stretch that is claimed is not
 * looked at again: a number within another site's address or DOI names nothing.
 */
export const WAYS: readonly Way[] = [
  // An address, also without its scheme where its site is one of those that name papers.
  {
    form: String.raw`(?:\bhttps?:\/\/(?!arxiv\.(?:org\/\w+\/)?\s)|(?<![\w.-])(?:[\w-]+\.)*(?:${SITES.join('|').replaceAll('.', '\\.')})\/)${REST}`,
    read: (address) => idFromLink(/^http/i.test(address) ? address : `https://${address}`),
  },
  // A DOI of another publisher.
  { form: String.raw`10\.(?!48550\/arxiv)\d{4,9}\/${REST}`, read: () => undefined },
  { form: String.raw`(?<!\w)${BIBCODE_FORM}`, read: idFromBibcode },
  { form: LIST_FORM },
  { form: NUMBER_FORM, kind: 'bare' },
];
