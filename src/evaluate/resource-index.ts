import type { Estate, Resource, Scope, ScopeKind } from '../model/resource.ts';
import type { TypeRegistry } from '../model/types.ts';
import { groups } from './groups.ts';
import { pointersAt, pointingOf } from './pointing.ts';
import type { Pointing } from './pointing.ts';

/** The look-ups that every evaluation of one run shares; built once, linear in the resources. */
export interface Index {
  readonly byKey: ReadonlyMap<string, Resource>;
  readonly byType: ReadonlyMap<string, readonly Resource[]>;
  readonly byName: ReadonlyMap<string, readonly Resource[]>;
  readonly scopes: readonly Scope[];
  /** The resources of a type in a scope. */
  readonly inScope: (scope: Scope, type: string) => readonly Resource[];
  /** The scope of each kind that a resource belongs to. */
  readonly scopeOf: (resource: Resource, kind: ScopeKind) => Scope | undefined;
  /** Who points at what through one property of one type; made on first use. */
  readonly pointing: (type: string, path: readonly string[]) => Pointing;
  /** The types of which a resource stands for another one, with the property that says which. */
  readonly standInTypes: readonly (readonly [type: string, path: readonly string[]])[];
  /** Aliases and versions of which it is not known what they stand for. */
  readonly unsureStandIns: () => readonly Resource[];
  readonly types: TypeRegistry;
}

export function indexOf({ resources, scopes }: Estate, types: TypeRegistry): Index {
  const byKey = new Map(resources.map(resource => [resource.key, resource]));
  const byType = groups(resources, resource => [resource.type]);
  const byName = groups(resources, resource => resource.names);
  const memberships = new Map<ScopeKind, Map<Resource, Scope>>();
  const pointings = new Map<string, Pointing>();
  let unsure: readonly Resource[] | undefined;
  const contents = new Map<Scope, ReadonlyMap<string, readonly Resource[]>>();
  return {
    byKey,
    byType,
    byName,
    scopes,
    types,
    standInTypes: [...byType.keys()].flatMap(type => {
      const through = types.get(type)?.standsFor;
      return through === undefined ? [] : [[type, through.split('.')] as const];
    }),
    inScope(scope, type) {
      let content = contents.get(scope);
      if (!content) contents.set(scope, (content = groups(scope.members, member => [member.type])));
      return content.get(type) ?? [];
    },
    unsureStandIns() {
      return (unsure ??= unsureStandIns(this));
    },
    scopeOf(resource, kind) {
      const scopeIn = (one: ScopeKind): Scope | undefined => {
        let members = memberships.get(one);
        if (!members) memberships.set(one, (members = membersOf(scopes, one)));
        return members.get(resource);
      };
      return (
        scopeIn(kind) ??
        widened(kind)
          .map(scopeIn)
          .find(scope => scope !== undefined)
      );
    },
    pointing(type, path) {
      const key = `${type}:${path.join('.')}`;
      let pointing = pointings.get(key);
      if (!pointing) pointings.set(key, (pointing = pointingOf(byType.get(type) ?? [], path, this)));
      return pointing;
    },
  };
}

/** What was read from AWS stands in no stack, but in its account and Region; what belongs to no Region, in its account. */
function widened(kind: ScopeKind): readonly ScopeKind[] {
  if (kind === 'stack') return ['account-region', 'account'];
  return kind === 'account-region' ? ['account'] : [];
}

function membersOf(scopes: readonly Scope[], kind: ScopeKind): Map<Resource, Scope> {
  const members = new Map<Resource, Scope>();
  for (const scope of scopes) {
    if (scope.kind !== kind) continue;
    for (const member of scope.members)
      if (kind !== 'account-region' || isOfRegion(member)) members.set(member, scope);
  }
  return members;
}

/** Roles and budgets are seen from every Region of their account, and belong to none. */
const isOfRegion = ({ region }: Resource): boolean => region.kind !== 'known' || region.value !== 'global';

/** One that stands for another one, of which it is not known what it stands for, is as unsure. */
function unsureStandIns(index: Index): readonly Resource[] {
  const pointings = index.standInTypes.map(([type, path]) => index.pointing(type, path));
  const found = new Set(pointings.flatMap(pointing => pointing.unsure));
  // A set that grows while it is gone through is gone through to its end.
  for (const standIn of found)
    for (const pointing of pointings) for (const other of pointersAt(pointing, standIn)) found.add(other);
  return [...found];
}
