import type { Told } from './facts';

/** A version of a paper as arXiv lists it: `v2`, and when it came. */
export interface Version {
  version: string;
  created: string;
}

/** When a paper first came out, and which version is its newest, from a list of its versions in any order. */
export function historyOf(versions: readonly Version[]): Pick<Told, 'published' | 'updated' | 'version'> {
  const numbered = versions
    .map(({ version, created }) => ({ number: Number(/^v([1-9]\d{0,3})$/.exec(version)?.[1] ?? 0), created }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => a.number - b.number);
  const [first] = numbered;
  const newest = numbered.at(-1);
  return {
    published: first?.number === 1 ? first.created : undefined,
    updated: newest?.created,
    version: newest?.number,
  };
}
