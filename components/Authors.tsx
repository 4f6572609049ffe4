import { byline } from './byline';
import { Marked } from './Marked';
import type { TextTools } from './text-tools';

interface Props {
  authors: readonly string[];
  isMet: (name: string) => boolean;
  terms: readonly string[];
  segments: TextTools['segments'];
}

/** Three authors and how many more there are; of a line that is too long, the one who met the query stays in full. */
export function Authors({ authors, isMet, terms, segments }: Props) {
  const { before, met, after, more } = byline(authors, isMet);
  return (
    <>
      {before.length > 0 && <Names names={before} end={met === undefined ? '' : ', '} />}
      {met !== undefined && (
        <span>
          <bdi>
            <Marked text={met} terms={terms} segments={segments} />
          </bdi>
          {after.length > 0 && ', '}
        </span>
      )}
      {after.length > 0 && <Names names={after} end="" />}
      {more > 0 && <span> and {more} more</span>}
    </>
  );
}

function Names({ names, end }: { names: readonly string[]; end: string }) {
  return (
    <span class="names">
      {names.map((name, at) => [at > 0 && ', ', <bdi key={name}>{name}</bdi>])}
      {end}
    </span>
  );
}
