/**
 * Chromium's accessibility tree: what a screen reader is told, closed shadow roots included, which scripts and
 * Playwright's locators do not see into.
 */
import type { CDPSession, Page } from 'playwright-core';

export interface AccessibleNode {
  role: string;
  name: string;
  /** The DOM's number for it, while it stands in the page. */
  node: number;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The page's session of the DevTools protocol; one for each page. */
export function devTools(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** Everything in a page that has this role, in its order; with a name, only what is named so. */
export async function findByRole(page: Page, role: string, name: RegExp = /(?:)/): Promise<AccessibleNode[]> {
  const { nodes } = await (await devTools(page)).send('Accessibility.getFullAXTree');
  return nodes
    .filter((node) => !node.ignored && node.role?.value === role && node.backendDOMNodeId !== undefined)
    .map((node) => ({ role, name: String(node.name?.value ?? ''), node: node.backendDOMNodeId ?? 0 }))
    .filter((found) => name.test(found.name));
}

/** Where the content of a node ends on the right, in pixels of the window. */
export async function rightEdgeOf(page: Page, { node }: AccessibleNode): Promise<number> {
  const { quads } = await (await devTools(page)).send('DOM.getContentQuads', { backendNodeId: node });
  return Math.max(...(quads[0] ?? []).filter((_, at) => at % 2 === 0));
}

/** Clicks the middle of a node with the mouse, as a person does. */
export async function clickNode(page: Page, { node }: AccessibleNode): Promise<void> {
  const session = await devTools(page);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node });
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId: node });
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] ?? [];
  await page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2);
}

/** Clicks a node from a script of the page: what a page that got hold of it could do. */
export async function clickByScript(page: Page, { node }: AccessibleNode): Promise<void> {
  const session = await devTools(page);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: node });
  await session.send('Runtime.callFunctionOn', {
    ...(object.objectId !== undefined && { objectId: object.objectId }),
    functionDeclaration: 'function () { this.click(); }',
  });
}
