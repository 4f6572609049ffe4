/**
 * A text as its words are compared: letters and digits alone, without case and accents. Punctuation, TeX commands, line
 * breaks and hyphens only part words, or not even that.
 */
export interface Words {
  /** The letters and digits of the text, folded, one after the other. */
  letters: string;
  /** Of each of them, where in the text it stands, in UTF-16 units. */
  places: Uint32Array;
  /** At which letter each word begins. */
  starts: Uint32Array;
  /** The same where a hyphen at the end of a line is taken for one of the word's own; the same list where there is none. */
  otherStarts: Uint32Array;
}

/** What a sign does to the words around it. */
type Kind = 'letter' | 'joins' | 'parts' | 'hyphen' | 'line' | 'backslash';

interface Sign {
  kind: Kind;
  /** The letters or digits that it stands for. */
  letters: string;
}

/** What stands within words or beside them without parting them: quotes, what TeX groups letters with, what is not seen. */
const JOINING = '\'`"{}$_^\u00ad\u00b4\u2018\u2019\u201b\u2032\u02bc\u200b\u200c\u200d\u2060\ufeff';
const HYPHENS = '-\u2010\u2011';
const LINES = '\n\r\u2028\u2029';

/** A command of TeX, by letters or by one sign. */
const COMMAND = /^\\(?:([a-z]+)\*?|[^])/i;
const LONGEST_COMMAND = 32;

/** One that puts an accent on the letter after it. */
const ACCENT = /^\\['"`^~=.]/;

/** Commands that are typeset as words. */
const OPERATORS: ReadonlySet<string> = new Set(
  'arg cos cosh deg det dim exp gcd hom inf ker lim ln log max min mod Pr sin sinh sup tan tanh'.split(' '),
);

/** The words of a text. */
export function wordsIn(text: string): Words {
  let letters = '';
  const places: number[] = [];
  const starts: number[] = [];
  const otherStarts: number[] = [];
  /** Whether the next letter begins a word, and whether it does where hyphens at the ends of lines are the word's own. */
  let [isParted, isOtherParted] = [true, true];
  /** Whether nothing but a hyphen has come since the last letter. */
  let isHyphened = false;

  function part(): void {
    [isParted, isOtherParted, isHyphened] = [true, true, false];
  }

  for (let at = 0; at < text.length; at++) {
    const sign = signAt(text, at);
    if (sign.kind === 'letter') {
      if (isHyphened) [isParted, isOtherParted, isHyphened] = [true, true, false];
      if (isParted) starts.push(letters.length);
      if (isOtherParted) otherStarts.push(letters.length);
      isParted = isOtherParted = false;
      for (let unit = 0; unit < sign.letters.length; unit++) places.push(at);
      letters += sign.letters;
    } else if (sign.kind === 'hyphen') {
      isHyphened = !isParted;
      if (!isHyphened) part();
    } else if (sign.kind === 'line' && isHyphened) {
      // The word may go on after the break, or have a hyphen of its own there.
      while (at + 1 < text.length && /\s/.test(text.charAt(at + 1))) at++;
      [isOtherParted, isHyphened] = [true, false];
    } else if (sign.kind === 'backslash') {
      const [command = '', name = ''] = COMMAND.exec(text.slice(at, at + LONGEST_COMMAND)) ?? [];
      // An accent, or a way for letters to look, may stand in the middle of a word.
      const isWithin = name === '' ? ACCENT.test(command) : !OPERATORS.has(name);
      if (!isWithin) part();
      // Of what is typeset as a word, only the backslash is passed over.
      if (name === '' || isWithin) at += Math.max(0, command.length - 1);
    } else if (sign.kind !== 'joins') {
      part();
    }
  }
  const first = Uint32Array.from(starts);
  return {
    letters,
    places: Uint32Array.from(places),
    starts: first,
    otherStarts: otherStarts.length === starts.length ? first : Uint32Array.from(otherStarts),
  };
}

/** What each code point is, once it was met. */
const signs = new Map<number, Sign>();

function signAt(text: string, at: number): Sign {
  const code = text.codePointAt(at) ?? 0;
  let sign = signs.get(code);
  if (!sign) signs.set(code, (sign = signOf(String.fromCodePoint(code))));
  return sign;
}

function signOf(character: string): Sign {
  const letters = character.normalize('NFKD').replace(NOT_COMPARED, '').toLowerCase();
  return { kind: letters === '' ? kindOf(character) : 'letter', letters };
}

/** Greek letters stand in formulas, where TeX has commands in their place: both are passed over. */
const NOT_COMPARED = /[^\p{L}\p{N}]|\p{Script=Greek}/gu;

function kindOf(character: string): Kind {
  if (character === '\\') return 'backslash';
  if (HYPHENS.includes(character)) return 'hyphen';
  if (LINES.includes(character)) return 'line';
  if (JOINING.includes(character) || /[\p{M}\p{Script=Greek}\p{Surrogate}]/u.test(character)) return 'joins';
  return 'parts';
}
