import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server in Zotero's place does when it is asked. */
export type Answer = (response: ServerResponse, body: { items?: unknown[] }) => void;

export interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  body: { sessionID?: string; items?: Record<string, unknown>[] };
}

interface Options {
  /** A free one where it is left out. */
  port?: number;
  /** Whether it answers pages that the browser's permission does not let through: Zotero itself does not. */
  isOpenToPages?: boolean;
}

function openTo(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Headers', '*, Content-Type, X-Zotero-Connector-API-Version');
}

/**
 * A server that speaks the protocol of Zotero's connector: it takes JSON from who names the version of the protocol,
 * answers a ping, and takes in the items of a session once.
 */
export async function startZotero(
  save: Answer = (response) => response.writeHead(201).end('{"items":[]}'),
  { port = 0, isOpenToPages = false }: Options = {},
) {
  const asked: Asked[] = [];
  const sessions = new Set<string>();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const path = request.url ?? '';
    const body = JSON.parse(text || '{}');
    if (request.method !== 'OPTIONS') asked.push({ path, headers: request.headers, body });
    const isLetIn =
      request.headers['x-zotero-connector-api-version'] === '3' &&
      request.headers['content-type'] === 'application/json';
    if (isOpenToPages) openTo(response);
    if (isOpenToPages && request.method === 'OPTIONS') response.writeHead(204).end();
    else if (!isLetIn) response.writeHead(403).end('Request not allowed');
    else if (path === '/connector/ping')
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"prefs":{}}');
    else if (path !== '/connector/saveItems') response.writeHead(404).end('No endpoint found');
    else if (sessions.has(body.sessionID)) response.writeHead(409).end('{"error":"SESSION_EXISTS"}');
    else {
      sessions.add(body.sessionID);
      save(response, body);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
