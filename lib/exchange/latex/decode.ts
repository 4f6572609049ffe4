import { ACCENTS, LETTERS, MATH_SIGNS, SCRIPTS, SIGNS } from './signs';

/** What others write beside the commands that we write. */
const ALSO =
  'aa:å AA:Å S:§ P:¶ dag:† ddag:‡ copyright:© pounds:£ dots:… ldots:… lq:‘ rq:’ slash:/ textunderscore:_ textdollar:$ ' +
  'textasteriskcentered:* textquotesingle:\' textquotedbl:" le:≤ ge:≥ ne:≠ to:→ TeX:TeX LaTeX:LaTeX';
const BLANKS = ['quad', 'qquad', 'space', 'newline', 'par', ...' ,;:\\\n'];
const SIGN_OF = new Map<string, string>([
  ...Array.from([...LETTERS, ...SIGNS, ...MATH_SIGNS], ([sign, command]) => [command, sign] as const),
  ...Array.from(ALSO.split(' '), (pair) => pair.split(':') as [string, string]),
  ...BLANKS.map((command) => [command, ' '] as const),
  ...Array.from('&%$#_{}', (sign) => [sign, sign] as const),
]);
const MARK_OF = new Map(Array.from(ACCENTS, ([mark, command]) => [command, mark]));
const DIGITS_OF = new Map(SCRIPTS.map(([digits, command]) => [command, digits]));

/** Commands that only say how letters look or where a line may break: what they enclose stays. */
const LOOK = /^(?:(?:math|text)[a-z]+|emph|[hm]box|bf|it|rm|sc|sf|sl|tt|em|[a-z]+(?:family|series|shape)|[-/!@])$/;

/** An accent over nothing is a sign of its own. */
const ALONE = new Map([
  ['\u0302', '^'],
  ['\u0303', '~'],
]);

/** What LaTeX consists of. The bounds are there because the engine runs out of stack on millions of letters. */
const PART = new RegExp(
  [
    String.raw`(?<formula>\$(?:[^$\\]|\\[^]){0,10000}\$)`,
    String.raw`\\\((?<inline>(?:[^\\]|\\[^()]){0,10000})\\\)`,
    String.raw`\\(?:url|path)\s?\{(?<address>[^{}]{0,10000})\}`,
    String.raw`\\href\s?\{[^{}]{0,10000}\}`,
    String.raw`\\ensuremath\s?\{(?<math>[^{}]{0,10000})\}`,
    String.raw`\\(?<script>text(?:sub|super)script)\s?\{(?<digit>\d)\}`,
    String.raw`\\(?:(?<word>[a-zA-Z]+)\s*|(?<escaped>[^]))`,
    String.raw`(?<letters>[^\\{}$]+|[^])`,
  ].join('|'),
  'gu',
);

/**
 * Reads LaTeX as the text that it sets: accents and signs become Unicode (NFC), commands that only say how letters look
 * are left out, braces too. Formulas between dollar signs stay as they are, and so do commands that are not known, and
 * the signs of which fonts make others (two hyphens, two quotes), as arXiv's titles have them.
 */
export function decodeLatex(tex: string): string {
  const letters = new Letters();
  /** Whether each open brace belongs to a command that is not known, and stays with it. */
  const staying: boolean[] = [];
  let stays = false;
  for (const { 0: part, groups = {} } of tex.matchAll(PART)) {
    if (part === '{') {
      if (stays) letters.put(part);
      staying.push(stays);
      stays = false;
    } else if (part === '}') {
      letters.close();
      stays = staying.pop() ?? false;
      if (stays) letters.put(part);
    } else {
      const mark = MARK_OF.get(groups.word ?? groups.escaped ?? '');
      const text = mark ? '' : textOf(groups);
      if (mark) letters.mark(mark);
      else letters.put(text ?? part);
      stays = text === undefined;
    }
  }
  return letters.text.normalize();
}

/** What a part sets; undefined for a command that is not known. */
function textOf(part: Partial<Record<string, string>>): string | undefined {
  const command = part.word ?? part.escaped;
  if (command !== undefined) return SIGN_OF.get(command) ?? (LOOK.test(command) ? '' : undefined);
  if (part.math !== undefined) return SIGN_OF.get(part.math.replace(/^\\/, '').trim()) ?? `$${part.math}$`;
  if (part.inline !== undefined) return `$${part.inline}$`;
  if (part.script !== undefined) return DIGITS_OF.get(part.script)?.at(Number(part.digit)) ?? '';
  return part.formula ?? part.address ?? part.letters?.replaceAll('~', '\u00A0') ?? '';
}

/** Text in the making, with accents that wait for their letter. */
class Letters {
  text = '';
  #marks = '';

  /** An accent that stands before its letter. Of two, the second is the inner one, which Unicode has first. */
  mark(mark: string) {
    this.#marks = mark + this.#marks;
  }

  put(letters: string) {
    const [lead = '', first = ''] = (this.#marks && /^\s*(\S)/u.exec(letters)) || [];
    if (this.#marks && !first) return;
    this.text += first.replace('ı', 'i').replace('ȷ', 'j') + this.#marks + letters.slice(lead.length);
    this.#marks = '';
  }

  /** The end of what an accent may stand over. */
  close() {
    this.text += ALONE.get(this.#marks) ?? '';
    this.#marks = '';
  }
}
