import type { Origin } from '../../../model/source.ts';
import type { Known } from '../../../model/value.ts';
import { numberText } from '../terms/number.ts';
import { EvaluationError, type DictTerm, type Term } from '../terms/term.ts';
import { compareText, concat } from '../terms/text.ts';
import type { Plain } from './plain.ts';

/**
 * The JSON text of a term. What is not known stands as a hole where its value would: between quotes when it is
 * certainly a text, alone otherwise.
 */
export function jsonOf(term: Term, at: Origin): Term {
  const pieces: (string | Term)[] = [];
  write(term, pieces, at);
  return concat(pieces, at);
}

function write(term: Term, to: (string | Term)[], at: Origin): void {
  switch (term.kind) {
    case 'known':
      to.push(jsonScalar(term));
      return;
    case 'text':
      to.push(
        '"',
        ...term.parts.map(part => (typeof part === 'string' ? inQuotes(part) : quotedPart(part))),
        '"',
      );
      return;
    case 'list':
      writeAll(
        to,
        ['[', ']'],
        [...term.items.map(item => () => write(item, to, at)), ...restOf(term.rest, to)],
      );
      return;
    case 'dict':
      writeDict(term, to, at);
      return;
    case 'reference':
      // Everything that a resource gives by name in a policy is a text: an ARN, an id, a name.
      to.push('"', term, '"');
      return;
    case 'lazy':
      write(term.whole(), to, at);
      return;
    default:
      to.push(spelled(term, at));
  }
}

/** Each option of a choice is spelled by itself. */
function spelled(term: Term, at: Origin): Term {
  if (term.kind === 'one-of') return { ...term, options: term.options.map(option => jsonOf(option, at)) };
  if (term.kind === 'conditional')
    return { ...term, then: jsonOf(term.then, at), otherwise: jsonOf(term.otherwise, at) };
  return term;
}

/** A part of a text that is known is so because it is never printed. */
const quotedPart = (part: Term): Term =>
  part.kind === 'known' ? { ...part, value: inQuotes(String(part.value)) } : part;

function jsonScalar(term: Known): Term {
  const { value } = term;
  const text =
    typeof value === 'string'
      ? `"${inQuotes(value)}"`
      : typeof value === 'number'
        ? numberText(value)
        : String(value);
  return { ...term, value: text };
}

/** As Go writes it: `<`, `>` and `&` are escaped, as are the line separators. */
export function inQuotes(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[<>&\u2028\u2029]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function writeAll(
  to: (string | Term)[],
  [open, close]: readonly [string, string],
  parts: readonly (() => void)[],
): void {
  to.push(open);
  for (const [index, part] of parts.entries()) {
    if (index > 0) to.push(',');
    part();
  }
  to.push(close);
}

const restOf = (rest: Term | undefined, to: (string | Term)[]): (() => void)[] =>
  rest ? [() => to.push(rest)] : [];

function writeDict({ entries, rest }: DictTerm, to: (string | Term)[], at: Origin): void {
  const sorted = [...entries].toSorted(([left], [right]) => compareText(left, right));
  const parts = sorted.map(([key, value]) => () => {
    to.push(`"${inQuotes(key)}":`);
    write(value, to, at);
  });
  // A hole in the place of a key makes the keys open.
  const open = rest ? [() => to.push('"', rest, '":null')] : [];
  writeAll(to, ['{', '}'], [...parts, ...open]);
}

/** The data of a JSON text. */
export function parsed(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return data;
  } catch {
    throw new EvaluationError('the text is not JSON');
  }
}

export function plainJson(data: unknown): Plain {
  if (Array.isArray(data)) return data.map(plainJson);
  if (typeof data === 'object' && data !== null) {
    return new Map(Object.entries(data).map(([key, value]): [string, Plain] => [key, plainJson(value)]));
  }
  return typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' ? data : null;
}
