import type { Resource } from '../model/resource.ts';
import type { World } from './language/runtime.ts';
import { linked } from './linked.ts';
import type { LinkQuery } from './linked.ts';
import type { Index } from './resource-index.ts';

/** What the values at a path point at, when that is known and no choice is to be made on the way. */
export function settledLinks(index: Index, { from, path, type }: LinkQuery): readonly Resource[] | undefined {
  let isOpen = false;
  const chosen = <T>(value: T): T => {
    isOpen = true;
    return value;
  };
  const world: World = {
    pick: () => chosen(0),
    truth: condition => (condition.kind === 'constant' ? condition.value : chosen(false)),
  };
  const { items, rest } = linked(index, { from, path, type }, world);
  const targets = items.flatMap(item =>
    typeof item === 'object' && item?.kind === 'resource' ? [item] : [],
  );
  return isOpen || rest || targets.length < items.length ? undefined : targets;
}
