import { idFromLink, mayNamePaper } from '../arxiv/link';
import { mentionsInText, possibleMentions, type TextMention } from '../arxiv/text';
import type { Titles } from '../titles/titles';
import { LINKS_PER_LOOK, TEXTS_PER_LOOK } from './budgets';
import { attribute, containerOf, isConnected, LINK, matches, queryAll, textsUnder, wordsBetween } from './dom';
import { withEntry } from './entry';
import type { PageMention } from './mention';
import { isForbidden, solidAround } from './places';
import { placeIn, runAround } from './run';
import { rootsIn } from './shadow-roots';
import { indexInView, isThere, type Stretch, stretchesOf } from './stretches';
import { mentionByTitle } from './title-mentions';

/** What a reading of a page needs to know beside it. */
export interface ScanOptions {
  /** The address that relative links are relative to. */
  base: string;
  titles: Titles;
  /** The element before the person's eyes: reading begins there, goes on to the end, and then takes what is above. */
  inView: Element | null;
  /** Is told of each open shadow root before it is read. */
  onShadow: (root: ShadowRoot) => void;
}

/** What is found; or nothing, so that whoever reads can stop now and go on later. */
type Findings<Result = void> = Generator<PageMention | undefined, Result>;

/** Reads the links and the texts at and under a node, in its open shadow roots too. */
export function* scan(changed: Node, options: ScanOptions): Findings {
  const node = withEntry(changed);
  if (node instanceof Text) yield* mentionsInTexts(node, { start: node, end: undefined }, options);
  if (!(node instanceof Element || node instanceof ShadowRoot)) return;
  // What costs least comes first: with the first paper that it names, a page is read from its beginning.
  yield* mentionsInLinks(node, options);
  yield undefined;
  for (const root of rootsIn(node)) {
    options.onShadow(root);
    yield* scan(root, options);
  }
  yield* mentionsInStretches(node, options);
}

function* mentionsInLinks(node: Element | ShadowRoot, { base, inView }: ScanOptions): Findings {
  const links = queryAll(node, LINK);
  if (node instanceof Element && matches(node, LINK)) yield mentionInLink(node, base);
  const first = indexInView(links, inView);
  for (let read = 0; read < links.length; read++) {
    const mention = mentionInLink(links[(first + read) % links.length] as Element, base);
    if (mention || read % LINKS_PER_LOOK === 0) yield mention;
  }
}

function mentionInLink(link: Element, base: string): PageMention | undefined {
  const href = attribute(link, 'href');
  if (href === null || !mayNamePaper(href)) return undefined;
  const id = idFromLink(href, base)?.id;
  return id === undefined || isForbidden(link) ? undefined : { id, at: { link }, kind: 'named' };
}

/** Reads the texts under a node stretch by stretch. */
function* mentionsInStretches(node: Element | ShadowRoot, options: ScanOptions): Findings {
  const stretches = stretchesOf(node);
  const starts = stretches.map(({ start }) => start);
  const first = indexInView(starts, options.inView);
  for (let read = 0; read < stretches.length; read++) {
    yield undefined;
    const stretch = stretches[(first + read) % stretches.length] as Stretch;
    if (!isThere(stretch) || !(yield* mentionsInTexts(node, stretch, options))) {
      if (isConnected(node)) yield* mentionsInStretches(node, options);
      return;
    }
  }
}

/**
 * Reads the texts under a node from one place to another. To look at each by itself would cost a string for each; so
 * all their words are asked for at once, and only the texts that hold something like an id or a title are looked at,
 * found by their lengths.
 *
 * @returns false where the page has taken away the text that was being read.
 */
function* mentionsInTexts(node: Node, { start, end }: Stretch, { titles }: ScanOptions): Findings<boolean> {
  const words = wordsBetween(node, start, end);
  const places = possibleMentions(words);
  let place = places.next();
  const found = titles.in(words);
  let title = found.shift();
  const next = () => Math.min(place.done ? Infinity : place.value.start, title?.start ?? Infinity);
  if (next() === Infinity) return true;

  const texts = textsUnder(node, start);
  let [read, count] = [0, 0];
  for (let text = start instanceof Text ? start : texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
    const { length } = text;
    read += length;
    if (read <= next() && ++count % TEXTS_PER_LOOK > 0) continue;
    yield undefined;
    for (; title && title.start < read; title = found.shift()) yield mentionByTitle(text, title, titles);
    if (!place.done && place.value.start < read) {
      yield* mentionsIn(text);
      while (!place.done && place.value.end <= read) place = places.next();
    }
    if (next() === Infinity) return true;
    // A badge may have split it meanwhile: then its second part comes next.
    read -= length - text.length;
    if (!isConnected(text)) return false;
  }
  return true;
}

/**
 * What a text names, in the words that it is part of. By itself a text names what says arXiv even where the words
 * beside it seem to go on: links and labels often stand side by side without a space.
 */
function mentionsIn(text: Text): PageMention[] {
  const parent = containerOf(text);
  if (!parent || isForbidden(parent)) return [];
  const run = runAround(text);
  // Numbers in cells beside each other may have looked like one.
  if (possibleMentions(run.words).next().done) return [];
  const from = run.texts.find((piece) => piece.text === text)?.from ?? 0;
  const found = mentionsInText(run.words).filter((mention) => overlaps(mention, from, from + text.length));
  for (const mention of run.texts.length > 1 ? mentionsInText(text.data) : []) {
    const [start, end] = [from + mention.start, from + mention.end];
    if (mention.kind === 'named' && !found.some((other) => overlaps(other, start, end)))
      found.push({ ...mention, start, end });
  }
  return found.map(({ id, start, end, kind }) => {
    const at = placeIn(run, start, end);
    const isInPieces = at.end - at.start < end - start;
    return { id, at, kind, within: isInPieces ? solidAround(text) : null };
  });
}

function overlaps(mention: TextMention, start: number, end: number): boolean {
  return mention.start < end && mention.end > start;
}
