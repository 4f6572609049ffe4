import { ExpectedError } from '../../errors';

/** What may stand before the root of an XML file beside blanks, and how it ends. */
const BEFORE_ROOT = { '<?': '?>', '<!--': '-->' };

/** In letters: no honest file has a tenth as many before its root. */
const MAX_PROLOG = 100_000;

/** The head of a file from its document type or its root on; undefined where it does not go as far as that. */
function afterProlog(head: string): string | undefined {
  let rest = head.trimStart();
  for (;;) {
    const [start, end] = Object.entries(BEFORE_ROOT).find(([mark]) => rest.startsWith(mark)) ?? [];
    if (start === undefined || end === undefined) return rest === '' ? undefined : rest;
    const at = rest.indexOf(end, start.length);
    if (at < 0) return undefined;
    rest = rest.slice(at + end.length).trimStart();
  }
}

/** Whether a file with this head is XML with a root of this name, whatever its prefix. */
export function hasRoot(head: string, name: string): boolean {
  const root = new RegExp(`^<(?:!DOCTYPE\\s+)?(?:[\\w.-]+:)?${name}[\\s/>]`, 'i');
  return root.test(afterProlog(head) ?? '');
}

/**
 * Looks at the head of an XML file before anything parses it, and hands the file on, head included.
 *
 * @throws {ExpectedError} while it is read, where the file declares a document type, with or without entities, and
 * where it has no root of this name: it is a web page, say.
 */
export async function* withSafeProlog(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  let head: string | undefined = '';
  for await (const piece of pieces) {
    if (head === undefined) {
      yield piece;
      continue;
    }
    head += piece;
    if (afterProlog(head)?.includes('>')) {
      check(head, name);
      yield head;
      head = undefined;
    } else if (head.length > MAX_PROLOG) break;
  }
  if (head !== undefined) check(head, name);
}

function check(head: string, name: string): void {
  const start = afterProlog(head) ?? '';
  if (/^<(?:!DOCTYPE\s+)?html[\s>]/i.test(start)) {
    throw new ExpectedError(
      'This is a web page and not the XML that was expected. Fetch the file once more, later on.',
    );
  }
  if (start.startsWith('<!')) {
    throw new ExpectedError(
      'This file declares a document type (DTD), in which traps may be hidden: it was not read. arXiv writes none; fetch the file from there.',
    );
  }
  if (!hasRoot(start, name)) {
    throw new ExpectedError(`This is not an XML file with a root <${name}>. Fetch the file once more from arXiv.`);
  }
}
