import type { PaperOnPage } from '../answers';
import type { PaperId, PaperStatus } from '../paper';
import { Titles } from '../titles/table';
import { removeCopies } from './badge';
import { MAX_CHANGES, MAX_SELECTION, PATIENCE_MS, REST_MS, SLICE_MS } from './budgets';
import { baseAddress, elementInView, focusedElement, isConnected, matches, root } from './dom';
import { identify, mentionInTitle } from './identity';
import { KnownPapers } from './known';
import { type CreateBadge, type Mark, Marks } from './marks';
import { nodeOf, type PageMention } from './mention';
import { OWN } from './places';
import { scan } from './scan';

/** What a reader needs from outside of the page. */
export interface ReaderSource {
  /** Which of these ids are known; each is asked about once. */
  lookUp: (ids: PaperId[]) => Promise<PaperStatus[]>;
  /** Called only after an answer of `lookUp`. */
  createBadge: CreateBadge;
  /** Is told how many known papers the page has, when that changes. */
  counted: (known: number) => void;
  /** False once the extension that this script belongs to is gone. */
  isAlive: () => boolean;
}

const NO_TITLES = new Titles([]);

/**
 * Reads the page in slices between its own work, marks the papers it names, and follows its changes. A quiet page
 * costs nothing: no timer runs, only the observer of changes waits.
 */
export class PageReader {
  readonly #source: ReaderSource;
  readonly #known: KnownPapers;
  readonly #marks: Marks;
  readonly #observer = new MutationObserver((records) => this.#follow(records));
  #titles: Titles | undefined;
  #identity = identify();
  /** The mark that stands for the page's own paper, and where else it is named, should there be no title. */
  #own: Mark | undefined;
  #ownElsewhere: PageMention | undefined;
  #counted = 0;

  readonly #toRead = new Set<Node>();
  #scan: ReturnType<typeof scan> | undefined;
  #isSwept = true;
  #isScheduled = false;
  #questions = 0;
  #onSettled: (() => void)[] = [];
  /** Until when, on the clock of `performance.now()`, the whole page is not read again however much of it changes. */
  #restUntil = -Infinity;
  #restLength = REST_MS.shortest;
  #isResting = false;

  constructor(source: ReaderSource) {
    this.#source = source;
    this.#known = new KnownPapers(source.lookUp, () => this.#identity.isArxiv);
    this.#marks = new Marks(this.#known, source.createBadge);
    document.addEventListener('visibilitychange', () => this.#isAlive());
    addEventListener('pageshow', ({ persisted }) => persisted && this.#wakeUp());
  }

  get isReading(): boolean {
    return this.#titles !== undefined;
  }

  /** Reads the page and follows it from now on; one that is read already is read anew, with these titles. */
  start(titles: Titles): void {
    this.#titles = titles;
    this.#identity = identify();
    this.#observe(document);
    if (this.#identity.paper) this.#known.want(this.#identity.paper);
    this.#read(root());
  }

  /** Takes everything back: the page is as if it had never been read. */
  stop(): void {
    this.#titles = this.#scan = this.#own = this.#ownElsewhere = undefined;
    this.#observer.disconnect();
    this.#toRead.clear();
    this.#marks.clear();
    this.#schedule();
  }

  /** Takes in how these papers stand after a change; one without a status is not known any more. */
  update(statuses: readonly PaperStatus[], ids: readonly PaperId[]): void {
    this.#marks.refresh(this.#known.update(statuses, ids));
    this.#schedule();
  }

  /** What the page names, once all of it has been read, and where on it the person is. */
  async survey() {
    this.#schedule();
    await new Promise<void>((resolve) => this.#onSettled.push(resolve));
    const own = this.#identity.paper;
    return {
      papers: this.isReading ? this.#papers(own) : [],
      own,
      focused: this.#marks.at(focusedElement()),
      selection: `${getSelection()}`.slice(0, MAX_SELECTION),
    };
  }

  #papers(own: PaperId | undefined): PaperOnPage[] {
    const papers = this.#marks.list();
    return own && papers.every(({ id }) => id !== own) ? [this.#known.paper(own), ...papers] : papers;
  }

  #observe(part: Node): void {
    this.#observer.observe(part, {
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['href'],
      subtree: true,
    });
  }

  /** A script whose extension was updated or removed takes its badges away and leaves the page to the next one. */
  #isAlive(): boolean {
    const isAlive = this.#source.isAlive();
    if (!isAlive && this.isReading) this.stop();
    return isAlive;
  }

