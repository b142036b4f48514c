import type { For } from './ast.ts';
import { nameAt, take, takeWord, unexpected } from './parser.ts';
import type { Parser } from './parser.ts';

/** Reads `k, v in`: the names that a `for` gives to the key, when there are two, and to the value of each element. */
export function forNames(parser: Parser): Pick<For, 'keyName' | 'valueName'> {
  const first = nameAt(parser, 'a name for each element');
  const second = take(parser, ',') ? nameAt(parser, 'a name for each value') : undefined;
  if (!takeWord(parser, 'in')) throw unexpected(parser, '"in" and the collection');
  return second === undefined ? { valueName: first } : { keyName: first, valueName: second };
}
