import { SaxesParser } from 'saxes';
import { localName, type XmlElement } from './element';

/** How deep elements lie in one another, how many attributes one has, and how many letters one is long, at most. */
const MAX_DEPTH = 50;
const MAX_ATTRIBUTES = 50;
const MAX_LENGTH = 4_000_000;

/** Before each letter that XML must not hold, and before others that control machines. */
const BEFORE_CONTROLS = /(?=[\uFFFE\uFFFF]|[^\P{Cc}\t\n\r])/u;

/** The text is no XML, or goes beyond the bounds. The message says no more than what is wrong. */
export class Malformed extends Error {
  constructor(
    message: string,
    /** How many letters of the rest had been read. */
    readonly letters: number,
  ) {
    super(message);
  }
}

/** How far a parser had come, in letters and in lines of the file. */
interface Place {
  position: number;
  line: number;
}

/** A stretch of a file, and the line in which it begins. */
export interface Stretch {
  text: string;
  line: number;
}

/**
 * Parses XML that comes in pieces, strictly, and makes trees of the elements that are wanted. What stands outside of
 * them is checked and let go. After the first fault it is of no more use.
 */
export class TreeParser {
  /** The names, as written, of the elements that are open around the wanted ones. */
  readonly around: string[] = [];

  readonly #saxes = new SaxesParser({ xmlns: false });
  readonly #wanted: ReadonlySet<string>;
  readonly #firstLine: number;
  readonly #opening: number;
  readonly #found: XmlElement[] = [];
  /** The wanted element that is being read, and what is open within it. */
  readonly #open: XmlElement[] = [];
  #attributes = 0;
  /** What ended last, where, and from where another parser could have gone on before that. */
  #ended: { position: number; element: XmlElement | undefined; place: Place } | undefined;
  /** The text from the last place on from which another parser could go on, if this one fails. */
  #rest = '';
  #restStart: number;
  #place: Place;

  /**
   * @param wanted the names of elements, without a prefix.
   * @param around the elements within which the text goes on, as written.
   * @param line the line of the file in which it goes on.
   */
  constructor(wanted: ReadonlySet<string>, around: readonly string[], line: number) {
    const saxes = this.#saxes;
    this.#wanted = wanted;
    this.#firstLine = line;
    saxes.on('error', ({ message }) => this.#fail(message.replace(/^\d+:\d+: |\.$/g, '')));
    saxes.on('opentagstart', ({ name }) => this.#start(name));
    saxes.on('attribute', () => ++this.#attributes > MAX_ATTRIBUTES && this.#fail('too many attributes'));
    saxes.on('opentag', ({ name, attributes }) => this.#add(name, attributes));
    saxes.on('closetag', () => this.#end());
    for (const event of ['text', 'cdata'] as const) saxes.on(event, (text) => this.#addText(text));
    const opening = around.map((name) => `<${name}>`).join('');
    saxes.write(opening);
    this.#opening = opening.length;
    this.#restStart = opening.length;
    this.#place = { position: opening.length, line };
  }

  /** @throws {Malformed} */
  write(text: string): void {
    this.#rest += text;
    // saxes tells of text outside of the root at the end of what it is given, but of such a letter at once: given apart,
    // the first of two faults is the one that is told, wherever the text was cut.
    for (const part of text.split(BEFORE_CONTROLS)) this.#saxes.write(part);
    this.#rest = this.rest.text;
    this.#restStart = this.#place.position;
    if (this.#rest.length > MAX_LENGTH) throw new Malformed('longer than any record', this.#rest.length);
  }

  /** @throws {Malformed} where the text ends before its elements do */
  close(): void {
    this.#saxes.close();
  }

  /** The wanted elements that have been read to their end since this was asked the last time. */
  take(): XmlElement[] {
    return this.#found.splice(0);
  }

  /** Whether an element has begun or ended since the text goes on here. */
  get hasBegun(): boolean {
    return this.#place.position > this.#opening;
  }

  /** What was written since the last element began or ended that is not part of a wanted one. */
  get rest(): Stretch {
    return { text: this.#rest.slice(this.#place.position - this.#restStart), line: this.#place.line };
  }

  #start(name: string): void {
    const [outermost] = this.#open;
    if (!outermost) this.#mark();
    if (this.around.length + this.#open.length >= MAX_DEPTH) this.#fail('elements lie too deep in one another');
    if (outermost && this.#isWanted(name)) this.#fail(`another <${name}> begins before <${outermost.name}> has ended`);
    this.#attributes = 0;
  }

  #add(name: string, attributes: Record<string, string>): void {
    const parent = this.#open.at(-1);
    if (!parent && !this.#isWanted(name)) {
      this.around.push(name);
      return;
    }
    const element: XmlElement = {
      kind: 'element',
      name: localName(name),
      attributes,
      children: [],
      text: '',
      line: this.#line,
    };
    parent?.children.push(element);
    this.#open.push(element);
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    if (element) element.text += text;
  }

  #end(): void {
    const element = this.#open.pop();
    if (!element) this.around.pop();
    if (this.#open.length > 0) return;
    this.#ended = { position: this.#saxes.position, element, place: this.#place };
    if (element) this.#found.push(element);
    this.#mark();
  }

  #isWanted(name: string): boolean {
    return this.#wanted.has(localName(name));
  }

  #mark(): void {
    this.#place = { position: this.#saxes.position, line: this.#line };
  }

  get #line(): number {
    return this.#firstLine + this.#saxes.line - 1;
  }

  #fail(message: string): never {
    // saxes ends an element before it says that the end tag was of another name.
    if (this.#ended?.position === this.#saxes.position) {
      if (this.#ended.element) this.#found.pop();
      this.#place = this.#ended.place;
    }
    throw new Malformed(message, this.#saxes.position - this.#place.position);
  }
}
