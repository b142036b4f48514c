import type { Resource, Scope, ScopeKind } from '../model/resource.ts';
import { groups } from './groups.ts';
import { possiblePointers, segmentsOf, tails } from './pointers.ts';

/** Who points at what through one property of one type. */
export interface Pointing {
  readonly path: string;
  /** True when nothing points anywhere through it. */
  readonly isEmpty: boolean;
  /** Those that may point at a resource, by what they say; but for some that are known to lead to another than `to`. */
  readonly at: (target: Resource, to: Resource) => readonly Resource[];
  /** One of a scope of which it is not known what it points at: the pointer is not, or that of the stand-in behind it. */
  readonly unsureIn: (scope: Scope | undefined) => Resource | undefined;
  /** The resources of a scope with a literal for a pointer, by the literal. */
  readonly literalsIn: (scope: Scope | undefined) => ReadonlyMap<string, readonly Resource[]>;
}

/** The same of resources that are all in memory. */
export interface OwnPointing extends Pointing {
  readonly byTarget: ReadonlyMap<string, readonly Resource[]>;
  readonly byName: ReadonlyMap<string, readonly Resource[]>;
  /** The resources of which the pointer is not known. */
  readonly unsure: readonly Resource[];
}

interface Surroundings {
  readonly scopeOf: (resource: Resource, kind: ScopeKind) => Scope | undefined;
  readonly unsureStandIns: () => readonly Resource[];
}

export function pointingOf(resources: readonly Resource[], path: string, around: Surroundings): OwnPointing {
  const pointers = new Map(
    resources.map(resource => [resource, possiblePointers(resource.properties, segmentsOf(path))]),
  );
  const within = (scope: Scope | undefined): readonly Resource[] =>
    scope ? resources.filter(resource => around.scopeOf(resource, scope.kind) === scope) : resources;
  const literalsOf = (resource: Resource): readonly string[] => pointers.get(resource)?.literals ?? [];
  const byTarget = groups(resources, resource => pointers.get(resource)?.targets ?? []);
  const byName = groups(resources, resource => literalsOf(resource).flatMap(tails));
  const unsure = resources.filter(resource => pointers.get(resource)?.unsure);
  return {
    path,
    isEmpty: resources.length === 0,
    byTarget,
    byName,
    unsure,
    at: target => pointersAt({ byTarget, byName }, target),
    unsureIn: byScope(scope => {
      const behind = around.unsureStandIns().flatMap(standIn => pointersAt({ byTarget, byName }, standIn));
      const all = new Set([...unsure, ...behind]);
      return within(scope).find(resource => all.has(resource));
    }),
    literalsIn: byScope(scope => groups(within(scope), literalsOf)),
  };
}

/** The resources that may point at one, by what they say. */
export function pointersAt(
  { byTarget, byName }: Pick<OwnPointing, 'byTarget' | 'byName'>,
  { key, names }: Resource,
): readonly Resource[] {
  const named = names.filter(name => byName.has(name));
  const pointers = byTarget.get(key) ?? none;
  return named.length === 0 ? pointers : [...pointers, ...named.flatMap(name => byName.get(name) ?? none)];
}

const none: readonly never[] = [];

function byScope<T>(compute: (scope: Scope | undefined) => T): (scope: Scope | undefined) => T {
  const known = new Map<Scope | undefined, { readonly of: T }>();
  return scope => {
    const result = known.get(scope) ?? { of: compute(scope) };
    known.set(scope, result);
    return result.of;
  };
}
