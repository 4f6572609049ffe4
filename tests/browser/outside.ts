/** Everything outside of the tests, as a browser sees it: a proxy that notes who is asked for and refuses. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Outside {
  /** The port of the proxy on this machine. */
  port: number;
  /** The hosts that were asked for, in order, without those that the browser asks for on its own account. */
  asked(): string[];
  close(): void;
}

/** What Chromium and Firefox ask for when no page does: updates, accounts, safe browsing, their settings. */
const OF_THE_BROWSERS = /(?:^|\.)(?:google|googleapis|gvt1|gstatic|mozilla|mozgcp|firefox)\.(?:com|org|net)$/;

/** Starts the proxy. A page that a test serves never comes here, except for the connection opened ahead of its load. */
export async function openOutside(): Promise<Outside> {
  const hosts: string[] = [];
  const note = (url: string | undefined) => hosts.push(new URL(url ?? '').hostname);
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(`https://${request.url}`);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Outside of the tests\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked: () => hosts.filter((host) => !OF_THE_BROWSERS.test(host)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
