import { parseSync } from 'oxc-parser';

/** What the rules need to know of one module. */
export interface ModuleFacts {
  /** What it imports, as written; types, re-exports and `import()` included. */
  imports: string[];
  /** The names that it uses and does not declare anywhere. */
  free: Set<string>;
  /** What could not be read. */
  problems: string[];
}

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Where an identifier is a mere label: the name of a member, not a use of a variable. */
const LABELS: Record<string, string> = {
  MemberExpression: 'property',
  Property: 'key',
  MethodDefinition: 'key',
  PropertyDefinition: 'key',
  TSPropertySignature: 'key',
  TSMethodSignature: 'key',
};

/** Where names are declared: `params` of any function or function type, the left side of `const`, and so on. */
const DECLARATIONS: Record<string, string> = {
  VariableDeclarator: 'id',
  FunctionDeclaration: 'id',
  ClassDeclaration: 'id',
  CatchClause: 'param',
  ImportSpecifier: 'local',
  ImportDefaultSpecifier: 'local',
  ImportNamespaceSpecifier: 'local',
};

/** Reads a module by its syntax. Scopes are not told apart: a name declared anywhere counts as declared everywhere. */
export function readModule(path: string, source: string): ModuleFacts {
  const { program, errors } = parseSync(path, source);
  const facts: ModuleFacts = { imports: [], free: new Set(), problems: errors.map(({ message }) => message) };
  const declared = new Set<string>();
  visit(program as unknown as Node, (node) => {
    if ('source' in node && node['source']) readImport(node, facts);
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') facts.free.add(node['name'] as string);
    for (const part of [DECLARATIONS[node.type], 'params']) {
      if (part !== undefined && node[part])
        visit(node[part], (inner) => inner.type === 'Identifier' && declared.add(inner['name'] as string));
    }
  });
  for (const name of declared) facts.free.delete(name);
  return facts;
}

function readImport(node: Node, facts: ModuleFacts): void {
  const { value, callee } = node['source'] as { value?: unknown; callee?: { property?: { name?: unknown } } };
  if (typeof value === 'string') facts.imports.push(value);
  // Another script of the extension: an entry point, which is looked at by itself.
  else if (callee?.property?.name !== 'getURL') facts.problems.push('imports something whose name is computed');
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, see);
  } else if (isNode(node)) {
    see(node);
    const label = node['computed'] === true ? undefined : LABELS[node.type];
    for (const [key, value] of Object.entries(node)) if (key !== label) visit(value, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
