import type { PaperOnPage } from '../answers';
import type { MentionState, PaperId, Recognition } from '../paper';
import type { Badge } from './badge';
import { MAX_REPLACEMENTS } from './budgets';
import {
  containerOf,
  detach,
  insertAfter,
  isConnected,
  matches,
  nextSibling,
  parentElement,
  precedes,
  previousSibling,
} from './dom';
import { nodeOf, type PageMention, wordsOf } from './mention';
import { blockOf, lastText, wholeAround } from './places';
import { TextPlaces } from './text-places';

/** A mention that carries its block's badge for a paper, or would if the paper were known. */
export interface Mark {
  mention: PageMention;
  block: Element;
  /** What named the paper when it was read: when the page says something else there, the mark is gone. */
  words: string;
  badge?: Badge;
  /** The second half of the text that was split for the badge. */
  tail?: Text | undefined;
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
export class Marks {
  readonly #marks = new Set<Mark>();
  /** The marks whose badge may not say yet what is known. */
  readonly #stale = new Set<Mark>();
  readonly #inBlock = new WeakMap<Element, Map<PaperId, Mark>>();
  readonly #places = new TextPlaces();
  readonly #knowledge: PaperKnowledge;
  readonly #createBadge: CreateBadge;

  constructor(knowledge: PaperKnowledge, createBadge: CreateBadge) {
    this.#knowledge = knowledge;
    this.#createBadge = createBadge;
  }

  /** Takes a mention in; undefined where its block has an earlier one of the same paper. */
  add(mention: PageMention): Mark | undefined {
    const container = 'link' in mention.at ? mention.at.link : containerOf(mention.at.text);
    if (!container) return undefined;
    const block = blockOf(container);
    const inBlock = this.#inBlock.get(block) ?? new Map<PaperId, Mark>();
    this.#inBlock.set(block, inBlock);
    const other = inBlock.get(mention.id);
    if (other && !goesBefore(mention, other.mention)) return undefined;
    if (other) this.drop(other);
    const mark: Mark = { mention, block, words: wordsOf(mention), removals: 0 };
    if ('text' in mention.at) this.#places.keep(mention.at);
    inBlock.set(mention.id, mark);
    this.#marks.add(mark);
    this.#stale.add(mark);
    return mark;
  }

  has(mark: Mark | undefined): boolean {
    return mark !== undefined && this.#marks.has(mark);
  }

