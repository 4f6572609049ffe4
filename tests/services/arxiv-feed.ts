/** What arXiv's API answers, written by hand after its manual: https://info.arxiv.org/help/api/user-manual.html */

/** A paper as the API tells of it. Everything but its id has a default. */
export interface ToldPaper {
  id: string;
  title?: string;
  abstract?: string;
  authors?: string[];
  version?: number;
  comment?: string;
}

/** The feed for these papers. */
export function feedOf(papers: readonly ToldPaper[]): string {
  return `${HEAD}${papers.map(entryOf).join('')}${END}`;
}

/** The feed that stands for an error, with which the API refuses every id of a request. */
export function errorFeed(message: string): string {
  return `${HEAD}<entry>
  <id>https://arxiv.org/api/errors#${message.replaceAll(' ', '_')}</id>
  <title>Error</title>
  <summary>${escaped(message)}</summary>
  <updated>2026-03-02T00:00:00Z</updated>
  <link href="https://arxiv.org/api/errors" rel="alternate" type="text/html"/>
  <author><name>arXiv api core</name></author>
</entry>${END}`;
}

export const HEAD = `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/made-up</id>
  <title>arXiv Query</title>
  <updated>2026-03-02T00:00:00Z</updated>
  <opensearch:itemsPerPage>50</opensearch:itemsPerPage>
  <opensearch:startIndex>0</opensearch:startIndex>
`;
const END = '</feed>\n';

export function entryOf({ id, version = 1, ...told }: ToldPaper): string {
  const {
    title = `What was found in ${id}`,
    abstract = `This is what ${id} says of itself.`,
    authors = ['Ada Example', 'Björn Beispiel'],
    comment = '12 pages',
  } = told;
  return `<entry>
    <id>http://arxiv.org/abs/${id}v${version}</id>
    <title>${escaped(title)}</title>
    <updated>2026-02-0${version}T18:00:00Z</updated>
    <link href="https://arxiv.org/abs/${id}v${version}" rel="alternate" type="text/html"/>
    <summary>${escaped(abstract)}</summary>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <published>2026-01-15T18:00:00Z</published>
    <arxiv:comment>${escaped(comment)}</arxiv:comment>
    <arxiv:primary_category term="cs.LG"/>
    ${authors.map((name) => `<author><name>${escaped(name)}</name></author>`).join('\n    ')}
  </entry>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
