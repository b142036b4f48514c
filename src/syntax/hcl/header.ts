import { lineFeed } from './characters.ts';
import { textOf } from './parser.ts';
import type { Parser } from './parser.ts';

/** The blocks at the top of Terraform's files. */
const types: ReadonlySet<string> = new Set([
  'action',
  'check',
  'data',
  'ephemeral',
  'import',
  'locals',
  'module',
  'moved',
  'output',
  'provider',
  'removed',
  'resource',
  'terraform',
  'variable',
]);

/** Whether a block that stands at the top of a file, as far as one can see, starts at the token `index`. */
export function looksLikeHeader(parser: Parser, index: number): boolean {
  const { kinds, froms, text } = parser.tokens;
  const from = froms[index] ?? 0;
  if (kinds[index] !== 'name' || (from > 0 && text.charCodeAt(from - 1) !== lineFeed)) return false;
  const next = kinds[index + 1];
  return (next === 'openQuote' || next === 'name' || next === '{') && types.has(textOf(parser, index));
}
