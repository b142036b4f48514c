import type { Span } from '../../../model/source.ts';
import type { Value } from '../../../model/value.ts';
import { lost, move } from '../compose.ts';
import type { Scope } from '../scope.ts';
import { spread } from '../spread.ts';
import { scalarText } from '../text.ts';
import { malformed } from '../trouble.ts';
import { lostIn } from '../why.ts';
import { argumentsOf, valueOf, type Intrinsic } from './arguments.ts';
import { withElements } from './elements.ts';

/** `Select: [index, list]`. Of an open list the elements in view are its first ones. */
export const select: Intrinsic = (argument, scope, at) => {
  const [first, second] = argumentsOf(argument);
  if (!first || !second) return malformed(scope, at, 'Fn::Select needs an index and a list');
  const list = valueOf(second, scope);
  return spread([valueOf(first, scope)], at, ([index]) => element(index, list, scope, at));
};

function element(index: Value | undefined, list: Value, scope: Scope, at: Span): Value {
  if (index?.kind !== 'known') return lostIn('Fn::Select', index, at);
  const position = Number(scalarText(index));
  if (!Number.isInteger(position))
    return malformed(scope, at, `Fn::Select: ${scalarText(index)} is not an index`);
  return withElements('Fn::Select', list, at, (items, rest) => {
    const item = items[position];
    if (item) return move(item, at);
    if (rest) return lostIn('Fn::Select', rest, at, rest.set);
    const what = `Fn::Select: the list has ${items.length} elements and no index ${position}`;
    return lost('unresolved-value', [{ what, at }], at);
  });
}
