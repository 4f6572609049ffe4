/** Pages without a browser. */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';

/** A saved page of `tests/pages`. */
export function savedPage(file: string): Document {
  return pageOf(readFileSync(new URL(`../../pages/${file}`, import.meta.url), 'utf8'));
}

/** A page of this HTML. */
export function pageOf(html: string): Document {
  return parseHTML(html).document;
}
