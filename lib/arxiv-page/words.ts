/** What is no part of the words: labels, notes, what MathJax has drawn, what is not shown, what is ours. */
const LEFT_OUT = 'script, style, noscript, .descriptor, .ltx_note, [class^="MathJax"], manicule-badge';

/** What stands on lines of its own. */
const OWN_LINES = 'br, p, div, li';

/** What arXiv writes in the place of an address. */
const THIS_ADDRESS = /^this \w+ URL$/;

/**
 * The words of a part of a page in one line: formulas as the TeX that they were made of, addresses in full.
 *
 * @param without a selector of what else to leave out.
 */
export function wordsOf(part: Node | null | undefined, without = 'template'): string {
  return part ? read(part, without).replace(/\s+/g, ' ').trim() : '';
}

function read(node: Node, without: string): string {
  if (isText(node)) return node.data;
  if (!isElement(node)) return '';
  const formula = formulaOf(node);
  if (formula !== undefined) return formula;
  if (node.matches(LEFT_OUT) || node.matches(without)) return '';
  const words = Array.from(node.childNodes, (child) => read(child, without)).join('');
  if (node.matches('a') && THIS_ADDRESS.test(words.trim())) return node.getAttribute('href') ?? words;
  return node.matches(OWN_LINES) ? ` ${words} ` : words;
}

/** The TeX of a formula: MathJax keeps it in a script, LaTeXML in an attribute. */
function formulaOf(element: Element): string | undefined {
  if (element.matches('script[type^="math/tex"]')) {
    const sign = element.matches('[type*="display"]') ? '$$' : '$';
    return sign + element.textContent?.trim() + sign;
  }
  const tex = element.matches('math') ? element.getAttribute('alttext') : null;
  return tex === null ? undefined : `$${tex}$`;
}

/** A page may come from any window, so that its nodes are told by what they say of themselves. */
function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
