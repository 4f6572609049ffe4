import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDIRECTS, SITES } from '../../../lib/arxiv/hosts';
import { parseId } from '../../../lib/arxiv/identifier';
import { idFromLink, mayNamePaper } from '../../../lib/arxiv/link';
import { ids, likeIds, newIds, oldIds, versions } from './generated';

const split = (oldId: string) => {
  const [archive = '', number = ''] = oldId.split('/');
  return { archive, number, yymm: number.slice(0, 4) };
};

const SEGMENTS = fc.constantFrom('abs', 'pdf', 'html', 'papers', 'arxiv', 'zh/overview', 'graph/v1/paper');

/** A path, query and fragment that names a paper, and the id of that paper. */
type Way = fc.Arbitrary<{ path: string; id: string }>;

const anywhere: Way = fc
  .tuple(SEGMENTS, fc.constantFrom('/', '//', '/arXiv:', ':'), ids, versions)
  .map(([segment, between, id, version]) => ({
    path: `/${segment}${between}${id}${version ? `v${version}` : ''}`,
    id,
  }));
const apart: Way = oldIds.chain((id) => {
  const { archive, number, yymm } = split(id);
  return fc
    .constantFrom(
      `/abs/${archive}?papernum=${number}`,
      `/abs/${archive}?${number}`,
      `/ftp/${archive}/papers/${yymm}/${number}.pdf`,
      `/PS_cache/${archive}/pdf/${yymm}/${number}v1.pdf`,
    )
    .map((path) => ({ path, id }));
});
const byParameter = (...before: string[]): Way =>
  fc.tuple(fc.constantFrom(...before), ids).map(([path, id]) => ({ path: path + id, id }));
const bibcode: Way = newIds.map((id) => ({
  path: `/abs/20${id.slice(0, 2)}arXiv${id.length === 10 ? id.replace('.', '') : id}S`,
  id,
}));
const dblpKey: Way = ids.map((id) => ({ path: `/rec/journals/corr/abs-${id.replace(/[./]/, '-')}`, id }));
const doi: Way = byParameter('/10.48550/arXiv.', '/10.48550/ARXIV.');

/** The ways of the sites that have others than the id as a part of the path. */
const WAYS: Record<string, Way> = {
  'arxiv.org': fc.oneof(anywhere, apart, byParameter('/prevnext?id=', '/prevnext?site=arxiv.org&id=')),
  'inspirehep.net': fc.oneof(anywhere, byParameter('/literature?q=arxiv:', '/search?p=find+eprint+')),
  'scholar.google.com': byParameter('/scholar_lookup?arxiv_id=', '/scholar_lookup?title=A&doi=10.48550/arXiv.'),
  'adsabs.harvard.edu': fc.oneof(bibcode, byParameter('/abs/arXiv:', '/#abs/arXiv:', '/cgi-bin/bib_query?arXiv:')),
  'doi.org': doi,
  'dblp.org': dblpKey,
  'dblp.uni-trier.de': dblpKey,
  'dblp.dagstuhl.de': dblpKey,
};

const links = fc
  .tuple(
    fc.constantFrom(...SITES).chain((site) => (WAYS[site] ?? anywhere).map(({ path, id }) => ({ site, path, id }))),
    fc.constantFrom('http://', 'https://', 'HTTPS://'),
    fc.constantFrom('', 'www.', 'a.b.'),
    fc.constantFrom('', '.', ':8080'),
    fc.constantFrom('', '/', ' ', '?', '#', '&x=1', '#S1', '%20'),
    fc.constantFrom(
      (path: string) => path,
      (path: string) => encodeURI(path),
      (path: string) => path.replaceAll('.', '%2E'),
      (path: string) => path.replaceAll('.', '%252e'),
    ),
  )
  .map(([{ site, path, id }, scheme, www, port, end, escaped]) => ({
    id,
    site,
    path,
    href: scheme + www + site + port + escaped(path) + end,
  }));

/** An address of a redirect, up to where it carries the link. */
const REDIRECTING: Record<string, (href: string) => string> = {
  'arxiv.org/ct': (href) => `?url=${href}`,
  'web.archive.org/web/': (href) => `2020/${href}`,
  'urldefense.com/v3/': (href) => `__${href}__;!!a!b$`,
  'researchgate.net/deref/': (href) => `${href}?_sg=x`,
  'r.jina.ai/': (href) => href,
};
const redirects = fc.constantFrom(...REDIRECTS).map((redirect) => {
  const begin = `https://www.${redirect.replace('google.(?:com?.)?[a-z]{2,3}/(?:scholar_)?url', 'google.co.uk/url')}`;
  const carry = REDIRECTING[redirect] ?? ((href: string) => `?x=1&target=${href}`);
  return (href: string) => begin + carry(href);
});

describe('a link', () => {
  it('names its paper, whichever of the sites, and however it is written', () => {
    fc.assert(
      fc.property(links, ({ href, id }) => {
        expect(idFromLink(href)?.id).toBe(id);
        expect(mayNamePaper(href)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('names its paper through every redirect, escaped or not', () => {
    const escapes = fc.constantFrom(
      (href: string) => href,
      encodeURIComponent,
      (href: string) => encodeURIComponent(encodeURIComponent(href)),
    );
    fc.assert(
      fc.property(links, redirects, escapes, ({ href, id }, redirect, escaped) => {
        const link = redirect(escaped(href));
        expect(idFromLink(link)?.id).toBe(id);
        expect(mayNamePaper(link)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('names nothing on a host that only looks like one of the sites', () => {
    const lookalikes = fc.constantFrom(
      (site: string) => `x${site}`,
      (site: string) => `x-${site}`,
      (site: string) => `${site}.example.com`,
      (site: string) => `${site}@example.com`,
      (site: string) => `example.com/${site}`,
      (site: string) => site.replace('.', '-'),
      (site: string) => site.replace('a', 'а').replace('i', 'і').replace('o', 'о'),
    );
    fc.assert(
      fc.property(links, lookalikes, ({ site, path }, alike) => {
        fc.pre(alike(site) !== site);
        expect(idFromLink(`https://${alike(site)}${path}`)).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  });

  it('names exactly what is an id, on arXiv', () => {
    fc.assert(
      fc.property(likeIds, fc.constantFrom('abs', 'pdf', 'html'), (id, form) => {
        expect(idFromLink(`https://arxiv.org/${form}/${id}`)?.id).toBe(parseId(id)?.id);
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws, whatever it is', () => {
    const parts = fc.array(
      fc.oneof(
        fc.string(),
        likeIds,
        fc.constantFrom('%', '%2', '%25', '%E0%A4', '/', '?url=', 'https://', ...SITES, ...REDIRECTS),
      ),
    );
    const any = fc.oneof(
      parts.map((all) => all.join('')),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
    );
    fc.assert(
      fc.property(any, (href) => {
        expect(() => [mayNamePaper(href), idFromLink(href, 'https://arxiv.org/')]).not.toThrow();
      }),
      { numRuns: 1500 },
    );
  });

  it.each(['%25', '/', ':', '?', 'https://web.archive.org/web/', '1', 'a.', '.', '__'])(
    'is read to its end when it is long: %j again and again',
    (part) => {
      expect(idFromLink(`https://arxiv.org/abs/${part.repeat(100_000 / part.length)}`)).toBeUndefined();
      expect(idFromLink(`https://www.google.com/url?q=https://${part.repeat(100_000 / part.length)}`)).toBeUndefined();
    },
  );
});
