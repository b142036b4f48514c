import type { Span } from '../../../model/source.ts';
import type { Link, Unknown, Value } from '../../../model/value.ts';
import { field } from '../../../syntax/field.ts';
import type { Node } from '../../../syntax/node.ts';
import { lost, move, oneOf } from '../compose.ts';
import { writtenAs } from '../loops.ts';
import type { Placed, Scope } from '../scope.ts';
import { maximumCombinations, spread } from '../spread.ts';
import { scalarText } from '../text.ts';
import { malformed } from '../trouble.ts';
import { lostIn, whyOf } from '../why.ts';
import { argumentsOf, valueOf, type Intrinsic } from './arguments.ts';

/**
 * `FindInMap: [map, first key, second key, { DefaultValue }]`. A key that is not known is a choice between
 * the keys of the map: the deployment would fail with any other.
 */
export const findInMap: Intrinsic = (argument, scope, at) => {
  const [map, first, second, options] = argumentsOf(argument);
  if (!map || !first || !second) return malformed(scope, at, 'Fn::FindInMap needs a map and two keys');
  const otherwise = options && field(options, 'DefaultValue');
  const operands = [map, first, second].map(node => valueOf(node, scope));
  return spread(operands, at, ([name, top, key]) => {
    if (name?.kind !== 'known') return lostIn('Fn::FindInMap', name, at, true);
    const mapping = scope.instance.mapping(scalarText(name));
    if (!mapping)
      return missing(`there is no mapping ${scalarText(name)}`, { scope, at, otherwise, rest: undefined });
    if (mapping.doubt) return move(mapping.doubt, at);
    const [topText, keyText] = [first, second].map(node => writtenAs(node, scope));
    const search: Search = { scope, at, otherwise, rest: mapping.rest };
    const choice = `${scope.instance.prefix}Mappings.${scalarText(name)}`;
    return among(mapping.top, top, { ...search, choice: `${choice}[${topText}]` }, (row, rowKey) =>
      among(row, key, { ...search, choice: `${choice}.${rowKey}[${keyText}]` }, entry => found(entry, at)),
    );
  });
};

interface Search {
  readonly scope: Scope;
  readonly at: Span;
  readonly otherwise: Node | undefined;
  readonly rest: Unknown | undefined;
}

/** `choice` identifies the choice that an unknown key is: the map, and the key as it is written. */
interface Step extends Search {
  readonly choice: string;
}

/** The entry of a known key, or a choice between all of them. */
function among<T>(
  entries: ReadonlyMap<string, T>,
  key: Value | undefined,
  step: Step,
  next: (entry: T, key: string) => Value,
): Value {
  if (key?.kind === 'known') {
    const entry = entries.get(scalarText(key));
    if (entry !== undefined) return next(entry, scalarText(key));
    if (step.rest) return move(step.rest, step.at);
    return missing(`the mapping has no key ${scalarText(key)}`, step);
  }
  const { at, choice, scope, otherwise } = step;
  if (entries.size === 0 || entries.size > maximumCombinations || step.rest)
    return lostIn('Fn::FindInMap', key, at, true);
  const options = [...entries].map(([name, entry]) => next(entry, name));
  if (otherwise) options.push(valueOf(otherwise, scope));
  return oneOf(choice, options, whyOpen(key, at), at);
}

function whyOpen(key: Value | undefined, at: Span): Link {
  const cause = whyOf(key, at).at(-1);
  return { what: `key of Fn::FindInMap: ${cause?.what ?? 'it is not known'}`, at: cause?.at ?? at };
}

function found(entry: Placed, at: Span): Value {
  const value = entry.scope.instance.value(entry.node, entry.scope, entry.at);
  return move(value, at, { what: `mapping entry ${entry.key}`, at: entry.at });
}

/** No problem of the template: the place may be one that no deployment comes to. */
function missing(what: string, { scope, at, otherwise }: Search): Value {
  if (otherwise) return valueOf(otherwise, scope);
  const [opening] = scope.instance.openings();
  return opening ? move(opening, at) : lost('unresolved-value', [{ what: `Fn::FindInMap: ${what}`, at }], at);
}
