import { idFromLink, mayNamePaper } from '../arxiv/link';
import { mentionsInText, possibleMentions } from '../arxiv/text';
import { ELEMENTS_PER_LOOK, LINKS_PER_LOOK } from './budgets';
import {
  attribute,
  elementsUnder,
  isConnected,
  lastChild,
  matches,
  parentElement,
  previousSibling,
  queryAll,
  textOf,
  textsUnder,
} from './dom';
import type { PageMention } from './mention';
import { isForbidden } from './places';

/** A reading of a part of a page that stops when its time is up and goes on where it stopped. */
export interface Scan {
  /** Reads on until done or until the time given, on the clock of `performance.now()`; gives what it found. */
  readUntil(time: number): PageMention[];
  done: boolean;
}

/**
 * Reads the links and the texts at and under a node, part by part. To look at each text by itself would cost a string
 * for each; so the text of a whole part is asked for at once, and only the texts that hold something like an id are
 * looked at, found by their lengths. A part that the page takes away meanwhile is passed over.
 *
 * @param base the address that relative links are relative to.
 */
export function scan(node: Node, base: string): Scan {
  const links = linksIn(node);
  const parts: Node[] = [node];
  let read = 0;

  return {
    done: false,
    readUntil(time) {
      const found: PageMention[] = [];
      do {
        for (const stop = read + LINKS_PER_LOOK; read < links.length && read < stop; read++) {
          const mention = mentionInLink(links[read] as Element, base);
          if (mention) found.push(mention);
        }
        const part = parts.pop();
        if (part && isLarge(part)) for (let at = lastChild(part); at; at = previousSibling(at)) parts.push(at);
        else if (part && isConnected(part)) for (const text of textsToLookAt(part)) found.push(...mentionsIn(text));
        this.done = parts.length === 0 && read >= links.length;
      } while (!this.done && performance.now() < time);
      return found;
    },
  };
}

function isLarge(node: Node): boolean {
  return node instanceof Element && elementsUnder(node, '*')[ELEMENTS_PER_LOOK] !== undefined;
}

/** The texts of a part that hold something like an id, wholly or up to where the next text goes on. */
function* textsToLookAt(part: Node): Generator<Text> {
  const places = possibleMentions(textOf(part) ?? '');
  let place = places.next();
  if (place.done) return;
  const texts = textsUnder(part);
  let end = 0;
  for (let text = part instanceof Text ? part : texts.nextNode(); text && !place.done; text = texts.nextNode()) {
    end += (text as Text).length;
    if (place.value.start >= end) continue;
    yield text as Text;
    while (!place.done && place.value.end <= end) place = places.next();
  }
}

function linksIn(node: Node): ArrayLike<Element> {
  if (!(node instanceof Element)) return [];
  return matches(node, 'a[href]') ? [node] : queryAll(node, 'a[href]');
}

function mentionInLink(link: Element, base: string): PageMention | undefined {
  const href = attribute(link, 'href');
  if (href === null || !mayNamePaper(href)) return undefined;
  const id = idFromLink(href, base)?.id;
  return id === undefined || isForbidden(link) ? undefined : { id, at: { link }, kind: 'named' };
}

function mentionsIn(text: Text): PageMention[] {
  const mentions = mentionsInText(text.data);
  const parent = parentElement(text);
  if (mentions.length === 0 || !parent || isForbidden(parent)) return [];
  return mentions.map(({ id, start, end, kind }) => ({ id, at: { text, start, end }, kind }));
}
