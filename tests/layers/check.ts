import { dirname, join, normalize } from 'node:path/posix';
import { type ModuleFacts, readModule } from './read-module';
import { CONTENT_SCRIPTS, GLOBALS, layerOf, NOT_IN_PAGES } from './rules';

export interface Findings {
  /** Each breach of a rule, as a sentence that begins with the module. */
  violations: string[];
  /** The modules that were read. */
  seen: string[];
}

const MODULE = /\.[cm]?[jt]sx?$/;

/**
 * Checks the imports of a tree of files against the rules.
 *
 * @param files every file of the tree, by its path from the project's folder.
 * @param read gives the text of one.
 */
export function checkLayers(files: readonly string[], read: (path: string) => string): Findings {
  const all = new Set(files);
  const modules = new Map<string, ModuleFacts>();
  for (const path of files) if (MODULE.test(path)) modules.set(path, readModule(path, read(path)));
  const violations = [
    ...[...modules].flatMap(([path, facts]) => checkModule(path, facts, all)),
    ...CONTENT_SCRIPTS.flatMap((script) => checkContentScript(script, modules, all)),
  ];
  return { violations, seen: [...modules.keys()] };
}

function checkModule(path: string, { imports, free, problems }: ModuleFacts, files: ReadonlySet<string>): string[] {
  const layer = layerOf(path);
  if (!layer) return [`${path} is in no layer; say in tests/layers/rules.ts whom it may import`];
  const found = problems.map((problem) => `${path}: ${problem}`);
  for (const name of imports) {
    const target = resolve(path, name, files);
    if (target === undefined) found.push(`${path} imports ${name}, which is not there`);
    else if ('package' in target) {
      if (!layer.packages.some((start) => begins(name, start)))
        found.push(`${path} (${layer.name}) imports the package ${name}`);
    } else if (!mayImport(path, target.path)) {
      found.push(`${path} (${layer.name}) imports ${target.path} (${layerOf(target.path)?.name ?? 'no layer'})`);
    }
  }
  if (layer.pure) {
    for (const name of free)
      if (GLOBALS.has(name)) found.push(`${path} (${layer.name}) is to be pure, and uses ${name}`);
  }
  return found;
}

function mayImport(from: string, to: string): boolean {
  const [own, other] = [layerOf(from), layerOf(to)];
  if (!own || !other) return false;
  // Each entry point is a program of its own.
  if (other.name === 'entrypoints') return programOf(from) === programOf(to);
  return own === other || own.layers.includes(other.name);
}

function programOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

/** Follows a content script's imports as far as they go; each breach is told with the way that leads to it. */
function checkContentScript(
  { folder, layers }: (typeof CONTENT_SCRIPTS)[number],
  modules: ReadonlyMap<string, ModuleFacts>,
  files: ReadonlySet<string>,
): string[] {
  const found: string[] = [];
  const ways = [...modules.keys()].filter((path) => programOf(path) === folder).map((path) => [path]);
  const reached = new Set(ways.flat());
  for (const way of ways) {
    const path = way.at(-1) ?? '';
    for (const name of modules.get(path)?.imports ?? []) {
      const target = resolve(path, name, files);
      if (target === undefined) continue;
      const told = `The content script reaches ${[...way, 'path' in target ? target.path : name].join(' > ')}`;
      if ('package' in target) {
        if (NOT_IN_PAGES.some((start) => begins(name, start))) found.push(told);
      } else if (!reached.has(target.path)) {
        reached.add(target.path);
        const isAllowed = layers.includes(layerOf(target.path)?.name ?? '');
        if (!isAllowed && programOf(target.path) !== folder) found.push(told);
        // The array grows while it is gone through, until no module is left to follow.
        ways.push([...way, target.path]);
      }
    }
  }
  return found;
}

type Target = { path: string } | { package: string };

/** Where an import leads: to a file, to a package, or nowhere. */
function resolve(from: string, name: string, files: ReadonlySet<string>): Target | undefined {
  const [plain = ''] = name.split('?');
  const alias = /^(?:[@~]{1,2})\/(.+)$/.exec(plain)?.[1];
  if (alias === undefined && !plain.startsWith('.')) return { package: name };
  const path = alias ?? normalize(join(dirname(from), plain));
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
  const file = endings.map((ending) => path + ending).find((candidate) => files.has(candidate));
  return file === undefined ? undefined : { path: file };
}

/** Whether a package's name begins with a whole part: `preact/hooks` with `preact`, but not `preactor`. */
function begins(name: string, start: string): boolean {
  return name === start || name.startsWith(/[/:]$/.test(start) ? start : `${start}/`);
}
