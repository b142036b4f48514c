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
  readonly pointing: (type: string, path: string) => Pointing;
  /** Who stands for whom: of each type whose resources stand for others, by the property that says for which. */
  readonly standIns: () => readonly Pointing[];
  /** Aliases and versions of which it is not known what they stand for. */
  readonly unsureStandIns: () => readonly Resource[];
  readonly types: TypeRegistry;
}

export function indexOf({ resources, scopes }: Estate, types: TypeRegistry): Index {
  const byKey = new Map(resources.map(resource => [resource.key, resource]));
  const byType = groups(resources, resource => [resource.type]);
  const byName = groups(resources, resource => resource.names);
  const memberships = new Map<ScopeKind, Map<Resource, Scope>>();
  const pointings = new Map<string, Map<string, Pointing>>();
  let standIns: readonly Pointing[] | undefined;
  let unsure: readonly Resource[] | undefined;
  const contents = new Map<Scope, ReadonlyMap<string, readonly Resource[]>>();
  return {
    byKey,
    byType,
    byName,
    scopes,
    types,
    standIns() {
      return (standIns ??= [...byType.keys()].flatMap(type => {
        const through = types.get(type)?.standsFor;
        return through === undefined ? [] : [this.pointing(type, through)];
      }));
    },
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
      let scope = scopeIn(kind);
      for (const wider of widened[kind]) scope ??= scopeIn(wider);
      return scope;
    },
    pointing(type, path) {
      let ofType = pointings.get(type);
      if (!ofType) pointings.set(type, (ofType = new Map()));
      let pointing = ofType.get(path);
      if (!pointing) ofType.set(path, (pointing = pointingOf(byType.get(type) ?? [], path, this)));
      return pointing;
    },
  };
}

/** What was read from AWS stands in no stack, but in its account and Region; what belongs to no Region, in its account. */
const widened: Readonly<Record<ScopeKind, readonly ScopeKind[]>> = {
  stack: ['account-region', 'account'],
  'account-region': ['account'],
  account: [],
  organisation: [],
};

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
  const pointings = index.standIns();
  const found = new Set(pointings.flatMap(pointing => pointing.unsure));
  // A set that grows while it is gone through is gone through to its end.
  for (const standIn of found)
    for (const pointing of pointings) for (const other of pointersAt(pointing, standIn)) found.add(other);
  return [...found];
}
