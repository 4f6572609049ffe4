import { ACCENTS, LETTERS, MATH_SIGNS, SCRIPTS, SIGNS } from './signs';

/**
 * A formula between dollar signs, which stand close to what they enclose; two amounts of money are none. It has a
 * bound because the engine runs out of stack on one of millions of letters.
 */
const FORMULA = /(\$(?!\s)(?:[^$\\]|\\[^]){1,2000}(?<!\s)\$(?!\d))/;

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

/** A letter under one accent or several, `{\"o}`: the first of them is the innermost. */
function accented(sign: string): string | undefined {
  const [base = '', ...marks] = sign.normalize('NFD');
  const named = /^[ij]$/.test(base) && marks.every(isAbove) ? base : LETTERS.get(base);
  if (!named && !/^[a-z]$/i.test(base)) return undefined;
  let letter = named ? `\\${named}` : base;
  for (const mark of marks) {
    const accent = ACCENTS.get(mark);
    if (!accent) return undefined;
    const needsBlank = /[a-z]$/i.test(accent) && /^[a-z]/i.test(letter);
    letter = `{\\${accent}${needsBlank ? ' ' : ''}${letter}}`;
  }
  return letter;
}

function isAbove(mark: string): boolean {
  return !/[\u0323-\u0331]/.test(mark);
}
