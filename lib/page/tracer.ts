import { inTurn } from '../in-turn';
import type { Passage, Traced } from '../passage';
import { REST_MS } from './budgets';
import { highlight, show } from './highlights';
import type { Marks } from './marks';
import { endsIn, isSame, isThere, placed, type PlacedPassage } from './placed-passage';
import type { Companion, PageReader } from './reader';
import type { TextPlace } from './text-places';
import { wordsOfPage, wordsOfSelection } from './words';

/** Finds what of a page stands in a paper too, and shows it where it stands. */
export interface Tracer extends Companion {
  /** Traces in the place of what was traced before, and gives how many passages were found. */
  trace(what: Traced): Promise<number>;
  /** Resolves when all that was asked for has been traced. */
  rest(): Promise<void>;
  /**
   * Brings a passage before the person's eyes.
   *
   * @throws {Error} where its words are gone.
   */
  scrollTo(number: number): void;
  /** Has the page traced by itself from now on, first at once and then when it has changed; or no longer. */
  setByItself(isOn: boolean): void;
}

/** What is traced: `anew` is the page, unless it says what it said the last time. */
type Wanted = Traced | 'anew';

/**
 * @param reader reads the same page.
 * @param marks the marks of the reader.
 * @param ask the worker's answer to which passages of a text stand in a paper.
 */
export function createTracer(reader: PageReader, marks: Marks, ask: (text: string) => Promise<Passage[]>): Tracer {
  const next = inTurn();
  let passages: PlacedPassage[] | undefined;
  /** What was traced last. */
  let text: string | undefined;
  /** No number is given twice: a list may still name a passage that is gone. */
  let numbers = 0;
  /** How often all was taken back: what was asked for before that comes too late. */
  let stops = 0;

  let isByItself = false;
  let isSettling = false;
  let restUntil = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tracer: Tracer = {
    trace: (what) => next(() => trace(what)),
    rest: () => next(async () => undefined),
    scrollTo(number) {
      const found = passages?.find(({ passage }) => passage.number === number);
      if (!found || !isThere(found)) throw new Error('The passage is gone.');
      show(found.range);
    },
    setByItself(isOn) {
      if (isOn === isByItself) return;
      if (!isOn) return stop();
      isByItself = true;
      traceAnew();
    },
    settled() {
      const there = passages?.filter(isThere) ?? [];
      if (passages && there.length < passages.length) put(there);
      markAll();
      if (isByItself && !isSettling) traceAnew();
    },
    stop,
    passages: () => passages?.map(({ passage }) => passage),
  };
  return tracer;

  async function trace(what: Wanted): Promise<number> {
    const before = stops;
    reader.join(tracer);
    // Badges that are still to come would split the texts.
    isSettling = true;
    await reader.survey();
    isSettling = false;
    const words = await (what === 'selection' ? wordsOfSelection() : wordsOfPage());
    if (what === 'anew' && words.text === text) return 0;
    const found = /\S/.test(words.text) ? await ask(words.text) : [];
    if (before !== stops) return 0;
    text = words.text;
    put(found.flatMap((passage) => placed(words, passage, numbers++) ?? []));
    markAll();
    return passages?.length ?? 0;
  }

  /** Traces the page by itself, after a rest if it was done a while ago. Where nobody answers, nothing is found. */
  function traceAnew(): void {
    const begin = () => {
      timer = undefined;
      restUntil = performance.now() + REST_MS;
      next(() => trace('anew')).catch(() => undefined);
    };
    timer ??= setTimeout(begin, Math.max(0, restUntil - performance.now()));
  }

  /** Puts passages in the place of those that there were; one that was there already stays the one it was. */
  function put(fresh: readonly PlacedPassage[]): void {
    const old = passages ?? [];
    const now = fresh.map((one) => old.find((other) => isSame(one, other)) ?? one);
    // Where a badge goes, a text is put together again: whatever stands in it is to be known by then.
    now.flatMap(endsIn).forEach(marks.places.keep);
    for (const one of old) if (!now.includes(one)) letGo(one);
    passages = now.filter(isThere);
    highlight(passages.map(({ range }) => range));
  }

  function letGo(one: PlacedPassage): void {
    endsIn(one).forEach(marks.places.forget);
    if (one.mark && marks.has(one.mark)) marks.drop(one.mark);
  }

  /** Marks the first paper of each passage after its words, where marks are wanted. */
  function markAll(): void {
    if (!reader.isReading()) return;
    for (const one of passages ?? []) {
      const [id] = one.passage.papers;
      if (id === undefined || marks.has(one.mark)) continue;
      one.mark = reader.add({ id, at: upToSpace(one.last), kind: 'traced' });
      if (one.mark) reader.schedule();
    }
  }

  function stop(): void {
    stops++;
    isByItself = false;
    clearTimeout(timer);
    timer = undefined;
    put([]);
    passages = text = undefined;
  }
}

/** What a passage ends in before there is room for a badge: a full stop, a bracket, the rest of an address. */
const REST = /^[\p{P}!-~]*/u;

/** A place and what follows it in the same text without a space. */
function upToSpace({ text, start, end }: TextPlace): TextPlace {
  const [rest = ''] = REST.exec(text.data.slice(end)) ?? [];
  return { text, start, end: end + rest.length };
}
