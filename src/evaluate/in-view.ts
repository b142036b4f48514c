import type { Resource, Scope } from '../model/resource.ts';
import { unknown } from '../model/value.ts';
import type { Unknown } from '../model/value.ts';
import type { Element, ListOperand, World } from './language/runtime.ts';
import type { Index } from './resource-index.ts';

/**
 * Those that exist in this world. A condition of another stack is not made a choice of this evaluation
 * (dozens of stacks would multiply the worlds): its resource may exist, which opens the list.
 */
export function existing(
  index: Index,
  resources: readonly Resource[],
  home: Scope | undefined,
  world: World,
): { items: readonly Resource[]; rest: Unknown | undefined } {
  let rest: Unknown | undefined;
  const items = resources.filter(resource => {
    const { exists } = resource;
    if (exists.kind === 'constant') return exists.value;
    if (!home || home.kind !== 'stack' || index.scopeOf(resource, 'stack') === home)
      return world.truth(exists);
    rest ??= unknown('unresolved-value', [
      { what: `${resource.name} exists under a condition only`, at: resource.at },
    ]);
    return false;
  });
  return { items, rest };
}

/** Why a scope may hold more resources of a type than are in view, that point at one; undefined when it cannot. */
export function restOf(scope: Scope | undefined, type: string, to?: Resource): Unknown | undefined {
  if (!scope) return unknown('out-of-view', [{ what: `the rest of the account is not in the input` }]);
  return scope.openings.find(
    ({ types, reached }) =>
      (types === 'all' || types.includes(type)) && (!to || !reached || reached.has(to.key)),
  )?.because;
}

/** A list, open when there is a reason. */
export function listOf(items: readonly Element[], rest: Unknown | undefined): ListOperand {
  return rest ? { kind: 'list', items, rest } : { kind: 'list', items };
}
