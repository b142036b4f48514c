import type { Value } from '../../model/value.ts';
import { concatenate } from './force.ts';
import type { Chars } from './text-pattern.ts';

type Ask = (left: Chars, right: Chars) => boolean | undefined;

/**
 * True when a question about two texts is answered by the holes that they share, whatever these hold: each of them is
 * taken for a word that stands nowhere else. Nothing when that does not say yes: then the holes decide.
 */
export function withWords(ask: Ask, left: Chars, right: Chars): true | undefined {
  if (typeof left === 'string' || typeof right === 'string') return undefined;
  // A `?` of a pattern might take a part of a word, and there may be none.
  if (left.parts.some(part => typeof part === 'string' && part.includes('?'))) return undefined;
  const mine = new Set(left.parts.map(identityOf));
  const shared = new Set(right.parts.map(identityOf).filter(one => one !== undefined && mine.has(one)));
  if (shared.size === 0) return undefined;
  return ask(worded(left, shared), worded(right, shared)) === true ? true : undefined;
}

function identityOf(part: string | Value): string | undefined {
  if (typeof part === 'string') return undefined;
  if (part.kind === 'reference') return `${part.attribute} of ${part.target}`;
  return part.kind === 'unknown' ? part.one : undefined;
}

function worded(text: Chars, shared: ReadonlySet<string | undefined>): Chars {
  if (typeof text === 'string') return text;
  return concatenate(
    ...text.parts.map(part => {
      const identity = identityOf(part);
      return identity !== undefined && shared.has(identity) ? `\u{F0000}${identity}\u{F0001}` : part;
    }),
  );
}
