import type { LinkKind, Paper } from './paper';

const NAMES: Record<LinkKind, string> = {
  code: 'Code',
  models: 'Models',
  data: 'Data',
  demo: 'Demo',
  leaderboard: 'Leaderboard',
  homepage: 'Home page',
};

/** What a paper's links are called before a person, and where they lead; those alone that a page may lead to. */
export function linksOf({ links = {} }: Pick<Paper, 'links'>): [name: string, address: string][] {
  return Object.entries(NAMES).flatMap(([kind, name]): [string, string][] => {
    const address = links[kind as LinkKind];
    return address !== undefined && /^https?:\/\//.test(address) ? [[name, address]] : [];
  });
}
