/** Splits LaTeX where a separator stands outside of all braces. It is told by its letters, in whatever case. */
export function splitOutsideBraces(tex: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  const signs = new RegExp(String.raw`\\[^]|[{}]|${separator}`, 'gi');
  for (const { 0: sign, index } of tex.matchAll(signs)) {
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (depth === 0 && !sign.startsWith('\\')) {
      parts.push(tex.slice(start, index));
      start = index + sign.length;
    }
  }
  return [...parts, tex.slice(start)];
}
