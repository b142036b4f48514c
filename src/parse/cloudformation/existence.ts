import { always, type Condition } from '../../model/value.ts';
import { and } from './logic.ts';
import { textOf } from './loops.ts';
import type { Placed, ResourceEntry } from './scope.ts';
import { malformed } from './trouble.ts';

/** When a resource of a stack is created: its condition, and whatever a macro makes of it. */
export function existence(resource: ResourceEntry): Condition {
  const { attributes, scope, key, at } = resource;
  const placed = attributes.get('Condition');
  const condition = placed ? conditionOf(placed, key) : always;
  const macro = resource.macro ?? scope.instance.macro();
  if (!macro) return condition;
  const because = macro.chain[0] ?? { what: 'a macro', at };
  return and([condition, { kind: 'open', choice: `${scope.instance.prefix}macro`, because }]);
}

function conditionOf({ node, scope, at }: Placed, key: string): Condition {
  const { instance } = scope;
  const name = textOf(node, scope);
  const condition = name === undefined ? undefined : instance.condition(name);
  if (condition) return condition;
  const what = `the condition ${name ?? ''} of ${key} is not declared`;
  if (instance.openings().length === 0) malformed(scope, at, what);
  return { kind: 'open', choice: `${instance.prefix}Conditions.${name ?? key}`, because: { what, at } };
}
