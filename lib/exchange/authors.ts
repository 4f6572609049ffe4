/** A name in the order in which it is said, `C. Balázs Jr`, of the parts that files keep apart. */
export function fullName(last = '', first = '', suffix = ''): string {
  return [first, last, suffix].filter((part) => part.trim() !== '').join(' ');
}

/** A name that was written for an alphabetical list: `Balázs, C.` or `Smith, J., Jr`. */
export function fromListName(name: string): string {
  const [last, first, ...suffix] = name.split(',').map((part) => part.trim());
  return fullName(last, first, suffix.join(' '));
}

const BETWEEN = /\s*[,;&]\s*(?:and\s)?\s*|\s+and\s+/;
const SUFFIX = /^(?:jr|sr|i{2,3}|iv)\.?$/i;

/**
 * The names of a line of authors as arXiv keeps it: `A. Author, B. Author Jr., and C. Author (Some University)`. What
 * stands in brackets is where they work.
 */
export function namesOf(line: string): string[] {
  const names: string[] = [];
  for (const part of withoutBrackets(line).split(BETWEEN)) {
    const name = part.trim();
    if (SUFFIX.test(name) && names.length > 0) names.push(`${names.pop()} ${name}`);
    else if (name !== '') names.push(name);
  }
  return names;
}

/** One within another too; one that is never closed reaches to the end. */
function withoutBrackets(text: string): string {
  let depth = 0;
  return text
    .split(/([()])/)
    .filter((part) => {
      if (part === '(') depth++;
      const isOutside = depth === 0 && part !== ')';
      if (part === ')' && depth > 0) depth--;
      return isOutside;
    })
    .join('');
}
