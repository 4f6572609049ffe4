import { type ParsedElementInfo, TokenParser, TokenType } from '@streamparser/json';

type Token = Parameters<TokenParser['write']>[0];

const SIGNS: ReadonlyMap<string, TokenType> = new Map([
  ['{', TokenType.LEFT_BRACE],
  ['}', TokenType.RIGHT_BRACE],
  ['[', TokenType.LEFT_BRACKET],
  [']', TokenType.RIGHT_BRACKET],
  [':', TokenType.COLON],
  [',', TokenType.COMMA],
]);

/** A token and the white space before it. A number or a name ends where something else begins. */
const TOKEN = /[ \t\r\n]*([{}[\]:,]|"(?:[^"\\\n]|\\.)*"|[-+.\w]+(?=[^-+.\w]))/gy;

/** What may become a token, as far as it has come. */
const BEGINNING = /^[ \t\r\n]*(?:"(?:[^"\\\n]|\\.)*\\?|[-+.\w]*)$/;

/**
 * Parses JSON that comes in pieces, and holds none of its values longer than it must. The library's own tokenizer is not
 * used: it decodes a string run by run, and drops each U+FEFF that a run begins with.
 */
export class JsonParser {
  readonly #parser: TokenParser;
  #rest = '';

  /**
   * @param paths the values that are asked for, as the library writes them.
   * @param onValue is given each of them as soon as it ends.
   */
  constructor(paths: string[], onValue: (found: ParsedElementInfo) => void) {
    this.#parser = new TokenParser({ paths, keepStack: false });
    this.#parser.onValue = onValue;
  }

  /** Whether all of it has been read, with nothing behind. */
  get isEnded(): boolean {
    return this.#parser.isEnded && this.#rest.trim() === '';
  }

  /** @throws {Error} at what is no JSON. Afterwards it is of no more use. */
  write(piece: string): void {
    const text = this.#rest + piece;
    let end = 0;
    for (const { 0: source, 1: written = '', index } of text.matchAll(TOKEN)) {
      this.#parser.write(tokenOf(written));
      end = index + source.length;
    }
    this.#rest = text.slice(end);
    if (!BEGINNING.test(this.#rest)) throw new SyntaxError('not JSON');
  }
}

function tokenOf(written: string): Token {
  const sign = SIGNS.get(written);
  if (sign !== undefined) return { token: sign, value: written };
  const value = JSON.parse(written) as Token['value'];
  if (typeof value === 'string') return { token: TokenType.STRING, value };
  if (typeof value === 'number') return { token: TokenType.NUMBER, value };
  if (value === null) return { token: TokenType.NULL, value };
  return { token: value ? TokenType.TRUE : TokenType.FALSE, value };
}
