import type { Span } from '../../../model/source.ts';
import type { Condition } from '../../../model/value.ts';
import type { Node } from '../../../syntax/node.ts';
import { conditional } from '../compose.ts';
import { textOf } from '../loops.ts';
import type { Scope } from '../scope.ts';
import { malformed } from '../trouble.ts';
import { argumentsOf, valueOf, type Intrinsic } from './arguments.ts';

/** `If: [condition, then, otherwise]`. Only an arm that can be taken is looked at. */
export const conditionalValue: Intrinsic = (argument, scope, at) => {
  const [name, then, otherwise] = argumentsOf(argument);
  if (!name || !then || !otherwise) return malformed(scope, at, 'Fn::If needs a condition and two values');
  const condition = conditionOf(name, scope, at);
  if (!condition) {
    return malformed(scope, at, `Fn::If: the template has no condition ${textOf(name, scope) ?? ''}`);
  }
  if (condition.kind === 'constant') return valueOf(condition.value ? then : otherwise, scope);
  return conditional(condition, valueOf(then, scope), valueOf(otherwise, scope), at);
};

function conditionOf(node: Node, scope: Scope, at: Span): Condition | undefined {
  const { instance } = scope;
  const name = textOf(node, scope);
  if (name === undefined) return instance.evaluate(node, scope);
  const declared = instance.condition(name);
  if (declared || instance.openings().length === 0) return declared;
  const because = { what: `an include that is not in view may declare the condition ${name}`, at };
  return { kind: 'open', choice: `${instance.prefix}Conditions.${name}`, because };
}
