import { idFromLink, mayNamePaper } from '../arxiv/link';
import { mayNamePapers, mentionsInText } from '../arxiv/text';
import { TEXTS_PER_LOOK } from './budgets';
import { attribute, matches, parentElement, queryAll, textsUnder } from './dom';
import type { PageMention } from './mention';
import { isForbidden } from './places';

/** A reading of a part of a page that stops when its time is up and goes on where it stopped. */
export interface Scan {
  /** Reads on until done or until the time given, on the clock of `performance.now()`; gives what it found. */
  readUntil(time: number): PageMention[];
  done: boolean;
}

/**
 * Reads the links and the texts at and under a node. Nearly all of them are passed over after one quick look; only
 * what could name a paper is looked at for where it stands.
 *
 * @param base the address that relative links are relative to.
 */
export function scan(root: Node, base: string): Scan {
  const texts = textsUnder(root);
  let links: Iterator<Element> | undefined = linksIn(root)[Symbol.iterator]();
  let text: Node | null = root instanceof Text ? root : texts.nextNode();

  return {
    done: false,
    readUntil(time) {
      const found: PageMention[] = [];
      do {
        if (links) {
          if (!readSome(links, (link) => found.push(...mentionInLink(link, base)))) links = undefined;
          continue;
        }
        for (let count = 0; text && count < TEXTS_PER_LOOK; count++) {
          if (mayNamePapers((text as Text).data)) found.push(...mentionsIn(text as Text));
          text = texts.nextNode();
        }
      } while ((links || text) && performance.now() < time);
      this.done = !links && !text;
      return found;
    },
  };
}

function linksIn(root: Node): Iterable<Element> {
  if (!(root instanceof Element)) return [];
  const inside = queryAll(root, 'a[href]');
  return matches(root, 'a[href]') ? [root, ...inside] : inside;
}

/** Hands on some of what an iterator gives; false when it has no more. */
function readSome<T>(iterator: Iterator<T>, read: (item: T) => void): boolean {
  for (let count = 0; count < TEXTS_PER_LOOK; count++) {
    const { done, value } = iterator.next();
    if (done) return false;
    read(value);
  }
  return true;
}

function mentionInLink(link: Element, base: string): PageMention[] {
  const href = attribute(link, 'href');
  if (href === null || !mayNamePaper(href)) return [];
  const id = idFromLink(href, base)?.id;
  return id === undefined || isForbidden(link) ? [] : [{ id, at: { link }, kind: 'named' }];
}

function mentionsIn(text: Text): PageMention[] {
  const mentions = mentionsInText(text.data);
  const parent = parentElement(text);
  if (mentions.length === 0 || !parent || isForbidden(parent)) return [];
  return mentions.map(({ id, start, end, kind }) => ({ id, at: { text, start, end }, kind }));
}
