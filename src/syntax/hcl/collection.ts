import { SyntaxFailure } from '../failure.ts';
import type { Expression, For, Literal, ObjectItem, ObjectLiteral, Tuple } from './ast.ts';
import { forNames } from './for-names.ts';
import {
  endOf,
  expect,
  isWord,
  peek,
  raise,
  read,
  take,
  takeWord,
  textOf,
  unexpected,
  within,
} from './parser.ts';
import type { Parser } from './parser.ts';

/** Reads what stands in `[…]`. */
export function tupleOrFor(parser: Parser): Tuple | For {
  const start = parser.starts[read(parser)] ?? 0;
  return within(parser, false, () =>
    isWord(parser, 'for') ? forIn(parser, start, ']') : tuple(parser, start),
  );
}

function tuple(parser: Parser, start: number): Tuple {
  const items: Expression[] = [];
  let height = 0;
  while (!take(parser, ']')) {
    items.push(parser.expression(parser));
    height = Math.max(height, parser.height);
    if (take(parser, ']')) break;
    expect(parser, ',', '"," or "]"');
  }
  raise(parser, height);
  return { kind: 'tuple', start, end: endOf(parser), items };
}

/** Reads what stands in `{…}` where a value is expected. */
export function objectOrFor(parser: Parser): ObjectLiteral | For {
  const start = parser.starts[read(parser)] ?? 0;
  const isFor = within(parser, false, () => isWord(parser, 'for'));
  return isFor
    ? within(parser, false, () => forIn(parser, start, '}'))
    : within(parser, true, () => object(parser, start));
}

function object(parser: Parser, start: number): ObjectLiteral {
  const items: ObjectItem[] = [];
  let height = 0;
  take(parser, 'newline');
  while (!take(parser, '}')) {
    items.push(objectItem(parser));
    height = Math.max(height, parser.height);
    if (take(parser, '}')) break;
    if (peek(parser) === 'newline' || peek(parser) === ',') read(parser);
    else throw unexpected(parser, '",", a new line or "}"');
    take(parser, 'newline');
  }
  raise(parser, height);
  return { kind: 'object', start, end: endOf(parser), items };
}

function objectItem(parser: Parser): ObjectItem {
  const key = objectKey(parser);
  const { height } = parser;
  if (peek(parser) !== '=' && peek(parser) !== ':') throw unexpected(parser, '"=" and the value of the key');
  read(parser);
  const value = parser.expression(parser);
  parser.height = Math.max(height, parser.height);
  return { key, value };
}

/** A word is the key itself; in parentheses it is an expression. */
function objectKey(parser: Parser): Expression {
  const index = parser.at;
  const key = parser.expression(parser);
  const isBare = key.kind === 'variable' || (key.kind === 'literal' && parser.tokens.kinds[index] === 'name');
  return isBare ? bareKey(key, textOf(parser, index)) : key;
}

const bareKey = ({ start, end }: Expression, name: string): Literal => ({
  kind: 'literal',
  start,
  end,
  value: name.normalize(),
});

/** `for k, v in collection : value`, or `key => value`; the bracket has been passed. */
function forIn(parser: Parser, start: number, close: ']' | '}'): For {
  read(parser);
  const names = forNames(parser);
  const collection = parser.expression(parser);
  let { height } = parser;
  const part = (): Expression => {
    const expression = parser.expression(parser);
    height = Math.max(height, parser.height);
    return expression;
  };
  expect(parser, ':', '":" after the collection');
  const first = part();
  const second = take(parser, '=>') ? part() : undefined;
  const groups = take(parser, '...');
  const condition = takeWord(parser, 'if') ? part() : undefined;
  expect(parser, close);
  raise(parser, height);
  const end = endOf(parser);
  checkForm(close, first, second !== undefined, groups);
  return {
    kind: 'for',
    start,
    end,
    ...names,
    collection,
    ...(second ? { key: first, value: second } : { value: first }),
    ...(condition && { condition }),
    groups,
  };
}

function checkForm(close: ']' | '}', first: Expression, hasKey: boolean, groups: boolean): void {
  if (close === ']' && hasKey) throw refuse(first, 'A "for" in "[ ]" makes a list, which has no keys ("=>")');
  if (close === ']' && groups)
    throw refuse(first, 'A "for" in "[ ]" makes a list, which has no groups ("...")');
  if (close === '}' && !hasKey) throw refuse(first, 'A "for" in "{ }" needs a key: "key => value"');
}

const refuse = ({ start, end }: Expression, message: string): SyntaxFailure =>
  new SyntaxFailure(message, start, end);
