import type { MarkupElement } from '../markup';

/**
 * Reading and building elements so that a page cannot get in between. Forms expose their controls as properties: a
 * control named `closest` or `parentNode` hides the method of that name, in our world too. The prototypes' own
 * methods and getters, called on the element, are out of its reach.
 */

/** A method of a prototype as a function of the object it is called on. */
function method<This, Args extends unknown[], Result>(
  own: (this: This, ...args: Args) => Result,
): (object: This, ...args: Args) => Result {
  return Function.prototype.call.bind(own);
}

/** A property of a prototype as a function of the object it is read from. */
function property<T extends object, K extends keyof T>(prototype: T, name: K): (object: T) => T[K] {
  return method(Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: T) => T[K]);
}

const ofNode = Node.prototype;
const ofElement = Element.prototype;
const ofDocument = Document.prototype;

const parentNode = property(ofNode, 'parentNode');
export const parentElement = property(ofNode, 'parentElement');
const isInDocument = property(ofNode, 'isConnected');
const ownerDocument = property(ofNode, 'ownerDocument');
export const nextSibling = property(ofNode, 'nextSibling');
export const previousSibling = property(ofNode, 'previousSibling');
export const textOf = property(ofNode, 'textContent');
export const shadowRootOf = property(ofElement, 'shadowRoot');
export const contains = method<Node, [Node], boolean>(ofNode.contains);
export const closest = method<Element, [string], Element | null>(ofElement.closest);
export const matches = method<Element, [string], boolean>(ofElement.matches);
const queryElement = method<Element, [string], NodeListOf<Element>>(ofElement.querySelectorAll);
const queryShadow = method<ShadowRoot, [string], NodeListOf<Element>>(ShadowRoot.prototype.querySelectorAll);
export const attribute = method(ofElement.getAttribute);

const insertBefore = method<Node, [Node, Node | null], Node>(ofNode.insertBefore);
const removeChild = method<Node, [Node], Node>(ofNode.removeChild);
const position = method(ofNode.compareDocumentPosition);
export const rootNode = method<Node, [], Node>(ofNode.getRootNode);
const documentElement = property(ofDocument, 'documentElement');
const implementation = property(ofDocument, 'implementation');
const baseURI = property(ofNode, 'baseURI');
const createElement = method<Document, [string, string], Element>(ofDocument.createElementNS);
const createWalker = method(ofDocument.createTreeWalker);

/** Whether a node stands in the page, and not in another window to which the page has given it. */
export const isConnected = (node: Node): boolean => isInDocument(node) && ownerDocument(node) === document;

/** The outermost element of the page. */
export const root = (): HTMLElement => documentElement(document);

/** The address that relative links of the page are relative to. */
export const baseAddress = (): string => baseURI(document);

/** The elements under a part of the page that a selector names, in its order. */
export function queryAll(part: Element | ShadowRoot, selector: string): NodeListOf<Element> {
  return part instanceof Element ? queryElement(part, selector) : queryShadow(part, selector);
}

/** Links, and a few anchors that lead nowhere: this is what browsers find fastest. */
export const LINK = 'a';

/** In XHTML, texts stand in marked sections too. */
const TEXTS = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/** A walk over the texts under a part of the page that begins at a node. */
export function textsUnder(part: Node, start = part): TreeWalker {
  const walker = createWalker(document, part, TEXTS);
  walker.currentNode = start;
  return walker;
}

/** The only one: the browser keeps each range true through every change of the page, at a cost. */
const range = document.createRange();

/** All words under a part of the page, from one node on and up to another. */
export function wordsBetween(part: Node, start: Node, end: Node | undefined): string {
  range.selectNodeContents(part);
  // To name the place before an element, the browser would count all elements before it.
  range.setStart(start, 0);
  if (end) range.setEnd(end, 0);
  return range.toString();
}

/** The element in the middle of the window of a person who has scrolled down. */
export function elementInView(): Element | null {
  return scrollY > 0 ? document.elementFromPoint(innerWidth / 2, innerHeight / 2) : null;
}

/** The element whose shadow a node stands in; undefined where it stands in none. */
export function hostOf(node: Node): Element | undefined {
  const top = rootNode(node);
  return top instanceof ShadowRoot ? top.host : undefined;
}

/** The nearest element around an element that a selector names, out of shadows too. */
export function closestDeep(element: Element, selector: string): Element | null {
  const host = hostOf(element);
  return closest(element, selector) ?? (host ? closestDeep(host, selector) : null);
}

/** The element that a node stands in: its parent, or the one whose shadow it is at the top of. */
export function containerOf(node: Node): Element | undefined {
  return parentElement(node) ?? hostOf(node);
}

/** A walk over the elements and texts of a part of the page that begins at a node. */
export function walkerAt(node: Node, part: Node): TreeWalker {
  const walker = createWalker(document, part, NodeFilter.SHOW_ELEMENT | TEXTS);
  walker.currentNode = node;
  return walker;
}

/** Whether one node stands before another, or around it, in the order of the page. */
export function precedes(node: Node, other: Node): boolean {
  if (rootNode(node) === rootNode(other)) return (position(node, other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const [a, b] = [outermostOf(node), outermostOf(other)];
  return a !== b && precedes(a, b);
}

/** A node, or the host in the page itself in whose shadow it stands. */
function outermostOf(node: Node): Node {
  const host = hostOf(node);
  return host ? outermostOf(host) : node;
}

/** Puts a node right after another. */
export function insertAfter(node: Node, anchor: Node): void {
  const parent = parentNode(anchor);
  if (parent) insertBefore(parent, node, nextSibling(anchor));
}

/** Takes a node out of the page. */
export function detach(node: Node): void {
  const parent = parentNode(node);
  if (parent) removeChild(parent, node);
}

/**
 * Where elements of ours are made. A page that defines elements of their names would run its own code while ours are
 * made in its document, could refuse them a shadow, and could reach into a closed one by `ElementInternals`.
 */
let workshop: Document | undefined;

/** Brings an element of ours, its shadow attached, into the page's document. */
export const bring = method(ofDocument.adoptNode).bind(undefined, document);

/** Makes the element that a markup describes, in the namespace that its name belongs to: a text stays a text. */
export function build(...markup: MarkupElement): HTMLElement {
  const namespace = /^(svg|path)$/.test(markup[0]) ? '2000/svg' : '1999/xhtml';
  workshop ??= implementation(document).createHTMLDocument('');
  return redraw(createElement(workshop, `http://www.w3.org/${namespace}`, markup[0]) as HTMLElement, markup);
}

/** An element that may be a field to type in. */
type Drawn = HTMLElement & Partial<Pick<HTMLTextAreaElement, 'select' | 'value' | 'defaultValue'>>;

/**
 * Draws a markup over an element of the same name. What stays has its focus, its caret and its folds, and a field in
 * which a person has typed has what they typed, and as its default what stood in it before. What is marked `data-keep`
 * stays as it is.
 */
export function redraw(element: Drawn, [, attributes, ...children]: MarkupElement): HTMLElement {
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  if (attributes['data-keep']) return element;
  if (!element.select) {
    children.forEach((child, at) => {
      const node = (element.childNodes[at] ?? element.appendChild(new Text())) as HTMLElement;
      if (typeof child === 'string') {
        if (node.nodeValue !== child) node.replaceWith(child);
      } else if (node.localName === child[0]) redraw(node, child);
      else node.replaceWith(build(...child));
    });
    while (element.childNodes[children.length]) element.lastChild?.remove();
  } else if (element.value === element.defaultValue) element.value = element.defaultValue = children.join();
  return element;
}
