import type { Call, Expression, Literal, Parentheses } from './ast.ts';
import { objectOrFor, tupleOrFor } from './collection.ts';
import { numberAt } from './number.ts';
import { endOf, expect, nameAt, peek, raise, read, take, textOf, unexpected, within } from './parser.ts';
import type { Parser } from './parser.ts';
import { template } from './template.ts';
import type { TokenKind } from './tokens.ts';

/** Reads an operand without what may follow it. */
export function term(parser: Parser): Expression {
  const readTerm = readers.get(peek(parser));
  if (!readTerm) throw unexpected(parser, 'a value');
  parser.height = 1;
  return readTerm(parser);
}

const readers: ReadonlyMap<TokenKind, (parser: Parser) => Expression> = new Map([
  ['name', word],
  ['number', (parser: Parser) => numberAt(parser, read(parser))],
  ['openQuote', template],
  ['openHeredoc', template],
  ['(', parentheses],
  ['[', tupleOrFor],
  ['{', objectOrFor],
]);

function parentheses(parser: Parser): Parentheses {
  const start = parser.starts[read(parser)] ?? 0;
  const of = within(parser, false, () => {
    const content = parser.expression(parser);
    expect(parser, ')');
    return content;
  });
  raise(parser, parser.height);
  return { kind: 'parentheses', start, end: endOf(parser), of };
}

function word(parser: Parser): Expression {
  const index = read(parser);
  const start = parser.starts[index] ?? 0;
  const name = textOf(parser, index);
  const next = peek(parser);
  if (next === '(' || next === '::') return call(parser, name, start);
  const end = parser.ends[index] ?? start;
  const value = constants.get(name);
  return value === undefined
    ? { kind: 'variable', start, end, name }
    : { kind: 'literal', start, end, value };
}

const constants: ReadonlyMap<string, Literal['value']> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function call(parser: Parser, first: string, start: number): Call {
  let name = first;
  while (take(parser, '::')) name += `::${nameAt(parser, 'the name of a function')}`;
  expect(parser, '(', '"(" and the arguments of the function');
  parser.height = 0;
  const content = within(parser, false, argumentsOf);
  raise(parser, parser.height);
  return { kind: 'call', start, end: endOf(parser), name, ...content };
}

function argumentsOf(parser: Parser): Pick<Call, 'args' | 'expands'> {
  const args: Expression[] = [];
  let height = 0;
  let expands = false;
  while (!take(parser, ')')) {
    args.push(parser.expression(parser));
    height = Math.max(height, parser.height);
    expands = take(parser, '...');
    if (take(parser, ')')) break;
    if (expands) throw unexpected(parser, '")" after "..."');
    expect(parser, ',', '"," or ")"');
  }
  parser.height = height;
  return { args, expands };
}
