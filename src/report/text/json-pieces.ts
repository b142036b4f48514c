import { printableJson } from './printable.ts';

/**
 * The same text as of `printableJson(value, 1)`: what stands `levels` deep is a piece, and what is around it is made
 * member by member. Whatever can be gone through is a list, so that it need not be made before.
 */
export const jsonPieces = (value: object, levels: number): Iterable<string> => piecesAt(0, value, levels);

function* piecesAt(level: number, value: unknown, levels: number): Generator<string> {
  if (level === levels || typeof value !== 'object' || value === null) {
    yield printableJson(value, 1).replaceAll('\n', lineAt(level));
    return;
  }
  const list = isIterable(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  let before = open;
  for (const [key, member] of list ? unnamed(value) : Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${lineAt(level + 1)}${list ? '' : `${printableJson(key)}: `}`;
    yield* piecesAt(level + 1, member, levels);
    before = ',';
  }
  yield before === open ? `${open}${close}` : `${lineAt(level)}${close}`;
}

export const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

function* unnamed(list: Iterable<unknown>): Generator<readonly [string, unknown]> {
  for (const item of list) yield ['', item];
}

const lineAt = (level: number): string => `\n${' '.repeat(level)}`;
