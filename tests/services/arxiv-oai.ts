/** A server on this machine that speaks OAI-PMH as arXiv does, and can be told to do it badly. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PartQuestion } from '../../lib/harvest/part';
import { Lists, type Listed } from './arxiv-lists';

/** One request, as it came. */
export interface OaiRequest {
  parameters: Record<string, string>;
  /** Milliseconds since 1970. */
  at: number;
}

/** Does something to a request in the place of answering it, with what the answer would have been at hand. */
export type OaiFault = (response: ServerResponse, answer: string, request: OaiRequest) => void;

const XML = 'text/xml; charset=utf-8';

export class ArxivOai {
  readonly requests: OaiRequest[] = [];
  readonly lists = new Lists();
  /** What is done with requests. */
  fault = answers;
  private readonly server = createServer(({ url = '' }, response) => this.receive(url, response));
  private readonly waiting = new Set<() => void>();

  /** Starts it on a free port. It has these records and no others. */
  static async start(records: readonly Listed[] = []): Promise<ArxivOai> {
    const oai = new ArxivOai();
    oai.put(...records);
    await new Promise<void>((resolve) => oai.server.listen(0, '127.0.0.1', resolve));
    return oai;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/oai`;
  }

  put(...records: Listed[]): void {
    for (const record of records) this.lists.records.set(record.paper.id, record);
  }

  /** Resolves when the next request has come. */
  asked(): Promise<void> {
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private receive(url: string, response: ServerResponse): void {
    const parameters = Object.fromEntries(new URL(url, this.address).searchParams);
    const request = { parameters, at: Date.now() };
    this.requests.push(request);
    const answer = this.answerTo(parameters);
    this.fault(response, answer, request);
    for (const tell of this.waiting) tell();
    this.waiting.clear();
  }

  private answerTo({ verb, metadataPrefix, set, from, resumptionToken }: OaiRequest['parameters']): string {
    if (verb !== 'ListRecords') return this.envelope('<error code="badVerb">No such verb.</error>');
    const question: PartQuestion | undefined =
      resumptionToken !== undefined ? { token: resumptionToken } : set ? { set, ...(from && { from }) } : undefined;
    if (!question) return this.envelope('<error code="badArgument">Which set?</error>');
    if (resumptionToken === undefined && metadataPrefix !== 'arXivRaw') {
      return this.envelope('<error code="cannotDisseminateFormat">Only arXivRaw.</error>');
    }
    const { papers, trouble, token = '', of = 0 } = this.lists.answer(question);
    if (trouble) return this.envelope('<error code="badResumptionToken">It has expired.</error>');
    if (papers.size === 0) return this.envelope('<error code="noRecordsMatch">Nothing.</error>');
    const records = Array.from(papers.keys(), (id) => this.lists.records.get(id)).flatMap((one) => one ?? []);
    const next = `<resumptionToken completeListSize="${of}">${token}</resumptionToken>`;
    return this.envelope(`<ListRecords>${records.map(recordOf).join('\n')}${next}</ListRecords>`);
  }

  private envelope(inside: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<responseDate>${this.lists.day}T12:00:00Z</responseDate>
<request verb="ListRecords">https://oaipmh.arxiv.org/oai</request>
${inside}
</OAI-PMH>
`;
  }
}

function recordOf({ paper, sets, changed, isDeleted }: Listed): string {
  const status = isDeleted ? ' status="deleted"' : '';
  const header = `<header${status}><identifier>oai:arXiv.org:${paper.id}</identifier><datestamp>${changed}</datestamp>${sets
    .map((set) => `<setSpec>${set}</setSpec>`)
    .join('')}</header>`;
  if (isDeleted) return `<record>${header}</record>`;
  const { id, title = '', authors = [], abstract = '', category = '', otherCategories = [], published } = paper;
  const versions = [
    ...(published ? [version(1, published)] : []),
    ...(paper.version && paper.version > 1 && paper.updated ? [version(paper.version, paper.updated)] : []),
  ];
  return `<record>${header}<metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>${id}</id>
<submitter>A. Keeper</submitter>${versions.join('')}<title>${escaped(title)}</title>
<authors>${escaped(authors.join(', '))}</authors><categories>${[category, ...otherCategories].join(' ')}</categories>
<abstract>  ${escaped(abstract)}
</abstract></arXivRaw></metadata></record>`;
}

function version(number: number, day: string): string {
  return `<version version="v${number}"><date>${new Date(day).toUTCString()}</date><size>9kb</size></version>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Answers as it should. */
export const answers: OaiFault = (response, answer) => response.writeHead(200, { 'content-type': XML }).end(answer);

/** Does something to one request alone, by its number from now on, counted from 1. */
export function only(number: number, fault: OaiFault): OaiFault {
  let count = 0;
  return (...request) => (++count === number ? fault : answers)(...request);
}

/** Answers with this and nothing else. */
export function says(status: number, body = '', headers: Record<string, string> = {}): OaiFault {
  return (response) => response.writeHead(status, { 'content-type': XML, ...headers }).end(body);
}

/** Answers with another text than it would have. */
export function alters(alter: (answer: string) => string): OaiFault {
  return (response, answer, request) => answers(response, alter(answer), request);
}

/** Ends in the middle of a record, as if that were all. */
export const cuts: OaiFault = alters((answer) => answer.slice(0, answer.lastIndexOf('<abstract>')));

/** Begins to answer, and goes no further. */
export const dries: OaiFault = (response, answer) => {
  response.writeHead(200, { 'content-type': XML });
  response.write(answer.slice(0, answer.lastIndexOf('<abstract>')));
};

/** Hangs up in the middle of a record. */
export const breaks: OaiFault = (response, answer, request) => {
  dries(response, answer, request);
  response.socket?.end(() => response.destroy());
};

/** Takes the request and says nothing. */
export const hangs: OaiFault = () => undefined;
