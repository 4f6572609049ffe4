import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server in Zotero's place does when it is asked. */
export type Answer = (response: ServerResponse, body: { items?: unknown[] }) => void;

export interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  body: { sessionID?: string; items?: Record<string, unknown>[] };
}

/**
 * A server that speaks the protocol of Zotero's connector: it takes JSON from who names the version of the protocol,
 * answers a ping, and takes in the items of a session once.
 */
export async function startZotero(save: Answer = (response) => response.writeHead(201).end('{"items":[]}')) {
  const asked: Asked[] = [];
  const sessions = new Set<string>();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const path = request.url ?? '';
    const body = JSON.parse(text || '{}');
    asked.push({ path, headers: request.headers, body });
    const isLetIn =
      request.headers['x-zotero-connector-api-version'] === '3' &&
      request.headers['content-type'] === 'application/json';
    if (!isLetIn) response.writeHead(403).end('Request not allowed');
    else if (path === '/connector/ping')
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"prefs":{}}');
    else if (path !== '/connector/saveItems') response.writeHead(404).end('No endpoint found');
    else if (sessions.has(body.sessionID)) response.writeHead(409).end('{"error":"SESSION_EXISTS"}');
    else {
      sessions.add(body.sessionID);
      save(response, body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
