import { type ArxivId, parseId } from '../arxiv/identifier';
import { mentionsInText, type TextMention } from '../arxiv/text';

/** How a reference says which paper it is. Only its own fields count for that, never its abstract or title. */

/**
 * Reads the id out of a field that is there to hold one: `2511.07317v2`, `arXiv:2511.07317`, an address, or the number
 * of an old id, whose archive stands in another field.
 */
export function idHeld(text = '', ...archives: (string | undefined)[]): ArxivId | undefined {
  const ways = [text, ...archives.map((archive) => `${archive}/${text}`)];
  return ways.map((way) => parseId(way.trim())).find(Boolean) ?? idNamed(text);
}

/** Reads the id out of a field that tells what the reference itself is: an address, a DOI, a journal and its volume. */
export function idNamed(text = ''): TextMention | undefined {
  return mentionsInText(text).find(({ kind }) => kind === 'named');
}

/** Words that may stand before an id that is still the reference's own. */
const LEAD = new Set(
  'arxiv also available online at as from on in e print eprint preprint published id url p'.split(' '),
);

/** What may come after it: nothing, its category, a sign that something else begins. */
const TAIL = /^\s*(?:\[[^\]]*\]\s*)?(?:$|[.,;()])/;

/**
 * Reads the id out of free text, where a line begins with it: `arXiv:2511.07317 [cs.CL]`, `Preprint at
 * https://arxiv.org/abs/2511.07317`. "Comment on arXiv:2301.00001" names another paper.
 */
export function idNoted(text = ''): ArxivId | undefined {
  return text
    .split('\n')
    .map((line) => {
      const mention = idNamed(line);
      const words =
        line
          .slice(0, mention?.start)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [];
      return mention && words.every((word) => LEAD.has(word)) && TAIL.test(line.slice(mention.end))
        ? mention
        : undefined;
    })
    .find(Boolean);
}
