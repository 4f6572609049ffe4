import type { PaperOnPage } from '../answers';
import type { MentionState, PaperId, Recognition } from '../paper';
import { type Badge, removeCopies } from './badge';
import { MAX_REPLACEMENTS, SPOTS_AT_ONCE } from './budgets';
import {
  containerOf,
  contains,
  detach,
  insertAfter,
  isConnected,
  matches,
  nextSibling,
  precedes,
  previousSibling,
} from './dom';
import { nodeOf, type PageMention, wordsOf } from './mention';
import { blockOf, forgetPlaces, isForbidden, lastText } from './places';
import { type Spot, spotFor } from './spot';
import { createTextPlaces, type TextPlaces } from './text-places';

/** A mention that carries its block's badge for a paper, or would if the paper were known. */
export interface Mark {
  mention: PageMention;
  block: Element;
  /** What named the paper when it was read: when the page says something else there, the mark is gone. */
  words: string;
  /** Where a badge that is due is to stand. */
  spot?: Spot;
  badge?: Badge;
  /** What the badge was put after: where it stands after anything else, the page has moved it. */
  anchor?: Node | null;
  /** The second half of the text that was split for the badge. */
  tail?: Text | undefined;
  /** Whether the page has written the first half anew since: then the second is what it said before. */
  isOverwritten?: boolean;
  /** How often the page has taken the badge away. */
  removals: number;
}

/** What is known of papers, as marks show it. */
export interface PaperKnowledge {
  /** What the badge of a mention says; undefined for no badge. */
  stateOf(mention: PageMention): MentionState | undefined;
  paper(id: PaperId): PaperOnPage;
}

export type CreateBadge = (id: PaperId, by: Recognition) => Badge;

/** The marks of a page: one for each paper in each block, on its first mention there. */
export interface Marks {
  /** The places of a page that are kept true while badges come and go. */
  places: Pick<TextPlaces, 'keep' | 'forget'>;
  /** Takes a mention in; undefined where its block has one of the same paper that goes before it. */
  add(mention: PageMention): Mark | undefined;
  has(mark: Mark | undefined): boolean;
  /** To be called when something else is known of these papers. */
  refresh(ids: ReadonlySet<PaperId>): void;
  /**
   * Brings badges to what is known now: new ones appear, changed ones change, others go.
   *
   * @param isTimeUp is asked after each badge.
   * @returns whether every badge says what is known.
   */
  show(isTimeUp: () => boolean): boolean;
  /** To be called when the page has written texts anew. */
  overwritten(texts: ReadonlySet<Node>): void;
  /** Drops the marks in a part of the page where nothing may stand any more. */
  dropForbidden(part: Node): void;
  /** Whether a badge stands in the middle of what the page takes for one text. */
  hasSplit(node: Node): boolean;
  /**
   * Drops the marks whose words are gone from the page, and puts badges back that the page took away from words that
   * are still there.
   *
   * @returns what to read again: the blocks of dropped marks may name the same papers further on.
   */
  sweep(): Element[];
  /** The papers that are marked or would be if they were known. */
  ids(): Set<PaperId>;
  /** The papers that the page names, each once, in its order. */
  list(): PaperOnPage[];
  /** The paper of a link or of a badge. */
  at(element: Element | null): PaperId | undefined;
  /** Takes copies of badges out of a part of the page, which it has made of its own markup. */
  removeCopies(part: Element): void;
  /** Lets a mark go, and its badge with it. */
  drop(mark: Mark): void;
  /** Lets every mark go: the page is as it was. */
  clear(): void;
}

