import { LONGEST } from '../line-parts';
import type { RawEntry } from './entries';

/** An entry whose fields are told apart. Their names are in small letters; their values are LaTeX, without delimiters. */
export interface Entry {
  /** In small letters: `article`, `misc`. */
  type: string;
  key: string;
  fields: ReadonlyMap<string, string>;
}

/** What is wrong with an entry: the line, counted from 1, and a sentence that says what was expected there. */
export class SyntaxFault extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Tells the fields of an entry apart, as BibTeX does: values in braces, in quotes, bare numbers, names of strings, and
 * any of them joined by `#`. Of two fields with one name the first counts.
 *
 * @param strings what `@string` entries before it have defined, under names in small letters; one that is not there
 *   stands for its own name. An entry that is a `@string` adds to it.
 * @throws SyntaxFault where it is not of good form.
 */
export function entryOf(raw: RawEntry, strings: Map<string, string>): Entry {
  const source = new Source(raw, strings);
  source.expect(/@/y, '`@`');
  const type = source.expect(NAME, 'a type').toLowerCase();
  const closing = source.expect(/[{(]/y, '`{`') === '{' ? /\}/y : /\)/y;
  const fields = new Map<string, string>();
  if (type === 'comment' || type === 'preamble') return { type, key: '', fields };
  let key = '';
  if (type !== 'string') {
    key = source.take(/[^\s,{}=]+/y) ?? '';
    source.expect(/,|(?=[})])/y, `a comma after the key \`${key}\``);
  }
  while (source.take(closing) === undefined) {
    const name = source.expect(NAME, 'the name of a field').toLowerCase();
    source.expect(/=/y, `\`=\` after \`${name}\``);
    const value = source.value(name);
    if (type === 'string') strings.set(name, value);
    else if (!fields.has(name)) fields.set(name, value);
    source.expect(/,[\s,]*|(?=[})])/y, `a comma after the field \`${name}\``);
  }
  return { type, key, fields };
}

/** A name of a type, a field or a string. */
const NAME = /[^\s"#%'(),={}]+/y;

/** The text of an entry, read from its beginning to its end. */
class Source {
  #at = 0;

  constructor(
    readonly raw: RawEntry,
    readonly strings: ReadonlyMap<string, string>,
  ) {}

  /** Takes what comes next if it is of this form, a sticky one; blanks and TeX's comments before it are passed over. */
  take(form: RegExp): string | undefined {
    while (this.#match(/\s+/y) !== undefined || this.#match(/%[^\n]*/y) !== undefined);
    return this.#match(form);
  }

  expect(form: RegExp, what: string): string {
    return this.take(form) ?? this.#fail(`Expected ${what}`);
  }

  /** Takes the value of a field: its parts, joined. */
  value(name: string): string {
    const parts: string[] = [];
    let length = 0;
    do {
      const part = this.#part(name);
      parts.push(part);
      // A few strings that are made of each other could make up any length.
      length += part.length;
      if (length > LONGEST) this.#fail(`Expected less than ${LONGEST.toLocaleString('en')} letters for \`${name}\``);
    } while (this.take(/#/y));
    return parts.join('');
  }

  #part(name: string): string {
    if (this.take(/\{/y)) return this.#until('}', name);
    if (this.take(/"/y)) return this.#until('"', name);
    const word = this.expect(NAME, `a value for \`${name}\` in braces or quotes`);
    return this.strings.get(word.toLowerCase()) ?? word;
  }

  /** Takes all before the sign that closes a value, and that sign; braces within it stand in pairs. */
  #until(closing: '}' | '"', name: string): string {
    const signs = /\\[^]|[{}"]/g;
    signs.lastIndex = this.#at;
    const start = this.#at;
    let depth = 0;
    for (let found = signs.exec(this.raw.text); found; found = signs.exec(this.raw.text)) {
      const [sign] = found;
      if (sign === closing && depth === 0) {
        this.#at = signs.lastIndex;
        return this.raw.text.slice(start, found.index);
      }
      if (sign === '{') depth++;
      if (sign === '}') depth--;
    }
    return this.#fail(`Expected \`${closing}\` after the value of \`${name}\``);
  }

  #match(form: RegExp): string | undefined {
    form.lastIndex = this.#at;
    const [found] = form.exec(this.raw.text) ?? [];
    if (found !== undefined) this.#at = form.lastIndex;
    return found;
  }

  #fail(message: string): never {
    const { text, line } = this.raw;
    const lines = text.slice(0, this.#at).split('\n').length - 1;
    throw new SyntaxFault(line + lines, `${message} in the entry that begins in line ${line}.`);
  }
}
