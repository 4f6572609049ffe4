import { MAX_TRACED } from '../passage';
import { MAX_READINGS, NODES_PER_LOOK, PATIENCE_MS, SLICE_MS } from './budgets';
import { containerOf, isConnected, root, shadowRootOf, walkerAt } from './dom';
import { layoutOf } from './layout';
import { forgetPlaces, isForbidden } from './places';

/** What a person reads on a page or has selected of it, as one text in the order of the page. */
export interface Words {
  text: string;
  pieces: readonly Piece[];
}

/** Letters that come from one text of the page. */
export interface Piece {
  node: Text;
  /** Where they begin in it, and where in the whole. */
  start: number;
  from: number;
  length: number;
}

/** Reads all words of the page, in its open shadow roots too: as many as are traced at once. */
export function wordsOfPage(): Promise<Words> {
  return readAnew((reading) => reading.read(root()));
}

/** Reads the words that are selected; none where none are. */
export function wordsOfSelection(): Promise<Words> {
  const selection = getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, at) => selection?.getRangeAt(at) as Range);
  return readAnew(async (reading) => {
    for (const range of ranges) await reading.read(range.commonAncestorContainer, range);
  });
}

/** Reads; and begins anew where the page takes away what is being read, as often as is worth it. */
async function readAnew(readAll: (reading: Reading) => Promise<void>): Promise<Words> {
  for (let readings = 1; ; readings++) {
    const reading = new Reading();
    try {
      await readAll(reading);
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      if (readings < MAX_READINGS) continue;
    }
    return reading.words;
  }
}

/** Is thrown when the page has taken away the place up to which it was read. */
class Gone extends Error {}

/** What stands in the words where a block begins or ends, a line is broken, or something is left out. */
const BREAK = '\n';

/** One reading of the words of a page, between the page's own work. */
class Reading {
  private readonly parts: string[] = [];
  private readonly pieces: Piece[] = [];
  private length = 0;
  private nodes = 0;
  private sliceEnd = -Infinity;

  constructor() {
    this.beginSlice();
  }

  get words(): Words {
    return { text: this.parts.join(''), pieces: this.pieces };
  }

  /** Reads what stands under a node, or what of that lies in a range. */
  async read(part: Node, range?: Range): Promise<void> {
    const around = part instanceof Element ? part : containerOf(part);
    if (around && isForbidden(around)) return;
    /** The block that each element belongs to, and the one that words were read in last. */
    const blocks = new Map<Node | undefined, Node>([[around, part]]);
    const blockAround = (node: Node) => blocks.get(containerOf(node)) as Node;
    let last: Node | undefined;
    const walker = walkerAt(part, part);
    let node: Node | null = part instanceof Text ? part : walker.nextNode();
    while (node && this.length < MAX_TRACED) {
      if (this.isTimeUp()) await this.letPageWork(node);
      let isEntered = !range || range.intersectsNode(node);
      if (isEntered && node instanceof Text) {
        const block = blockAround(node);
        if (block !== last) this.takeBreak();
        last = block;
        this.takeText(node, range);
      } else if (isEntered && node instanceof Element) {
        const layout = layoutOf(node);
        isEntered = layout === 'line' || layout === 'block';
        if (layout === 'left out' || layout === 'block') this.takeBreak();
        blocks.set(node, layout === 'block' ? node : blockAround(node));
        const shadow = isEntered ? shadowRootOf(node) : null;
        if (shadow) {
          await this.read(shadow);
          last = undefined;
        }
      }
      node = isEntered ? walker.nextNode() : nextBeside(walker);
    }
  }

  private takeBreak(): void {
    if (this.length === 0 || this.parts.at(-1) === BREAK) return;
    this.parts.push(BREAK);
    this.length++;
  }

  private takeText(node: Text, range: Range | undefined): void {
    const start = range?.startContainer === node ? range.startOffset : 0;
    const end = range?.endContainer === node ? range.endOffset : node.length;
    const letters = node.data.slice(start, Math.min(end, start + MAX_TRACED - this.length));
    if (letters === '') return;
    this.pieces.push({ node, start, from: this.length, length: letters.length });
    this.parts.push(letters);
    this.length += letters.length;
  }

  private beginSlice(): void {
    this.sliceEnd = performance.now() + SLICE_MS;
    // The page may have changed meanwhile.
    forgetPlaces();
  }

  private isTimeUp(): boolean {
    return ++this.nodes % NODES_PER_LOOK === 0 && performance.now() >= this.sliceEnd;
  }

  /** Gives the page its turn; throws where it has taken away the node that was to be read next. */
  private async letPageWork(next: Node): Promise<void> {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: PATIENCE_MS }));
    if (!isConnected(next)) throw new Gone();
    this.beginSlice();
  }
}

/** The next node of a walk that is not within the one where it stands. */
function nextBeside(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next) return next;
  } while (walker.parentNode());
  return null;
}
