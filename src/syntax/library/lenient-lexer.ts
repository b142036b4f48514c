import type { Lexer } from 'yaml';

import { yamlLibrary } from './load.ts';

/**
 * The lexer of `yaml`, accepting two shapes that CloudFormation deploys and the library refuses:
 * a quoted scalar that goes on at a line which is not indented deeper, and a flow collection whose
 * closing bracket is not. It replaces private steps of the lexer, so the library is pinned exactly.
 */
export function lenientLexer(): Lexer {
  const lexer = new (yamlLibrary().Lexer)();
  let inQuotes = false;

  const continueScalar = stepOf(lexer, 'continueScalar');
  Reflect.set(lexer, 'continueScalar', (offset: number): unknown => {
    const next = continueScalar(offset);
    return next === -1 && inQuotes ? skipIndent(lexer, offset) : next;
  });

  const parseQuotedScalar = stepOf(lexer, 'parseQuotedScalar');
  Reflect.set(lexer, 'parseQuotedScalar', function* quotedScalar() {
    inQuotes = true;
    const next: unknown = yield* tokens(parseQuotedScalar());
    inQuotes = false;
    return next;
  });

  const parseFlowCollection = stepOf(lexer, 'parseFlowCollection');
  Reflect.set(lexer, 'parseFlowCollection', function* flowCollection() {
    const indent: unknown = Reflect.get(lexer, 'indentNext');
    Reflect.set(lexer, 'indentNext', 0);
    const next: unknown = yield* tokens(parseFlowCollection());
    Reflect.set(lexer, 'indentNext', indent);
    return next;
  });
  return lexer;
}

type Step = (...given: readonly unknown[]) => unknown;

function stepOf(lexer: Lexer, name: string): Step {
  const own: unknown = Reflect.get(lexer, name);
  if (typeof own !== 'function') throw new Error(`The YAML library has no lexer step ${name}`);
  return (...given): unknown => Reflect.apply(own, lexer, given);
}

function tokens(value: unknown): Generator<unknown, unknown> {
  if (isGenerator(value)) return value;
  throw new Error('A lexer step of the YAML library is not a generator');
}

const isGenerator = (value: unknown): value is Generator<unknown, unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

function skipIndent(lexer: Lexer, offset: number): number {
  const buffer: unknown = Reflect.get(lexer, 'buffer');
  if (typeof buffer !== 'string' || /^(?:---|\.\.\.)(?:\s|$)/.test(buffer.slice(offset, offset + 4)))
    return -1;
  let at = offset;
  while (buffer[at] === ' ') at += 1;
  return at;
}
