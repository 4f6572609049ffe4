import { type ArxivId, parseId } from '../arxiv/identifier';
import { mentionsInText } from '../arxiv/text';
import type { PaperId } from '../paper';
import type { Importer } from './format';
import { lines } from './lines';

/** What stands between the ids of a list, or around them: in a table, in Markdown, in a program. */
const PART = /[^\s,;|"'`()[\]{}<>*]+/g;

/** In letters: no line that somebody wrote by hand has a tenth as many. */
const MAX_LINE = 1_000_000;

/**
 * A list of ids or links as plain text, one or more on a line, in any of the ways that name a paper. A number counts
 * without anything around it that says arXiv: whoever gives the list has said so. Blank lines and lines that begin with
 * `#` are passed over.
 */
export const idList: Importer = {
  name: 'list of ids',
  recognises: (head) => !/^\s*[<{[]/.test(head) && head.split(/[\r\n]+/).some((line) => idsIn(line).length > 0),
  async *read(pieces) {
    for await (const { number, text } of lines(pieces, { max: MAX_LINE })) {
      const place = { line: number };
      if (text === undefined) {
        yield { kind: 'skipped', place, why: 'This line is too long. Write the ids on several lines.' };
        continue;
      }
      if (/^\s*(?:#|$)/.test(text)) continue;
      const ids = idsIn(text);
      if (ids.length === 0) {
        yield {
          kind: 'skipped',
          place,
          why: 'This line names no paper of arXiv. Write an id like 2511.07317, or a link.',
        };
      }
      for (const facts of ids) yield { kind: 'paper', place, facts };
    }
  },
};

/** The papers that a line names, in its order, each once. */
function idsIn(line: string): ArxivId[] {
  const found: (ArxivId & { start: number })[] = mentionsInText(line);
  for (const { 0: part, index: start } of line.matchAll(PART)) {
    const id = parseId(part.replace(/[.:!?/]$/, ''));
    if (id) found.push({ ...id, start });
  }
  const ids = new Map<PaperId, ArxivId>();
  for (const { id, version } of found.sort((a, b) => a.start - b.start)) {
    if (!ids.has(id)) ids.set(id, version === undefined ? { id } : { id, version });
  }
  return [...ids.values()];
}
