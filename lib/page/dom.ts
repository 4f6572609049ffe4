import type { Markup } from '../markup';

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
export const isConnected = property(ofNode, 'isConnected');
export const nextSibling = property(ofNode, 'nextSibling');
export const previousSibling = property(ofNode, 'previousSibling');
export const lastChild = property(ofNode, 'lastChild');
export const textOf = property(ofNode, 'textContent');
export const closest = method<Element, [string], Element | null>(ofElement.closest);
export const matches = method<Element, [string], boolean>(ofElement.matches);
export const queryAll = method<Element, [string], NodeListOf<Element>>(ofElement.querySelectorAll);
export const elementsUnder = method<Element, [string], HTMLCollectionOf<Element>>(ofElement.getElementsByTagName);
export const attribute = method(ofElement.getAttribute);

const insertBefore = method<Node, [Node, Node | null], Node>(ofNode.insertBefore);
const removeChild = method<Node, [Node], Node>(ofNode.removeChild);
const position = method(ofNode.compareDocumentPosition);
const documentElement = property(ofDocument, 'documentElement');
const baseURI = property(ofNode, 'baseURI');
const createElement = method<Document, [string, string], Element>(ofDocument.createElementNS);
const createWalker = method(ofDocument.createTreeWalker);

/** The outermost element of the page. */
export const root = (): HTMLElement => documentElement(document);

/** The address that relative links of the page are relative to. */
export const baseAddress = (): string => baseURI(document);

/** A walk over the texts at and under a node. */
export const textsUnder = (node: Node): TreeWalker => createWalker(document, node, NodeFilter.SHOW_TEXT);

/** Whether one node stands before another, or around it, in the order of the page. */
export function precedes(node: Node, other: Node): boolean {
  return (position(node, other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
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

/** Makes an element of ours, in the namespace that its name belongs to. */
export function build(tag: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const namespace = /^(?:svg|path)$/.test(tag) ? '2000/svg' : '1999/xhtml';
  const element = createElement(document, `http://www.w3.org/${namespace}`, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element as HTMLElement;
}

/** Makes the elements that a markup describes: its texts become texts and never markup of the page's. */
export function draw(markup: Markup): Node | string {
  if (typeof markup === 'string') return markup;
  const [tag, attributes, ...children] = markup;
  return build(tag, attributes, ...children.map(draw));
}
