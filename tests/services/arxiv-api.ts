/** A server on this machine that speaks arXiv's API as far as Manicule asks it, and can be told to do it badly. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { entryOf, feedOf, HEAD, type ToldPaper } from './arxiv-feed';

/** One request, as it came. */
export interface ApiRequest {
  ids: string[];
  maxResults: string | null;
  url: string;
  headers: IncomingHttpHeaders;
  /** Milliseconds since 1970. */
  at: number;
}

/** Does something to a request in the place of answering it. */
export type Fault = (response: ServerResponse, request: ApiRequest) => void;

const ATOM = 'application/atom+xml; charset=utf-8';

export class ArxivApi {
  readonly requests: ApiRequest[] = [];
  /** What is done with requests; undefined where they are answered. */
  fault: Fault | undefined;
  private readonly known = new Map<string, ToldPaper>();
  private readonly server = createServer(({ url = '', headers }, response) => this.receive(url, headers, response));
  private readonly waiting = new Set<(request: ApiRequest) => void>();

  /** Starts it on a free port. It knows these papers and no others. */
  static async start(papers: readonly ToldPaper[] = []): Promise<ArxivApi> {
    const api = new ArxivApi();
    for (const paper of papers) api.known.set(paper.id, paper);
    await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/query`;
  }

  /** Resolves when the next request has come. */
  asked(): Promise<ApiRequest> {
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private receive(url: string, headers: IncomingHttpHeaders, response: ServerResponse): void {
    const { searchParams } = new URL(url, this.address);
    const ids = (searchParams.get('id_list') ?? '').split(',');
    const request = { ids, maxResults: searchParams.get('max_results'), url, headers, at: Date.now() };
    this.requests.push(request);
    if (this.fault) this.fault(response, request);
    else this.answer(response, request);
    for (const tell of this.waiting) tell(request);
    this.waiting.clear();
  }

  /** As many as were asked for, in an order of its own; what it does not know is left out. */
  private answer(response: ServerResponse, { ids, maxResults }: ApiRequest): void {
    const papers = ids.toReversed().flatMap((id) => this.known.get(id) ?? []);
    response.writeHead(200, { 'content-type': ATOM }).end(feedOf(papers.slice(0, Number(maxResults ?? 10))));
  }
}

/** Answers with this and nothing else. */
export function says(status: number, body: string, headers: Record<string, string> = {}): Fault {
  return (response) => response.writeHead(status, { 'content-type': ATOM, ...headers }).end(body);
}

/** Answers with the feed of other papers than it was asked for. */
export function tellsOf(...papers: ToldPaper[]): Fault {
  return says(200, feedOf(papers));
}

/** Takes the request and says nothing. */
export const hangs: Fault = () => undefined;

/** Begins to answer, and stops in the middle without hanging up. */
export const dries: Fault = (response, { ids }) => {
  response.writeHead(200, { 'content-type': ATOM });
  response.write(
    HEAD +
      ids
        .map((id) => entryOf({ id }))
        .join('')
        .slice(0, -100),
  );
};

/** Hangs up in the middle of an answer. */
export const breaks: Fault = (response, request) => {
  dries(response, request);
  response.socket?.end(() => response.destroy());
};

/** Hangs up before any answer. */
export const hangsUp: Fault = (response) => response.destroy();

/** Answers what it was asked, in front of entries without end. */
export const floods: Fault = (response, { ids }) => {
  response.writeHead(200, { 'content-type': ATOM });
  const filler = entryOf({ id: '2601.00001', abstract: 'More of the same. '.repeat(1000) });
  function* flood() {
    yield HEAD + ids.map((id) => entryOf({ id })).join('');
    for (;;) yield filler;
  }
  pipeline(flood, response).catch(() => undefined);
};
