import type { Expr, Literal } from './ast.ts';
import { deeper, expectSymbol, nextIs, node, peek, refuse, take, takeIf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { expandCall } from './macros.ts';
import { SyntaxProblem } from './syntax-problem.ts';

const reserved = new Set(
  'as break const continue else for function if import let loop package namespace return var void while in'.split(
    ' ',
  ),
);

/** A primary expression with the selections, indexes and calls after it. `minus` is where a negative number starts. */
export function parsePostfix(cursor: Cursor, minus?: number): Expr {
  let expr = primary(cursor, minus);
  for (let depth = 0; ; depth += 1) {
    if (depth > 200) refuse(cursor, 'the chain of selections is too long');
    const next = selection(cursor, expr) ?? index(cursor, expr);
    if (!next) return expr;
    expr = next;
  }
}

function selection(cursor: Cursor, operand: Expr): Expr | undefined {
  if (!nextIs(cursor, '.', '.?')) return undefined;
  const dot = take(cursor);
  const optional = dot.end - dot.start === 2;
  const name = peek(cursor);
  if (name.kind !== 'identifier' && name.kind !== 'quoted')
    return refuse(cursor, "expected a field name after '.'");
  take(cursor);
  if (!optional && name.kind === 'identifier' && takeIf(cursor, '(')) {
    const args = listOf(cursor, ')');
    const { end } = expectSymbol(cursor, ')');
    return node(
      cursor,
      expandCall({
        kind: 'call',
        receiver: operand,
        function: name.value,
        args,
        name,
        start: operand.start,
        end,
      }),
    );
  }
  const { start } = operand;
  return node(cursor, { kind: 'select', operand, field: name.value, optional, name, start, end: name.end });
}

function index(cursor: Cursor, operand: Expr): Expr | undefined {
  const optional = nextIs(cursor, '[?');
  if (!takeIf(cursor, optional ? '[?' : '[')) return undefined;
  const key = cursor.expression(cursor);
  const { end } = expectSymbol(cursor, ']');
  return node(cursor, { kind: 'index', operand, index: key, optional, start: operand.start, end });
}

function primary(cursor: Cursor, minus?: number): Expr {
  const token = peek(cursor);
  switch (token.kind) {
    case 'string':
      take(cursor);
      return node(cursor, {
        kind: 'literal',
        type: 'string',
        value: token.value,
        start: token.start,
        end: token.end,
      });
    case 'int':
    case 'double':
      take(cursor);
      return node(cursor, {
        kind: 'literal',
        type: token.kind,
        value: minus === undefined ? token.value : -token.value,
        start: minus ?? token.start,
        end: token.end,
      });
    case 'identifier':
      take(cursor);
      return named(cursor, token);
    default:
      return bracketed(cursor);
  }
}

const words: ReadonlyMap<string, Pick<Literal, 'type' | 'value'>> = new Map([
  ['true', { type: 'bool', value: true }],
  ['false', { type: 'bool', value: false }],
  ['null', { type: 'null', value: null }],
]);

interface Name {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function named(cursor: Cursor, { value, start, end }: Name): Expr {
  const word = words.get(value);
  if (word) return node(cursor, { kind: 'literal', ...word, start, end });
  if (reserved.has(value))
    throw new SyntaxProblem(`'${value}' is a reserved word of CEL`, { start, end }, 'choose another name');
  if (!takeIf(cursor, '(')) return node(cursor, { kind: 'identifier', name: value, start, end });
  const args = listOf(cursor, ')');
  const close = expectSymbol(cursor, ')');
  return node(
    cursor,
    expandCall({ kind: 'call', function: value, args, name: { start, end }, start, end: close.end }),
  );
}

function bracketed(cursor: Cursor): Expr {
  // CEL's absolute name: `.r` is `r`.
  if (takeIf(cursor, '.')) {
    const name = peek(cursor);
    if (name.kind !== 'identifier') return refuse(cursor, "expected a name after '.'");
    take(cursor);
    return named(cursor, name);
  }
  if (takeIf(cursor, '(')) {
    const inner = cursor.expression(cursor);
    expectSymbol(cursor, ')');
    return inner;
  }
  if (nextIs(cursor, '[')) return listLiteral(cursor);
  // `[?x]` at the start of a list is lexed as the index operator `[?`.
  if (nextIs(cursor, '[?')) return listLiteral(cursor);
  if (nextIs(cursor, '{')) return deeper(cursor, () => mapLiteral(cursor));
  return refuse(cursor, 'expected an expression');
}

function listLiteral(cursor: Cursor): Expr {
  const open = take(cursor);
  let optional = open.end - open.start === 2;
  const items: { value: Expr; optional: boolean }[] = [];
  while (optional || !nextIs(cursor, ']')) {
    optional ||= takeIf(cursor, '?') !== undefined;
    items.push({ value: cursor.expression(cursor), optional });
    optional = false;
    if (!takeIf(cursor, ',')) break;
  }
  const { end } = expectSymbol(cursor, ']');
  return node(cursor, { kind: 'list', items, start: open.start, end });
}

function mapLiteral(cursor: Cursor): Expr {
  const { start } = take(cursor);
  const entries: { key: Expr; value: Expr; optional: boolean }[] = [];
  while (!nextIs(cursor, '}')) {
    const optional = takeIf(cursor, '?') !== undefined;
    const key = cursor.expression(cursor);
    expectSymbol(cursor, ':');
    entries.push({ key, value: cursor.expression(cursor), optional });
    if (!takeIf(cursor, ',')) break;
  }
  const { end } = expectSymbol(cursor, '}');
  return node(cursor, { kind: 'map', entries, start, end });
}

function listOf(cursor: Cursor, close: string): readonly Expr[] {
  const args: Expr[] = [];
  if (nextIs(cursor, close)) return args;
  do args.push(cursor.expression(cursor));
  while (takeIf(cursor, ','));
  return args;
}
