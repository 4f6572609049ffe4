import type { PageSurvey } from '../answers';
import type { PaperId, PaperStatus } from '../paper';
import { Titles } from '../titles/titles';
import { PATIENCE_MS, SLICE_MS } from './budgets';
import { baseAddress, elementInView, isConnected, matches, root } from './dom';
import { identify, mentionInTitle } from './identity';
import { createKnown } from './known';
import type { Mark, Marks, PaperKnowledge } from './marks';
import { nodeOf, type PageMention } from './mention';
import { forgetPlaces, OWN } from './places';
import { scan } from './scan';
import { createWaiting, EDITABLE, WATCHED } from './waiting';

/** What a reader needs from outside of the page. */
export interface ReaderSource {
  /** Which of these ids are known; each is asked about once. */
  lookUp: (ids: PaperId[]) => Promise<PaperStatus[]>;
  /** Gives what marks papers: asked for once, when the page turns out to name one. */
  loadMarks: (knowledge: PaperKnowledge, isAlive: () => boolean) => Promise<Marks>;
  /** Is told how many known papers the page has, when that changes. */
  counted: (known: number) => void;
  /** False once the extension that this script belongs to is gone. */
  isAlive: () => boolean;
}

/** Reads the page, marks the papers it names, and follows its changes. */
export interface PageReader {
  isReading(): boolean;
  /** Reads the page and follows it from now on; one that is read already is read anew, with these titles. */
  start(titles: Titles): void;
  /** Takes everything back: the page is as if it had never been read. */
  stop(): void;
  /** Takes in how these papers stand after a change; one without a status is not known any more. None: all may be other. */
  update(statuses: readonly PaperStatus[], ids: readonly PaperId[]): void;
  /** What the page names, once all of it has been read, and where on it the person is. */
  survey(): Promise<Omit<PageSurvey, 'host' | 'isMarking' | 'selection'>>;
  /** What marks the papers of the page, also where it names none. */
  loadMarks(): Promise<Marks>;
  /** Marks something else that names a paper; undefined where another mention in its block goes before it. */
  add(mention: PageMention): Mark | undefined;
  /** To be called when there is something to do. */
  schedule(): void;
  /** Lets another one follow along until everything is taken back. */
  join(companion: Companion): void;
}

/** What follows the page along with a reader. */
export interface Companion {
  /** Is called when all that has changed on the page is read. */
  settled(): void;
  stop(): void;
  passages(): PageSurvey['passages'];
}

const NO_TITLES = new Titles([]);

/**
 * A reader works in slices between the page's own work. A quiet page costs nothing: no timer runs, only the observer of
 * changes waits.
 */
