import { Lexer, type Token, type Tokens } from 'marked';
import type { ComponentChild } from 'preact';

/** What of an address may be followed: nothing that runs, and nothing within the extension. */
const SAFE = /^(?:https?:|mailto:)/i;

/**
 * A text in Markdown. What the lexer found in it becomes elements one by one, and no text is ever parsed as HTML:
 * tags that stand in it are shown as they were written, and pictures, which would be fetched, as links to them.
 */
export function Markdown({ text }: { text: string }) {
  return <div class="markdown">{blocks(Lexer.lex(text, { gfm: true, breaks: true }))}</div>;
}

/** Tokens within tokens deeper than this are shown as they were written. */
const DEEPEST = 20;

function blocks(tokens: readonly Token[] = [], depth = 0): ComponentChild[] {
  return tokens.map((token) => (depth > DEEPEST ? token.raw : shown(token as Tokens.Generic & Token, depth + 1)));
}

function shown(token: Token, depth: number): ComponentChild {
  const inner = () => blocks('tokens' in token ? token.tokens : [], depth);
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'paragraph':
      return <p dir="auto">{inner()}</p>;
    case 'heading':
      return <h4 dir="auto">{inner()}</h4>;
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'list':
      return <List list={token as Tokens.List} depth={depth} />;
    case 'table':
      return <Table table={token as Tokens.Table} depth={depth} />;
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'em':
      return <em>{inner()}</em>;
    case 'del':
      return <del>{inner()}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'link':
      return <Link href={token.href}>{inner()}</Link>;
    case 'image':
      return <Link href={token.href}>{token.text}</Link>;
    case 'text':
      return 'tokens' in token && token.tokens ? inner() : token.text;
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}

function List({ list: { ordered, start, items }, depth }: { list: Tokens.List; depth: number }) {
  const children = items.map((item) => itemOf(item, depth));
  return ordered ? <ol start={start === '' ? 1 : start}>{children}</ol> : <ul>{children}</ul>;
}

function itemOf({ task, checked, tokens }: Tokens.ListItem, depth: number) {
  return (
    <li dir="auto" data-task={task}>
      {task && (checked ? '☑ ' : '☐ ')}
      {blocks(
        tokens.filter(({ type }) => type !== 'checkbox'),
        depth,
      )}
    </li>
  );
}

function Table({ table: { header, rows }, depth }: { table: Tokens.Table; depth: number }) {
  const cell = ({ tokens, header: isHead }: Tokens.TableCell) =>
    isHead ? <th>{blocks(tokens, depth)}</th> : <td>{blocks(tokens, depth)}</td>;
  const line = (cells: Tokens.TableCell[]) => <tr>{cells.map(cell)}</tr>;
  return (
    <table>
      <thead>{line(header)}</thead>
      <tbody>{rows.map(line)}</tbody>
    </table>
  );
}

function Link({ href, children }: { href: string; children: ComponentChild }) {
  if (!SAFE.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