  /** To be called when something else is known of these papers. */
  refresh(ids: ReadonlySet<PaperId>): void {
    for (const mark of this.#marks) if (ids.has(mark.mention.id)) this.#stale.add(mark);
  }

  /**
   * Brings badges to what is known now: new ones appear, changed ones change, others go.
   *
   * @param isTimeUp is asked after each badge.
   * @returns whether every badge says what is known.
   */
  show(isTimeUp: () => boolean): boolean {
    for (const mark of this.#stale) {
      this.#stale.delete(mark);
      this.#showOne(mark);
      if (isTimeUp()) break;
    }
    return this.#stale.size === 0;
  }

  /** Whether a badge stands in the middle of what the page takes for one text. */
  hasSplit(node: Node): boolean {
    return node instanceof Text && this.#places.isKept(node);
  }

  /**
   * Drops the marks whose words are gone from the page, and puts badges back that the page took away from words that
   * are still there.
   *
   * @returns what to read again: the blocks of dropped marks may name the same papers further on.
   */
  sweep(): Element[] {
    const blocks = new Set<Element>();
    for (const mark of this.#marks) {
      if (!isTrue(mark)) {
        this.drop(mark);
        if (isConnected(mark.block)) blocks.add(mark.block);
      } else if (mark.badge && !isConnected(mark.badge.element)) {
        mark.removals++;
        this.#takeBadge(mark);
        this.#stale.add(mark);
      }
    }
    return [...blocks];
  }

  /** The papers that are marked or would be if they were known. */
  ids(): Set<PaperId> {
    return new Set([...this.#marks].map(({ mention }) => mention.id));
  }

  /** Lets every mark go: the page is as it was. */
  clear(): void {
    for (const mark of this.#marks) this.drop(mark);
  }

  /** The papers of the page, each once, in its order. */
  list(): PaperOnPage[] {
    const marks = [...this.#marks].filter(
      ({ mention }) => mention.kind === 'named' || this.#knowledge.stateOf(mention),
    );
    marks.sort((a, b) => (isBefore(a.mention, b.mention) ? -1 : 1));
    const papers = new Map<PaperId, PaperOnPage>();
    for (const { mention } of marks) {
      if (!papers.has(mention.id)) papers.set(mention.id, this.#knowledge.paper(mention.id));
    }
    return [...papers.values()];
  }

  /** The paper of a link or of a badge. */
  at(element: Element | null): PaperId | undefined {
    return [...this.#marks].find(
      ({ mention, badge }) => element && [nodeOf(mention), badge?.element].includes(element as HTMLElement),
    )?.mention.id;
  }

  #showOne(mark: Mark): void {
    const state = this.#knowledge.stateOf(mark.mention);
    if (state === undefined) return this.#takeBadge(mark);
    if (!mark.badge) {
      if (mark.removals > MAX_REPLACEMENTS) return;
      mark.badge = this.#createBadge(mark.mention.id, mark.mention.kind === 'titled' ? 'title' : 'id');
      this.#place(mark, mark.badge);
    }
    mark.badge.show(state, this.#knowledge.paper(mark.mention.id).title);
  }

  #place(mark: Mark, { element }: Badge): void {
    const { at } = mark.mention;
    const around = 'link' in at ? at.link : containerOf(at.text);
    const whole = around && wholeAround(around);
    if (whole) putBeside(element, whole);
    else if ('link' in at) insertAfter(element, lastText(at.link) ?? at.link);
    else {
      mark.tail = this.#places.splitAfter(at);
      insertAfter(element, at.text);
    }
  }

  /** Takes the badge away and leaves the page's text as the page made it. */
  #takeBadge(mark: Mark): void {
    if (!mark.badge) return;
    detach(mark.badge.element);
    delete mark.badge;
    if (mark.tail && 'text' in mark.mention.at) this.#places.join(mark.mention.at.text, mark.tail);
    delete mark.tail;
  }

  /** Lets a mark go, and its badge with it. */
  drop(mark: Mark): void {
    const { at } = mark.mention;
    // The page has written the whole text anew into the part it knows: the other part is what it said before.
    if (mark.tail && 'text' in at && !endsWith(at)) {
      detach(mark.tail);
      delete mark.tail;
    }
    this.#takeBadge(mark);
    if ('text' in at) this.#places.forget(at);
    this.#marks.delete(mark);
    this.#stale.delete(mark);
    this.#inBlock.get(mark.block)?.delete(mark.mention.id);
  }
}

/** Whether the words that a mark stands for are still there as they were read. */
function isTrue({ mention, words, tail }: Mark): boolean {
  if (!isConnected(nodeOf(mention)) || wordsOf(mention) !== words) return false;
  return !tail || ('text' in mention.at && endsWith(mention.at));
}

function endsWith({ text, end }: { text: Text; end: number }): boolean {
  return isConnected(text) && text.data.length === end;
}

/** Of two mentions in a block, which one carries the badge: an id rather than a title, else the first. */
function goesBefore(mention: PageMention, other: PageMention): boolean {
  const isTitled = mention.kind === 'titled';
  return isTitled === (other.kind === 'titled') ? isBefore(mention, other) : !isTitled;
}

function isBefore(a: PageMention, b: PageMention): boolean {
  if ('text' in a.at && 'text' in b.at && a.at.text === b.at.text) return a.at.start < b.at.start;
  return precedes(nodeOf(a), nodeOf(b));
}

/**
 * Puts a badge after a link, a button or code, in the order in which badges come. In a row or a grid a neighbour would
 * be laid out as a cell of its own: there it stands at the end of the link. Words beside the link tell that it stands
 * in running text; only without them is the layout asked for, which makes the browser work it out.
 */
function putBeside(badge: Element, whole: Element): void {
  const parent = parentElement(whole);
  const beside = nextSibling(whole) ?? previousSibling(whole);
  const hasWordsBeside = beside instanceof Text && /\S/.test(beside.data);
  if (parent && !hasWordsBeside && matches(whole, 'a') && /flex|grid/.test(getComputedStyle(parent).display)) {
    return whole.append(badge);
  }
  let last: Node = whole;
  for (let next = nextSibling(last); next instanceof Element && matches(next, 'manicule-badge');) {
    last = next;
    next = nextSibling(last);
  }
  insertAfter(badge, last);
}
