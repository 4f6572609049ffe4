import { idFromLink, mayNamePaper } from '../arxiv/link';
import { mayNamePapers, mentionsInText } from '../arxiv/text';
import { NODES_PER_LOOK } from './budgets';
import { attribute, isConnected, matches, parentElement, queryAll, textsUnder } from './dom';
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
  const links = linksIn(root);
  const texts = textsUnder(root);
  let text = texts.currentNode instanceof Text ? texts.currentNode : texts.nextNode();
  let read = 0;

  return {
    done: false,
    readUntil(time) {
      const found: PageMention[] = [];
      // The page may have taken away the part that was being read: what was read before is not marked twice.
      if (text && !isConnected(text)) {
        texts.currentNode = root;
        text = texts.nextNode();
      }
      do {
        for (const stop = read + NODES_PER_LOOK; read < links.length && read < stop; read++) {
          found.push(...mentionInLink(links[read] as Element, base));
        }
        for (let count = 0; text && count < NODES_PER_LOOK; count++) {
          if (mayNamePapers((text as Text).data)) found.push(...mentionsIn(text as Text));
          text = texts.nextNode();
        }
        this.done = !text && read >= links.length;
      } while (!this.done && performance.now() < time);
      return found;
    },
  };
}

function linksIn(root: Node): ArrayLike<Element> {
  if (!(root instanceof Element)) return [];
  return matches(root, 'a[href]') ? [root] : queryAll(root, 'a[href]');
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
