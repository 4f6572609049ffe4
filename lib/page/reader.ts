import type { PageSurvey } from '../answers';
import type { PaperId, PaperStatus } from '../paper';
import { type Badge, removeCopies } from './badge';
import { MAX_CHANGES, MAX_SELECTION, PATIENCE_MS, SLICE_MS } from './budgets';
import { baseAddress, isConnected, matches, root } from './dom';
import { identify, mentionInTitle } from './identity';
import { KnownPapers } from './known';
import { type Mark, Marks } from './marks';
import { nodeOf, type PageMention } from './mention';
import { OWN } from './places';
import { type Scan, scan } from './scan';

/**
 * Reads the page in slices between its own work, marks the papers it names, and follows its changes. A quiet page
 * costs nothing: no timer runs, only the observer of changes waits.
 */
export class PageReader {
  readonly #known: KnownPapers;
  readonly #marks: Marks;
  #identity = identify();
  /** The mark that stands for the page's own paper, and where else it is named, should there be no title. */
  #own: Mark | undefined;
  #ownElsewhere: PageMention | undefined;

  readonly #toRead = new Set<Node>();
  #scan: Scan | undefined;
  #isSwept = true;
  #isScheduled = false;
  #questions = 0;
  #onSettled: (() => void)[] = [];

  /**
   * @param lookUp which of these ids are known; asked once for each id.
   * @param createBadge is called only after an answer of `lookUp`.
   */
  constructor(lookUp: (ids: PaperId[]) => Promise<PaperStatus[]>, createBadge: (id: PaperId) => Badge) {
    this.#known = new KnownPapers(lookUp, () => this.#identity.isArxiv);
    this.#marks = new Marks(this.#known, createBadge);
  }

  start(): void {
    const observer = new MutationObserver((records) => this.#follow(records));
    observer.observe(document, {
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['href'],
      subtree: true,
    });
    if (this.#identity.paper) this.#known.want(this.#identity.paper);
    this.#read(root());
  }

  /** Takes in how these papers stand after a change; one without a status is not known any more. */
  update(statuses: readonly PaperStatus[], ids: readonly PaperId[]): void {
    this.#marks.refresh(this.#known.update(statuses, ids));
    this.#schedule();
  }

  /** What the page names, once all of it has been read. */
  async survey(): Promise<PageSurvey> {
    this.#schedule();
    await new Promise<void>((resolve) => this.#onSettled.push(resolve));
    const papers = this.#marks.list();
    const own = this.#identity.paper;
    return {
      papers: own && papers.every(({ id }) => id !== own) ? [this.#known.paper(own), ...papers] : papers,
      own,
      focused: this.#marks.at(document.activeElement),
      selection: `${getSelection()}`.slice(0, MAX_SELECTION),
    };
  }

  #follow(records: MutationRecord[]): void {
    if (location.href !== this.#identity.address) this.#moveTo(identify());
    let isUrgent = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'childList') {
        if (records.length <= MAX_CHANGES) for (const node of addedNodes) this.#read(node);
        isUrgent ||= [...removedNodes].some((node) => this.#marks.hasSplit(node));
      } else {
        this.#read(target);
        isUrgent ||= this.#marks.hasSplit(target);
      }
    }
    if (records.length > MAX_CHANGES) this.#read(root());
    this.#isSwept = false;
    // What the page wrote into a text that we split must be put right before it is painted.
    if (isUrgent) this.#sweep();
    this.#schedule();
  }

  /** A route of a single-page application: what was a mention of the page's own paper may be any other's now. */
  #moveTo(identity: ReturnType<typeof identify>): void {
    if (identity.paper !== this.#identity.paper) {
      if (this.#own) this.#marks.drop(this.#own);
      this.#own = this.#ownElsewhere = undefined;
      if (identity.paper) this.#known.want(identity.paper);
      this.#read(root());
    }
    this.#identity = identity;
  }

  #read(node: Node): void {
    if (node instanceof Element && matches(node, OWN)) return;
    this.#toRead.add(node);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestIdleCallback(() => this.#work(), { timeout: PATIENCE_MS });
  }

  #work(): void {
    this.#isScheduled = false;
    const end = performance.now() + SLICE_MS;
    const isTimeUp = () => performance.now() >= end;
    if (!this.#isSwept) this.#sweep();
    while (!isTimeUp() && this.#readOn(end));
    if (this.#identity.paper) this.#markOwn(this.#identity.paper);
    void this.#lookUp();
    const isShown = this.#marks.show(isTimeUp);
    if (!isShown || this.#scan || this.#toRead.size > 0) this.#schedule();
    else if (this.#questions === 0) for (const settled of this.#onSettled.splice(0)) settled();
  }

  /** Reads until the time given, at most to the end of one part; false when all is read. */
  #readOn(end: number): boolean {
    if (!this.#scan) {
      const [node] = this.#toRead;
      if (!node) return false;
      this.#toRead.delete(node);
      if (!isConnected(node)) return true;
      if (node instanceof Element) removeCopies(node);
      this.#scan = scan(node, baseAddress());
    }
    for (const mention of this.#scan.readUntil(end)) this.#take(mention);
    if (this.#scan.done) this.#scan = undefined;
    return true;
  }

  #take(mention: PageMention): void {
    if (!isConnected(nodeOf(mention))) return;
    if (mention.id === this.#identity.paper) {
      this.#ownElsewhere ??= mention;
      return;
    }
    this.#known.want(mention.id);
    this.#marks.add(mention);
  }

  /** A page about a paper names it in twenty places; one badge speaks for them all, at its title where it has one. */
  #markOwn(id: PaperId): void {
    if (this.#marks.has(this.#own)) return;
    const mention = mentionInTitle(id) ?? this.#ownElsewhere;
    this.#own = mention && isConnected(nodeOf(mention)) ? this.#marks.add(mention) : undefined;
  }

  #sweep(): void {
    this.#isSwept = true;
    for (const block of this.#marks.sweep()) this.#read(block);
  }

  async #lookUp(): Promise<void> {
    if (!this.#known.isCurious) return;
    this.#questions++;
    try {
      this.#marks.refresh(await this.#known.learn());
    } catch {
      // Without an answer nothing is marked; the same ids are asked about again where the page names them anew.
    }
    this.#questions--;
    this.#schedule();
  }
}
