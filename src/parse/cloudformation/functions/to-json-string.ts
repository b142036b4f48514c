import type { Span } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import { conditional, oneOf } from '../compose.ts';
import { spread } from '../spread.ts';
import { concat, scalarText } from '../text.ts';
import { valueOf, type Intrinsic } from './arguments.ts';

type Part = string | Value;

/** `ToJsonString: map or list` of `AWS::LanguageExtensions`. What is not known is a hole in the text. */
export const toJsonString: Intrinsic = (argument, scope, at) =>
  concat(json(valueOf(argument, scope), at), at);

function json(value: Value, at: Span): Part[] {
  switch (value.kind) {
    case 'known':
      return [{ ...value, value: JSON.stringify(value.value) }];
    case 'text':
      return ['"', ...value.parts.map(quoted), '"'];
    case 'reference':
      return ['"', value, '"'];
    case 'list':
      return members(
        value.items.map(item => ['', item]),
        value.rest,
        ['[', ']'],
        at,
      );
    case 'dict': {
      const pairs = [...value.entries].map(([key, item]) => [`${JSON.stringify(key)}:`, item] as const);
      return members(pairs, value.rest, ['{', '}'], at);
    }
    case 'one-of': {
      const options = value.options.map(option => concat(json(option, at), at));
      return [oneOf(value.choice, options, value.because, at)];
    }
    case 'conditional': {
      const [then, otherwise] = [value.then, value.otherwise].map(arm => concat(json(arm, at), at));
      return then && otherwise ? [conditional(value.condition, then, otherwise, at)] : [];
    }
    default:
      return [value];
  }
}

type Member = readonly [prefix: string, value: Value];

/** A member that may be absent takes its key and comma with it, so its choice is made first. */
function members(
  list: readonly Member[],
  rest: Value | undefined,
  [opening, closing]: readonly [string, string],
  at: Span,
): Part[] {
  const unsteady = list.map(([, value]) => value).filter(mayBeAbsent);
  const write = (chosen: readonly Member[]): Part[] => [opening, ...separated(chosen, rest, at), closing];
  if (unsteady.length === 0) return write(list);
  const chosen = spread(unsteady, at, made => {
    let next = 0;
    const steady = list.map(([prefix, value]): Member => [
      prefix,
      mayBeAbsent(value) ? (made[next++] ?? value) : value,
    ]);
    return concat(write(steady), at);
  });
  return [chosen];
}

function separated(list: readonly Member[], rest: Value | undefined, at: Span): Part[] {
  const parts: Part[] = [];
  for (const [prefix, value] of list) {
    if (value.kind === 'absent') continue;
    if (parts.length > 0) parts.push(',');
    parts.push(prefix, ...json(value, at));
  }
  if (!rest) return parts;
  return parts.length > 0 ? [...parts, ',', rest] : [rest];
}

function mayBeAbsent(value: Value): boolean {
  if (value.kind === 'conditional') return mayBeAbsent(value.then) || mayBeAbsent(value.otherwise);
  if (value.kind === 'one-of') return value.options.some(mayBeAbsent);
  return value.kind === 'absent';
}

function quoted(part: Part): Part {
  if (typeof part === 'string') return JSON.stringify(part).slice(1, -1);
  return part.kind === 'known' ? { ...part, value: JSON.stringify(scalarText(part)).slice(1, -1) } : part;
}
