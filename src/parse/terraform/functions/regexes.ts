import { RE2JS } from 're2js';

import { EvaluationError } from '../terms/term.ts';
import type { FunctionTable } from './call-site.ts';
import { pure, text, type Plain } from './plain.ts';

/** Longer texts are not searched. */
const maximumLength = 1_000_000;

/** https://developer.hashicorp.com/terraform/language/functions/regex: patterns of RE2. */
export const regexes: FunctionTable = {
  regex: pure(([pattern, value]) => first(text(pattern), text(value)), 2, 2, { form: 'tuple' }),
  regexall: pure(([pattern, value]) => all(text(pattern), text(value)), 2),
  replace: pure(([value, part, by]) => replace(text(value), text(part), text(by)), 3),
};

function first(pattern: string, value: string): Plain {
  const [found] = matches(compiled(pattern), value, 1);
  if (found === undefined) throw new EvaluationError(`${JSON.stringify(pattern)} does not occur in the text`);
  return found;
}

const all = (pattern: string, value: string): readonly Plain[] => matches(compiled(pattern), value, Infinity);

function matches(pattern: RE2JS, value: string, most: number): readonly Plain[] {
  const matcher = pattern.matcher(value);
  const found: Plain[] = [];
  while (found.length < most && matcher.find()) found.push(captured(pattern, matcher));
  return found;
}

/** The whole match; with groups their texts by number, or by name when they have names. */
function captured(pattern: RE2JS, matcher: ReturnType<RE2JS['matcher']>): Plain {
  const names = Object.keys(pattern.namedGroups());
  if (names.length > 0) return new Map(names.map(name => [name, matcher.group(name)]));
  const count = pattern.groupCount();
  if (count === 0) return matcher.group();
  return Array.from({ length: count }, (_, index) => matcher.group(index + 1));
}

function compiled(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch {
    throw new EvaluationError(`${JSON.stringify(pattern)} is no pattern of RE2`);
  }
}

/** A part between slashes is a pattern. */
function replace(value: string, part: string, by: string): string {
  if (value.length > maximumLength) throw new EvaluationError('the text is too long for replace()');
  const pattern = /^\/(.+)\/$/s.exec(part)?.[1];
  return pattern === undefined ? value.replaceAll(part, () => by) : replaceAll(compiled(pattern), value, by);
}

function replaceAll(pattern: RE2JS, value: string, by: string): string {
  const matcher = pattern.matcher(value);
  let result = '';
  let end = 0;
  while (matcher.find()) {
    result += value.slice(end, matcher.start()) + expand(by, pattern, matcher);
    end = matcher.end();
  }
  return result + value.slice(end);
}

/** `$1`, `$name`, `${name}` and `$$` in a replacement. */
const expand = (by: string, pattern: RE2JS, matcher: ReturnType<RE2JS['matcher']>): string =>
  by.replaceAll(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole: string, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    return name === undefined ? whole.slice(1) : (group(name, pattern, matcher) ?? '');
  });

function group(
  name: string,
  pattern: RE2JS,
  matcher: ReturnType<RE2JS['matcher']>,
): string | null | undefined {
  const names: Record<string, number> = pattern.namedGroups();
  const index = /^\d+$/.test(name) ? Number(name) : names[name];
  return index === undefined || index > pattern.groupCount() ? '' : matcher.group(index);
}
