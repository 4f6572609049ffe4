import { useState } from 'preact/hooks';
import { formatDay } from '../../lib/dates';
import { linksOf } from '../../lib/paper-links';
import type { Row, WholePaper } from '../../lib/row';
import { whyHere } from '../../lib/why-here';

/** More authors than this are asked for. */
const FEW = 8;

/** What is known of a paper, and plainly what is not. */
export function PaneFacts({ row, whole }: { row: Row; whole: WholePaper | undefined }) {
  const { paper: brief, record } = row;
  const { paper, packs = [] } = whole ?? {};
  if (brief.title === brief.id && brief.authors.length === 0) {
    return (
      <div class="facts-of">
        <p class="missing">Only the id is known yet.</p>
        <Links paper={brief} />
        <Why record={record} packs={packs} />
      </div>
    );
  }
  const text = paper?.abstract ?? paper?.summary;
  return (
    <div class="facts-of">
      <AllAuthors authors={brief.authors} />
      <Where paper={brief} />
      <Links paper={brief} />
      {paper && (
        <p class={text === undefined ? 'missing' : 'abstract'} dir="auto">
          {text ?? 'The abstract is not known yet.'}
        </p>
      )}
      {paper?.comment !== undefined && (
        <p class="quiet" dir="auto">
          {paper.comment}
        </p>
      )}
      <Why record={record} packs={packs} />
    </div>
  );
}

function AllAuthors({ authors }: { authors: readonly string[] }) {
  const [isLong, setLong] = useState(false);
  if (authors.length === 0) return <p class="missing">The authors are not known yet.</p>;
  const shown = isLong ? authors : authors.slice(0, FEW);
  return (
    <p class="authors">
      {shown.map((name, at) => [at > 0 && ', ', <bdi key={name}>{name}</bdi>])}
      {authors.length > FEW && ' '}
      {authors.length > FEW && (
        <button type="button" class="more" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? 'Fewer authors' : `and ${authors.length - FEW} more`}
        </button>
      )}
    </p>
  );
}

function Where({ paper }: { paper: Row['paper'] }) {
  const { venue, published, updated, version, category, otherCategories = [] } = paper;
  const isChanged = updated !== undefined && updated !== published;
  const facts: [string, string | undefined][] = [
    ['Published in', venue],
    ['First version', published && formatDay(published)],
    [
      'Newest version',
      isChanged ? [version && `v${version}`, formatDay(updated)].filter(Boolean).join(', ') : undefined,
    ],
    ['Categories', [category, ...otherCategories].filter(Boolean).join(', ') || undefined],
  ];
  return (
    <dl>
      {facts.map(
        ([label, fact]) =>
          fact !== undefined && (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{fact}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Links({ paper: { id, doi, links } }: { paper: Row['paper'] }) {
  const addresses: [string, string][] = [
    [`arXiv:${id}`, `https://arxiv.org/abs/${id}`],
    ['PDF', `https://arxiv.org/pdf/${id}`],
    ...(doi === undefined ? [] : [['DOI', `https://doi.org/${encodeURI(doi)}`] as [string, string]]),
    ...linksOf({ ...(links && { links }) }),
  ];
  return (
    <ul class="links">
      {addresses.map(([name, address]) => (
        <li key={name}>
          <a href={address} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Why it is listed. */
function Why({ record, packs }: Pick<Row, 'record'> & Pick<WholePaper, 'packs'>) {
  return (
    <p class="quiet">
      {whyHere(record, packs)
        .map((reason) => `${reason}.`)
        .join(' ')}
    </p>
  );
}
