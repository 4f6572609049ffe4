/** Serves the pages of this folder on this machine. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PageServer {
  /** Where the pages are: `http://127.0.0.1:PORT`. */
  address: string;
  close(): void;
}

/** Starts the server on a free port. It gives out the HTML files of this folder and nothing else. */
export async function servePages(): Promise<PageServer> {
  const server = createServer(async ({ url = '/' }, response) => {
    const [, name] = /^\/([\w-]+\.html)$/.exec(url) ?? [];
    const html = name === undefined ? undefined : await readFile(new URL(name, import.meta.url)).catch(() => undefined);
    response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
