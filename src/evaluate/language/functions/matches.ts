import type { Text } from '../../../model/value.ts';
import type { Matcher, RegexEngine } from '../regex.ts';
import type { Operand } from '../runtime.ts';
import { textStartsWith } from '../text-match.ts';
import type { Chars } from '../text-pattern.ts';
import { unknownOfText } from '../unknowns.ts';

/** A pattern with what is known of it without running it. */
export interface Pattern {
  readonly source: string;
  readonly test: Matcher;
}

/** The compiled pattern, or why it is wrong. */
export function preparePattern(source: string, engine: RegexEngine): Pattern | { readonly problem: string } {
  const compiled = engine.compile(source);
  return typeof compiled === 'function' ? { source, test: compiled } : compiled;
}

/** `text.matches(pattern)`. Of a text with holes, what a known part decides by itself. */
export function matchText(text: Chars, pattern: Pattern): Operand {
  if (typeof text === 'string') return pattern.test(text);
  return matchesKnownPart(text, pattern) || (excludedByStart(text, pattern) ? false : unknownOfText(text));
}

const anything = /[\^$]|\\[bBAzZQ]/;
const atStart = /^\^/;
const atEnd = /(?<!\\)\$$/;

/**
 * A match inside a known part is a match of the whole, unless the pattern asks what is around it. A `^` in front only
 * asks for the start, which the first part has; a `$` at the end for the end, which the last part has.
 */
function matchesKnownPart({ parts }: Text, { source, test }: Pattern): boolean {
  const first = parts[0];
  const last = parts.at(-1);
  if (!anything.test(source)) return parts.some(part => typeof part === 'string' && test(part));
  const single = !/[|(]/.test(source);
  if (single && !anything.test(source.replace(atStart, ''))) return typeof first === 'string' && test(first);
  return single && !anything.test(source.replace(atEnd, '')) && typeof last === 'string' && test(last);
}

/** The plain characters that every match of `^…` starts with, where that is easy to see. */
function excludedByStart(text: Text, { source }: Pattern): boolean {
  const [, prefix = ''] = /^\^((?:[\w:/@%&=,;<>~#"' -]|\\[-.:/*?+$^|(){}[\]\\])*)/.exec(source) ?? [];
  const next = source.charAt(1 + prefix.length);
  if (prefix === '' || source.includes('|')) return false;
  // The last character belongs to what follows it when that is a quantifier.
  const sure = /[*?{]/.test(next) ? prefix.replace(/(?:\\.|[^\\])$/, '') : prefix;
  return textStartsWith(text, sure.replace(/\\(.)/g, '$1')) === false;
}