  /** A page that comes back from the browser's cache has missed what was announced meanwhile. */
  #wakeUp(): void {
    this.#counted = 0;
    this.#known.wantAgain(this.#marks.ids());
    this.#schedule();
  }

  #follow(records: MutationRecord[]): void {
    if (records.length === 0 || !this.#isAlive()) return;
    if (location.href !== this.#identity.address) this.#moveTo(identify());
    let isUrgent = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      for (const node of type === 'childList' ? addedNodes : [target]) this.#read(node);
      const gone = type === 'childList' ? [...removedNodes] : [target];
      if (gone.length > 0) this.#isSwept = false;
      isUrgent ||= gone.some((node) => this.#marks.hasSplit(node));
    }
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
    if (this.#isResting || this.#toRead.has(root()) || (node instanceof Element && matches(node, OWN))) return;
    this.#toRead.add(node);
    if (this.#toRead.size > MAX_CHANGES) this.#readWhole();
    this.#schedule();
  }

  /** Reads the page anew because so much of it has changed: at once, or after a rest if that happened a while ago. */
  #readWhole(): void {
    this.#toRead.clear();
    const left = this.#restUntil - performance.now();
    this.#isResting = left > 0;
    if (this.#isResting) {
      setTimeout(() => this.#readWhole(), left);
      return;
    }
    this.#restLength = left > -this.#restLength ? Math.min(2 * this.#restLength, REST_MS.longest) : REST_MS.shortest;
    this.#restUntil = performance.now() + this.#restLength;
    this.#read(root());
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestIdleCallback(() => this.#work(), { timeout: PATIENCE_MS });
  }

  #work(): void {
    this.#isScheduled = false;
    this.#follow(this.#observer.takeRecords());
    if (!this.#isAlive()) return;
    const end = performance.now() + SLICE_MS;
    const isTimeUp = () => performance.now() >= end;
    if (!this.#isSwept) this.#sweep();
    while (!isTimeUp() && this.#readOn(isTimeUp));
    if (this.isReading && this.#identity.paper) this.#markOwn(this.#identity.paper);
    void this.#lookUp();
    const isShown = this.#marks.show(isTimeUp);
    if (!isShown || this.#scan || this.#toRead.size > 0) this.#schedule();
    else if (this.#questions === 0) this.#settle();
    // What was done here is no change of the page's.
    this.#observer.takeRecords();
  }

  /** Reads on until time is up, at most to the end of one change; false when there is nothing to read now. */
  #readOn(isTimeUp: () => boolean): boolean {
    this.#scan ??= this.#nextScan();
    if (!this.#scan) return false;
    do {
      const { value, done } = this.#scan.next();
      if (value) this.#take(value);
      if (done) this.#scan = undefined;
    } while (this.#scan && !isTimeUp());
    return true;
  }

  #nextScan(): ReturnType<typeof scan> | undefined {
    for (const node of this.#toRead) {
      this.#toRead.delete(node);
      if (!isConnected(node) || !this.#titles) continue;
      if (node instanceof Element) removeCopies(node);
      return scan(node, {
        base: baseAddress(),
        titles: this.#identity.hasTitles ? this.#titles : NO_TITLES,
        inView: node === root() ? elementInView() : null,
        onShadow: (shadow) => this.#observe(shadow),
      });
    }
    return undefined;
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

  #settle(): void {
    const ids = this.#marks.ids();
    if (this.isReading && this.#identity.paper) ids.add(this.#identity.paper);
    const known = [...ids].filter((id) => this.#known.has(id)).length;
    if (known !== this.#counted) this.#source.counted((this.#counted = known));
    for (const settled of this.#onSettled.splice(0)) settled();
  }
}
