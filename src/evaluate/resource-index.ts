import type { Estate, Resource, Scope, ScopeKind } from '../model/resource.ts';
import type { TypeRegistry } from '../model/types.ts';
import type { Value } from '../model/value.ts';
import { groups } from './groups.ts';
import type { World } from './language/runtime.ts';
import { segmentsOf, valuesAt } from './pointers.ts';
import { pointersAt, pointingOf } from './pointing.ts';
import type { OwnPointing, Pointing } from './pointing.ts';
import type { Settled } from './settle.ts';
import { targetsNamed } from './targets-named.ts';

/** The look-ups that every evaluation of one run shares. */
export interface Index {
  readonly byKey: Pick<ReadonlyMap<string, Resource>, 'get'>;
  /** Whether anything is called so. */
  readonly isName: (literal: string) => boolean;
  /** What a literal that a resource holds may name of a type, or of what stands for one. */
  readonly named: (literal: string, type: string, from: Resource) => readonly Resource[];
  readonly membersOf: (scope: Scope) => readonly Resource[];
  /** The resources of a type in a scope. */
  readonly inScope: (scope: Scope, type: string) => readonly Resource[];
  /** The scope of each kind that a resource belongs to. */
  readonly scopeOf: (resource: Resource, kind: ScopeKind) => Scope | undefined;
  /** Who points at what through one property of one type; made on first use. */
  readonly pointing: (type: string, path: string) => Pointing;
  /** Who stands for whom: of each type whose resources stand for others, by the property that says for which. */
  readonly standIns: () => readonly Pointing[];
  /** The values at a property path of a resource in one world. */
  readonly valuesAt: (from: Resource, path: string, world: World) => readonly Settled[];
  readonly types: TypeRegistry;
}

/** Built once, linear in the resources. */
export function indexOf({ resources, scopes }: Estate, types: TypeRegistry): Index {
  const byKey = new Map(resources.map(resource => [resource.key, resource]));
  const byType = groups(resources, resource => [resource.type]);
  const byName = groups(resources, resource => resource.names);
  const scopeOf = scopesOfResources(scopes);
  const contents = new Map<Scope, ReadonlyMap<string, readonly Resource[]>>();
  return {
    byKey,
    types,
    scopeOf,
    ...pointingsOf(byType, types, scopeOf),
    isName: literal => byName.has(literal),
    named(literal, type, from) {
      const home = scopeOf(from, 'stack');
      return targetsNamed(literal, type, {
        types,
        called: name => byName.get(name) ?? none,
        typeOf: one => one.type,
        mayBeIn: (one, account, region) => mayBe(one.region, region) && mayBe(one.account, account),
        isBeside: one => scopeOf(one, 'stack') === home,
      });
    },
    membersOf: ({ members }) => members,
    inScope(scope, type) {
      let content = contents.get(scope);
      if (!content) contents.set(scope, (content = groups(scope.members, member => [member.type])));
      return content.get(type) ?? [];
    },
    valuesAt: (from, path, world) => valuesAt(from, segmentsOf(path), world),
  };
}

const none: readonly never[] = [];

const mayBe = (place: Value, text: string): boolean =>
  text === '' || place.kind !== 'known' || place.value === text;

function pointingsOf(
  byType: ReadonlyMap<string, readonly Resource[]>,
  types: TypeRegistry,
  scopeOf: Index['scopeOf'],
): { pointing: (type: string, path: string) => OwnPointing; standIns: () => readonly OwnPointing[] } {
  const pointings = new Map<string, Map<string, OwnPointing>>();
  let standIns: readonly OwnPointing[] | undefined;
  let unsure: readonly Resource[] | undefined;
  return {
    standIns() {
      return (standIns ??= [...byType.keys()].flatMap(type => {
        const through = types.get(type)?.standsFor;
        return through === undefined ? [] : [this.pointing(type, through)];
      }));
    },
    pointing(type, path) {
      let ofType = pointings.get(type);
      if (!ofType) pointings.set(type, (ofType = new Map()));
      let pointing = ofType.get(path);
      const unsureOnes = (): readonly Resource[] => (unsure ??= unsureStandIns(this.standIns()));
      if (!pointing) {
        const around = { scopeOf, unsureStandIns: unsureOnes };
        ofType.set(path, (pointing = pointingOf(byType.get(type) ?? [], path, around)));
      }
      return pointing;
    },
  };
}

function scopesOfResources(scopes: readonly Scope[]): Index['scopeOf'] {
  const memberships = new Map<ScopeKind, Map<Resource, Scope>>();
  const scopeIn = (resource: Resource, kind: ScopeKind): Scope | undefined => {
    let members = memberships.get(kind);
    if (!members) memberships.set(kind, (members = membersOf(scopes, kind)));
    return members.get(resource);
  };
  return (resource, kind) => {
    let scope = scopeIn(resource, kind);
    for (const wider of widened[kind]) scope ??= scopeIn(resource, wider);
    return scope;
  };
}

/** What was read from AWS stands in no stack, but in its account and Region; what belongs to no Region, in its account. */
export const widened: Readonly<Record<ScopeKind, readonly ScopeKind[]>> = {
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
function unsureStandIns(pointings: readonly OwnPointing[]): readonly Resource[] {
  const found = new Set(pointings.flatMap(pointing => pointing.unsure));
  // A set that grows while it is gone through is gone through to its end.
  for (const standIn of found)
    for (const pointing of pointings) for (const other of pointersAt(pointing, standIn)) found.add(other);
  return [...found];
}
