import { decodeLatex } from '../latex/decode';
import { splitOutsideBraces } from '../latex/split';
import { nameFrom } from '../names';
import { onOneLine } from '../text';

/** Reads a list of authors, each "First Last" or "Last, First" or "Last, Jr., First", as arXiv has them. */
export function namesInBibtex(tex: string): string[] {
  return splitOutsideBraces(tex.replace(/\s+/g, ' ').trim(), ' and ')
    .filter((name) => name !== 'others')
    .map((name) => {
      const [family, ...rest] = splitOutsideBraces(name, ',').map((part) => onOneLine(decodeLatex(part)));
      const [given, suffix] = rest.toReversed();
      return nameFrom({ given, family, suffix });
    });
}