export function createMarks(knowledge: PaperKnowledge, createBadge: CreateBadge): Marks {
  const all = new Set<Mark>();
  /** The marks whose badge may not say yet what is known. */
  const stale = new Set<Mark>();
  const inBlocks = new WeakMap<Element, Map<PaperId, Mark>>();
  const places = createTextPlaces();

  return {
    places,
    add(mention) {
      const container = 'link' in mention.at ? mention.at.link : containerOf(mention.at.text);
      if (!container) return undefined;
      const block = blockOf(container);
      const inBlock = inBlocks.get(block) ?? new Map<PaperId, Mark>();
      inBlocks.set(block, inBlock);
      const other = inBlock.get(mention.id);
      if (other && !goesBefore(mention, other.mention)) return undefined;
      if (other) drop(other);
      const mark: Mark = { mention, block, words: wordsOf(mention), removals: 0 };
      if ('text' in mention.at) places.keep(mention.at);
      inBlock.set(mention.id, mark);
      all.add(mark);
      stale.add(mark);
      return mark;
    },
    has: (mark) => mark !== undefined && all.has(mark),
    refresh(ids) {
      for (const mark of all) if (ids.has(mark.mention.id)) stale.add(mark);
    },
    show(isTimeUp) {
      forgetPlaces();
      // Where many are to stand is found before the first badge changes the layout.
      let found = 0;
      for (const mark of stale) {
        if (isDue(mark)) mark.spot ??= spotFor(mark.mention);
        if (++found >= SPOTS_AT_ONCE && isTimeUp()) break;
      }
      for (const mark of stale) {
        if (isDue(mark) && !mark.spot) break;
        stale.delete(mark);
        showOne(mark);
        if (isTimeUp()) break;
      }
      return stale.size === 0;
    },
    overwritten(texts) {
      for (const mark of all) {
        if (!mark.tail) continue;
        if (texts.has(nodeOf(mark.mention))) mark.isOverwritten = true;
        // A text that the page writes to is one that it knows.
        if (texts.has(mark.tail)) delete mark.tail;
      }
    },
    dropForbidden(part) {
      forgetPlaces();
      for (const mark of all) {
        const container = containerOf(nodeOf(mark.mention));
        if (container && contains(part, container) && isForbidden(container)) drop(mark);
      }
    },
    hasSplit: (node) => node instanceof Text && places.isKept(node),
    sweep() {
      const blocks = new Set<Element>();
      for (const mark of all) {
        if (!isTrue(mark)) {
          drop(mark);
          if (isConnected(mark.block)) blocks.add(mark.block);
        } else if (mark.badge && !isInPlace(mark, mark.badge.element)) {
          mark.removals++;
          takeBadge(mark);
          stale.add(mark);
        }
      }
      return [...blocks];
    },
    ids: () => new Set([...all].map(({ mention }) => mention.id)),
    list() {
      const mentions = [...all]
        .map(({ mention }) => mention)
        .filter((mention) => mention.kind === 'named' || (mention.kind !== 'traced' && knowledge.stateOf(mention)))
        .sort((a, b) => (isBefore(a, b) ? -1 : 1));
      return [...new Set(mentions.map(({ id }) => id))].map(knowledge.paper);
    },
    at: (element) =>
      [...all].find(
        ({ mention, badge }) => element && [nodeOf(mention), badge?.element].includes(element as HTMLElement),
      )?.mention.id,
    removeCopies,
    drop,
    clear: () => all.forEach(drop),
  };

  /** Whether a mark has no badge yet that it should have. */
  function isDue({ mention, badge, removals }: Mark): boolean {
    return !badge && removals <= MAX_REPLACEMENTS && knowledge.stateOf(mention) !== undefined;
  }

  function showOne(mark: Mark): void {
    const { id } = mark.mention;
    const state = knowledge.stateOf(mark.mention);
    if (state === undefined) return takeBadge(mark);
    if (mark.spot) {
      mark.badge = createBadge(id, RECOGNISED_BY[doubtIn(mark.mention)]);
      place(mark, mark.badge.element, mark.spot);
      delete mark.spot;
      mark.anchor = anchorOf(mark.badge.element);
    }
    mark.badge?.show(state, knowledge.paper(id));
  }

  function place(mark: Mark, badge: Element, { whole, isCell }: Spot): void {
    const { at } = mark.mention;
    if (whole && isCell) whole.append(badge);
    else if (whole) putBeside(badge, whole, (other) => isLater(other, mark));
    else if ('link' in at) insertAfter(badge, lastText(at.link) ?? at.link);
    else {
      mark.tail = isCell ? undefined : places.splitAfter(at);
      insertAfter(badge, at.text);
    }
  }

  /** Whether a badge stands for words after those of a mark. */
  function isLater(badge: Element, { mention }: Mark): boolean {
    const other = [...all].find((mark) => mark.badge?.element === badge);
    return other !== undefined && isBefore(mention, other.mention);
  }

  /** Takes the badge away and leaves the page's text as the page made it. */
  function takeBadge(mark: Mark): void {
    if (!mark.badge) return;
    detach(mark.badge.element);
    delete mark.badge;
    if (mark.tail && 'text' in mark.mention.at) places.join(mark.mention.at.text, mark.tail);
    delete mark.tail;
  }

  function drop(mark: Mark): void {
    const { at } = mark.mention;
    if (mark.tail && mark.isOverwritten) {
      detach(mark.tail);
      delete mark.tail;
    }
    takeBadge(mark);
    if ('text' in at) places.forget(at);
    all.delete(mark);
    stale.delete(mark);
    inBlocks.get(mark.block)?.delete(mark.mention.id);
  }
}

/** Whether a badge stands where it was put. */
function isInPlace({ anchor }: Mark, badge: Element): boolean {
  return isConnected(badge) && anchorOf(badge) === anchor;
}

/** The node that a badge stands after, other badges aside. */
function anchorOf(badge: Element): Node | null {
  let at = previousSibling(badge);
  while (at instanceof Element && matches(at, 'manicule-badge')) at = previousSibling(at);
  return at;
}

/** Whether the words that a mark stands for are still there as they were read. */
function isTrue({ mention, words, tail, isOverwritten }: Mark): boolean {
  const node = nodeOf(mention);
  if (isOverwritten || !isConnected(node) || wordsOf(mention) !== words) return false;
  return !tail || containerOf(tail) === containerOf(node);
}

/** Of two mentions in a block, which one carries the badge: an id rather than a title or words, else the first. */
function goesBefore(mention: PageMention, other: PageMention): boolean {
  const more = doubtIn(mention) - doubtIn(other);
  return more < 0 || (more === 0 && isBefore(mention, other));
}

/** By what a mention is known: the surest first. */
const RECOGNISED_BY = ['id', 'title', 'words'] as const;

function doubtIn({ kind }: PageMention): 0 | 1 | 2 {
  return kind === 'traced' ? 2 : kind === 'titled' ? 1 : 0;
}

function isBefore(a: PageMention, b: PageMention): boolean {
  if ('text' in a.at && 'text' in b.at && a.at.text === b.at.text) return a.at.start < b.at.start;
  return precedes(nodeOf(a), nodeOf(b));
}

/** Puts a badge after a link, a button or code, in the order of the words. */
function putBeside(badge: Element, whole: Element, isLater: (badge: Element) => boolean): void {
  let last: Node = whole;
  for (let next = nextSibling(last); next instanceof Element && matches(next, 'manicule-badge') && !isLater(next);) {
    last = next;
    next = nextSibling(last);
  }
  insertAfter(badge, last);
}