export function createReader(source: ReaderSource): PageReader {
  let titles: Titles | undefined;
  let identity = identify();
  /** What marks papers: most pages of the web name none and never need it. */
  let marks: Marks | undefined;
  let loading: Promise<Marks> | undefined;
  /** The mark that stands for the page's own paper, and where else it is named, should there be no title. */
  let own: Mark | undefined;
  let ownElsewhere: PageMention | undefined;
  let companion: Companion | undefined;

  const waiting = createWaiting(schedule);
  let reading: ReturnType<typeof scan> | undefined;
  let isSwept = true;
  let isScheduled = false;
  let isAsking = false;
  let counted = 0;
  const onSettled: (() => void)[] = [];

  const known = createKnown(source.lookUp, () => identity.isArxiv);
  const observer = new MutationObserver(follow);
  document.addEventListener('visibilitychange', isAlive);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    // A page that comes back from the browser's cache has missed what was announced meanwhile.
    counted = 0;
    known.wantAgain(marks?.ids() ?? []);
    schedule();
  });

  return {
    isReading: () => titles !== undefined,
    start(given) {
      titles = given;
      observe(document);
      moveTo(identify());
      read(root());
    },
    stop,
    update(statuses, ids) {
      if (ids.length === 0) known.wantAgain(marks?.ids() ?? []);
      marks?.refresh(known.update(statuses, ids));
      schedule();
    },
    async survey() {
      schedule();
      await new Promise<void>((resolve) => onSettled.push(resolve));
      const papers = marks?.list() ?? [];
      const { paper } = identity;
      if (titles && paper && papers.every(({ id }) => id !== paper)) papers.unshift(known.paper(paper));
      return {
        papers,
        own: paper,
        focused: marks?.at(document.activeElement),
        passages: companion?.passages(),
      };
    },
    loadMarks,
    add: take,
    schedule,
    join(other) {
      companion = other;
    },
  };

  function stop(): void {
    companion?.stop();
    titles = reading = own = ownElsewhere = companion = undefined;
    observer.disconnect();
    waiting.clear();
    marks?.clear();
    schedule();
  }

  /** Without what marks them, no papers are looked for either: until somebody asks for that again. */
  async function loadMarks(): Promise<Marks> {
    loading ??= source.loadMarks(known, isAlive);
    try {
      marks = await loading;
      schedule();
      return marks;
    } catch (error) {
      loading = undefined;
      stop();
      throw error;
    }
  }

  function observe(part: Node): void {
    observer.observe(part, WATCHED);
  }

  /** A script whose extension was updated or removed takes its badges away and leaves the page to the next one. */
  function isAlive(): boolean {
    if (source.isAlive()) return true;
    if (titles || companion) stop();
    return false;
  }

  function follow(records: MutationRecord[]): void {
    if (records.length === 0 || !isAlive()) return;
    forgetPlaces();
    if (location.href !== identity.address) moveTo(identify());
    let isUrgent = false;
    const written = new Set<Node>();
    for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
      const isList = type === 'childList';
      if (attributeName === EDITABLE) marks?.dropForbidden(target);
      if (type === 'characterData') written.add(target);
      for (const node of isList ? addedNodes : [target]) read(node);
      isUrgent ||= !!marks && [...(isList ? removedNodes : [target])].some(marks.hasSplit);
    }
    if (written.size > 0) marks?.overwritten(written);
    isSwept = false;
    // What the page wrote into a text that we split must be put right before it is painted.
    if (isUrgent) sweep();
    // What was done here is no change of the page's.
    observer.takeRecords();
    schedule();
  }

  /** A route of a single-page application: what was a mention of the page's own paper may be any other's now. */
  function moveTo(next: ReturnType<typeof identify>): void {
    const isSame = next.paper === identity.paper;
    identity = next;
    if (identity.paper) known.want(identity.paper);
    if (isSame) return;
    if (own) marks?.drop(own);
    own = ownElsewhere = undefined;
    read(root());
  }

  function read(node: Node): void {
    if (node instanceof Element && matches(node, OWN)) return marks?.removeCopies(node);
    waiting.add(node);
  }

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    requestIdleCallback(work, { timeout: PATIENCE_MS });
  }

  function work(): void {
    isScheduled = false;
    forgetPlaces();
    follow(observer.takeRecords());
    if (!isAlive()) return;
    // A page about a paper is marked, also where it names it nowhere else.
    if (titles && identity.paper) needMarks();
    if (loading && !marks) return;
    const end = performance.now() + SLICE_MS;
    const isTimeUp = () => performance.now() >= end;
    if (!isSwept) sweep();
    while (!isTimeUp() && readOn(isTimeUp));
    markOwn();
    void lookUp();
    const isShown = marks?.show(isTimeUp) ?? true;
    if (!isShown || reading || !waiting.isEmpty()) schedule();
    else if (!isAsking) settle();
    observer.takeRecords();
  }

  /** Whether marking has to wait for what does it, which is being loaded then. */
  function needMarks(): boolean {
    if (!loading) loadMarks().catch(() => undefined);
    return !marks;
  }

  /** Reads on until time is up, at most to the end of one change; false when there is nothing to read now. */
  function readOn(isTimeUp: () => boolean): boolean {
    reading ??= nextReading();
    if (!reading) return false;
    do {
      const { value, done } = reading.next();
      // When it has come, the page is read from its beginning: by then it may be another one.
      if (value && needMarks()) return startAnew();
      if (value) take(value);
      if (done) reading = undefined;
    } while (reading && !isTimeUp());
    return true;
  }

  function startAnew(): false {
    reading = undefined;
    waiting.clear();
    read(root());
    return false;
  }

  function nextReading(): typeof reading {
    for (let node = waiting.next(); node; node = waiting.next()) {
      if (!isConnected(node) || !titles) continue;
      if (node instanceof Element) marks?.removeCopies(node);
      return scan(node, {
        base: baseAddress(),
        titles: identity.hasTitles ? titles : NO_TITLES,
        inView: node === root() ? elementInView() : null,
        onShadow: observe,
      });
    }
    return undefined;
  }

  function take(mention: PageMention): Mark | undefined {
    if (!isConnected(nodeOf(mention))) return undefined;
    if (mention.id === identity.paper) {
      if (mention.kind === 'named') ownElsewhere ??= mention;
      return undefined;
    }
    known.want(mention.id);
    return marks?.add(mention);
  }

  /** A page about a paper names it in twenty places; one badge speaks for them all, at its title where it has one. */
  function markOwn(): void {
    const { paper, isArxiv } = identity;
    if (!titles || !paper || !marks || marks.has(own)) return;
    const mention = mentionInTitle(paper, isArxiv) ?? ownElsewhere;
    own = mention && isConnected(nodeOf(mention)) ? marks.add(mention) : undefined;
  }

  function sweep(): void {
    isSwept = true;
    for (const block of marks?.sweep() ?? []) read(block);
  }

  async function lookUp(): Promise<void> {
    // One question at a time: what is found meanwhile goes into the next.
    if (isAsking || !known.isCurious()) return;
    isAsking = true;
    try {
      const learned = await known.learn();
      marks?.refresh(learned);
    } catch {
      // Without an answer nothing is marked; the same ids are asked about again where the page names them anew.
    }
    isAsking = false;
    schedule();
  }

  function settle(): void {
    const ids = marks?.ids() ?? new Set();
    if (titles && identity.paper) ids.add(identity.paper);
    const count = [...ids].filter(known.has).length;
    if (count !== counted) source.counted((counted = count));
    companion?.settled();
    for (const settled of onSettled.splice(0)) settled();
  }
}
