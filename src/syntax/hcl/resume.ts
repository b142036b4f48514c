import { looksLikeHeader } from './header.ts';
import type { Parser } from './parser.ts';
import type { TokenKind } from './tokens.ts';

/**
 * Goes on after the item at `from` could not be read: at the next header of a top-level block, or behind the line that
 * ends the item as far as its brackets tell.
 */
export function resume(parser: Parser, from: number): void {
  const failed = parser.at;
  parser.at = nextItem(parser, from, failed);
  // A header inside of what was read: a brace is missing somewhere, and without this each block were read to the end.
  if (parser.at < failed) parser.strict = true;
  parser.newlines = true;
  parser.depth = 0;
}

function nextItem(parser: Parser, from: number, failed: number): number {
  const { kinds } = parser.tokens;
  const last = kinds.length - 1;
  let open = 0;
  for (let at = from; at < last; at += 1) {
    if (at > from && looksLikeHeader(parser, at)) return at;
    const kind = kinds[at] ?? 'end';
    if (openers.has(kind)) open += 1;
    else if (closers.has(kind)) open -= 1;
    else if (kind === 'newline' && open <= 0 && at >= failed) return at;
  }
  return last;
}

const openers: ReadonlySet<TokenKind> = new Set(['{', '[', '(', '${', '%{']);

const closers: ReadonlySet<TokenKind> = new Set(['}', ']', ')', 'endTemplate']);
