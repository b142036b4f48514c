import { conditional } from '../compose.ts';
import { textOf } from '../loops.ts';
import { malformed } from '../trouble.ts';
import { argumentsOf, valueOf, type Intrinsic } from './arguments.ts';

/** `If: [condition, then, otherwise]`. Only an arm that can be taken is looked at. */
export const conditionalValue: Intrinsic = (argument, scope, at) => {
  const [name, then, otherwise] = argumentsOf(argument);
  if (!name || !then || !otherwise) return malformed(scope, at, 'Fn::If needs a condition and two values');
  const called = textOf(name, scope);
  const condition =
    called === undefined ? scope.instance.evaluate(name, scope) : scope.instance.condition(called);
  if (!condition)
    return malformed(scope, at, `Fn::If: the template has no condition ${called ?? 'of that name'}`);
  if (condition.kind === 'constant') return valueOf(condition.value ? then : otherwise, scope);
  return conditional(condition, valueOf(then, scope), valueOf(otherwise, scope), at);
};
