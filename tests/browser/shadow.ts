/** Looks into closed shadow roots in Firefox, by what WebDriver BiDi tells of a document's nodes. */
import type { Page } from 'puppeteer-core';

/** A node as BiDi writes it, shadow roots included. */
interface RemoteNode {
  value?: {
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
}

/** Puppeteer has no word for this, but lets one speak BiDi to the browser. */
interface BiDi {
  connection: { send(method: string, parameters: object): Promise<{ result: { result: RemoteNode } }> };
}

/** The text of everything in a page that has this role, written out. */
export async function textsByRole(page: Page, role: string): Promise<string[]> {
  const frame = page.mainFrame() as unknown as Record<'_id', string>;
  const { connection } = page.browser() as unknown as BiDi;
  const { result } = await connection.send('script.evaluate', {
    expression: 'document.documentElement',
    // A sandbox sees the page as its scripts have not changed it.
    target: { context: frame['_id'], sandbox: 'tests' },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  return [...nodesUnder(result.result)].filter(({ value }) => value?.attributes?.['role'] === role).map(textOf);
}

function* nodesUnder(node: RemoteNode): Generator<RemoteNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesUnder(child);
}

function childrenOf({ value }: RemoteNode): RemoteNode[] {
  return [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])];
}

function textOf(node: RemoteNode): string {
  return (node.value?.nodeValue ?? '') + childrenOf(node).map(textOf).join('');
}
