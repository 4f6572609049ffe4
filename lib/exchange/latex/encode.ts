import { ACCENTS, LETTERS, MATH_SIGNS, SCRIPTS, SIGNS } from './signs';

/**
 * A formula between dollar signs, which stand close to what they enclose; two amounts of money are none. It has a
 * bound because the engine runs out of stack on one of millions of letters.
 */
const FORMULA = /(\$(?!\s)(?:[^$\\\n]|\\.){1,500}(?<!\s)\$(?!\d))/;

/** Letters with their accents, and every other sign that TeX does not take as it is. */
const SPECIAL = /[&%$#_]|[\\{}~^<>|]|[^ -~]\p{M}*|[ -~]\p{M}+/gsu;

/**
 * Writes a text as LaTeX that both pdfLaTeX and biber take, with braces that balance: signs of TeX escaped, accents
 * and signs as commands, formulas between dollar signs as they are. Letters that LaTeX has no command for (Chinese,
 * Cyrillic, emoji) stay as they are: they need LuaLaTeX or XeLaTeX.
 *
 * `decodeLatex` gives the text back, in Unicode's composed form (NFC).
 */
export function encodeLatex(text: string): string {
  return text
    .split(FORMULA)
    .map((part, at) => (at % 2 === 1 && isFormula(part) ? part : part.normalize().replace(SPECIAL, encodeSign)))
    .join('');
}

/** Whether TeX takes it as a formula. BibTeX counts braces after a backslash too; others do not. */
function isFormula(text: string): boolean {
  const unescaped = text.replace(/\\[^]/g, '');
  return !/[^ -~\s]/.test(text) && !/[%#&]/.test(unescaped) && isBalanced(text) && isBalanced(unescaped);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function encodeSign(sign: string): string {
  return commandFor(sign) ?? accented(sign) ?? Array.from(sign, (part) => commandFor(part) ?? part).join('');
}

function commandFor(sign: string): string | undefined {
  if (/^[&%$#_]$/.test(sign)) return `\\${sign}`;
  if (sign === '\u00A0') return '~';
  const text = SIGNS.get(sign) ?? LETTERS.get(sign);
  if (text) return `{\\${text}}`;
  const math = MATH_SIGNS.get(sign);
  if (math) return `\\ensuremath{\\${math}}`;
  const [digits = '', script] = SCRIPTS.find(([all]) => all.includes(sign)) ?? [];
  return script && `\\${script}{${digits.indexOf(sign)}}`;
}

/** Accents for which LaTeX has the letters i and j without their dots; with the others it has `\'i`, as biber wants it. */
const TAKES_DOTS_OFF = /^[^'`^"]/;

/**
 * A letter with accents, `{\"o}`. Of several accents the last is a command over the rest, `{\'{ê}}`: of what forms
 * there are, biber understands this one.
 */
function accented(sign: string): string | undefined {
  const [base = '', ...marks] = sign.normalize('NFD');
  // What is below a letter may as well come last.
  marks.sort((a, b) => Number(isBelow(a)) - Number(isBelow(b)));
  const outer = marks.pop() ?? '';
  const accent = ACCENTS.get(outer);
  const letter = (base + marks.join('')).normalize();
  // LaTeX sets accents over an i without its dot anyway, and knows no difference.
  if (!accent || /[ıȷ]/.test(letter)) return undefined;
  if (/^[ij]$/.test(letter) && TAKES_DOTS_OFF.test(accent) && !isBelow(outer)) return `{\\${accent}\\${letter}}`;
  if (/^[a-z]$/i.test(letter)) return `{\\${accent}${/[a-z]$/i.test(accent) ? ' ' : ''}${letter}}`;
  return /^[À-ſ]$/.test(letter) ? `{\\${accent}{${letter}}}` : undefined;
}

function isBelow(mark: string): boolean {
  return /[\u0323-\u0331]/.test(mark);
}
