/**
 * A text as its words are compared: letters and digits alone, without case and accents. Punctuation, TeX commands, line
 * breaks and hyphens only part words, or not even that.
 */
export interface Words {
  /** The letters and digits of the text, folded, one after the other; in UTF-16 units. */
  letters: Uint16Array;
  /** Of each of them, where in the text it stands. */
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
/** What a line may begin with in front of its words: it is indented, or quoted in a mail. */
const BEFORE_LINE = /[\s>|]/;

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
  let letters = new Uint16Array(text.length);
  let places = new Uint32Array(text.length);
  let length = 0;
  const starts: number[] = [];
  const otherStarts: number[] = [];
  /** Whether the next letter begins a word, and whether it does where hyphens at the ends of lines are the word's own. */
  let [isParted, isOtherParted] = [true, true];
  /** Whether nothing but a hyphen has come since the last letter. */
  let isHyphened = false;

  function part(): void {
    isParted = isOtherParted = true;
    isHyphened = false;
  }

  function add(letter: number, at: number): void {
    if (isHyphened) part();
    if (isOtherParted) {
      if (isParted) starts.push(length);
      otherStarts.push(length);
      isParted = isOtherParted = false;
    }
    if (length === letters.length) {
      // One sign may stand for several letters.
      [letters, places] = [grown(letters, new Uint16Array(2 * length)), grown(places, new Uint32Array(2 * length))];
    }
    letters[length] = letter;
    places[length++] = at;
  }

  for (let at = 0; at < text.length; at++) {
    // Nearly all signs are plain letters, and a worker that has just started goes through each line of this slowly.
    const plain = PLAIN[text.charCodeAt(at)];
    if (plain) {
      add(plain, at);
      continue;
    }
    const sign = signAt(text, at);
    if (sign.kind === 'letter') {
      for (let unit = 0; unit < sign.letters.length; unit++) add(sign.letters.charCodeAt(unit), at);
    } else if (sign.kind === 'parts') {
      part();
    } else if (sign.kind === 'hyphen') {
      isHyphened = !isParted;
      if (!isHyphened) part();
    } else if (sign.kind === 'line') {
      // The word may go on after the break, or have a hyphen of its own there.
      if (isHyphened) while (at + 1 < text.length && BEFORE_LINE.test(text.charAt(at + 1))) at++;
      else isParted = true;
      [isOtherParted, isHyphened] = [true, false];
    } else if (sign.kind === 'backslash') {
      const [command = '', name = ''] = COMMAND.exec(text.slice(at, at + LONGEST_COMMAND)) ?? [];
      // An accent, or a way for letters to look, may stand in the middle of a word.
      const isWithin = name === '' ? ACCENT.test(command) : !OPERATORS.has(name);
      if (!isWithin) part();
      // Of what is typeset as a word, only the backslash is passed over.
      if (name === '' || isWithin) at += Math.max(0, command.length - 1);
    }
  }
  const first = Uint32Array.from(starts);
  return {
    letters: letters.subarray(0, length),
    places: places.subarray(0, length),
    starts: first,
    otherStarts: otherStarts.length === starts.length ? first : Uint32Array.from(otherStarts),
  };
}

function grown<List extends Uint16Array | Uint32Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}

/** The small letters and the digits that the letters and digits of ASCII stand for; 0 for its other signs. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z\d]/i.test(String.fromCharCode(code)) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0,
);

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
