import { wordsOf } from './words';

/**
 * What stands after a label, up to the next one or a line break.
 *
 * @param isLabel a selector of labels, of which the first whose words begin with `name` is meant.
 */
export function labelled(part: Element, isLabel: string, name: string): Node[] {
  const label = [...part.querySelectorAll(isLabel)].find((one) => wordsOf(one).startsWith(name));
  const after: Node[] = [];
  for (let node = label?.nextSibling; node && !isEnd(node, isLabel); node = node.nextSibling) after.push(node);
  return after;
}

/** The words after a label. */
export function labelledWords(part: Element, isLabel: string, name: string): string {
  return labelled(part, isLabel, name)
    .map((node) => wordsOf(node))
    .filter(Boolean)
    .join(' ');
}

function isEnd(node: Node, isLabel: string): boolean {
  return 'matches' in node && (node as Element).matches(`${isLabel}, br`);
}
