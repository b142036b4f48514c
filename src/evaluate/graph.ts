import type { Estate, Resource, Scope, ScopeKind } from '../model/resource.ts';
import type { TypeRegistry } from '../model/types.ts';
import { unknown } from '../model/value.ts';
import type { Reference, Unknown } from '../model/value.ts';
import type { Element, Graph, LinkedFrom, ListOperand, World } from './language/runtime.ts';
import { possiblePointers, tails, valuesAt } from './pointers.ts';
import type { Settled } from './settle.ts';

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
  readonly types: TypeRegistry;
}

interface Pointing {
  readonly byTarget: ReadonlyMap<string, readonly Resource[]>;
  readonly byName: ReadonlyMap<string, readonly Resource[]>;
  /** A resource of the scope whose pointer is not known, if there is one. */
  readonly unsureIn: (scope: Scope | undefined) => Resource | undefined;
}

/** How far an alias, a version or another stand-in is followed. */
const maxHops = 4;

export function indexOf({ resources, scopes }: Estate, types: TypeRegistry): Index {
  const byKey = new Map(resources.map(resource => [resource.key, resource]));
  const byType = groups(resources, resource => [resource.type]);
  const byName = groups(resources, resource => resource.names);
  const memberships = new Map<ScopeKind, Map<Resource, Scope>>();
  const pointings = new Map<string, Pointing>();
  const contents = new Map<Scope, ReadonlyMap<string, readonly Resource[]>>();
  return {
    byKey,
    byType,
    byName,
    scopes,
    types,
    inScope(scope, type) {
      let content = contents.get(scope);
      if (!content) contents.set(scope, (content = groups(scope.members, member => [member.type])));
      return content.get(type) ?? [];
    },
    scopeOf(resource, kind) {
      let members = memberships.get(kind);
      if (!members) memberships.set(kind, (members = membersOf(scopes, kind)));
      return members.get(resource);
    },
    pointing(type, path) {
      const key = `${type}:${path.join('.')}`;
      let pointing = pointings.get(key);
      if (!pointing) pointings.set(key, (pointing = pointingOf(this, byType.get(type) ?? [], path)));
      return pointing;
    },
  };
}

function membersOf(scopes: readonly Scope[], kind: ScopeKind): Map<Resource, Scope> {
  const members = new Map<Resource, Scope>();
  for (const scope of scopes) {
    if (scope.kind === kind) for (const member of scope.members) members.set(member, scope);
  }
  return members;
}

function pointingOf(index: Index, resources: readonly Resource[], path: readonly string[]): Pointing {
  const firstUnsure = new Map<Scope | undefined, Resource | undefined>();
  const pointers = new Map(
    resources.map(resource => [resource, possiblePointers(resource.properties, path)]),
  );
  return {
    byTarget: groups(resources, resource => pointers.get(resource)?.targets ?? []),
    byName: groups(resources, resource => pointers.get(resource)?.names ?? []),
    unsureIn(scope) {
      if (!firstUnsure.has(scope)) {
        const unsure = resources.filter(resource => pointers.get(resource)?.unsure);
        firstUnsure.set(
          scope,
          unsure.find(resource => !scope || index.scopeOf(resource, scope.kind) === scope),
        );
      }
      return firstUnsure.get(scope);
    },
  };
}

function groups(
  resources: readonly Resource[],
  keysOf: (resource: Resource) => readonly string[],
): Map<string, Resource[]> {
  const map = new Map<string, Resource[]>();
  for (const resource of resources) {
    for (const key of new Set(keysOf(resource))) {
      const group = map.get(key);
      if (group) group.push(resource);
      else map.set(key, [resource]);
    }
  }
  return map;
}

/** The graph as one subject sees it. */
export function graphOf(index: Index, subject: Resource | Scope): Graph {
  return {
    target: reference => index.byKey.get(reference.target),
    linked: (from, path, type, world) => linked(index, { from, path, type, hops: maxHops }, world),
    linkedFrom: (query, world) => linkedFrom(index, query, world),
    resources(type, kind, world) {
      const scope = scopeFor(index, subject, kind);
      const home = subject.kind === 'resource' ? index.scopeOf(subject, 'stack') : subject;
      const { items, rest } = existing(index, scope ? index.inScope(scope, type) : [], home, world);
      return listOf(items, restOf(scope, type) ?? rest);
    },
  };
}

/**
 * Those that exist in this world. A condition of another stack is not made a choice of this evaluation
 * (dozens of stacks would multiply the worlds): its resource may exist, which opens the list.
 */
function existing(
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

function scopeFor(index: Index, subject: Resource | Scope, kind: ScopeKind | undefined): Scope | undefined {
  if (subject.kind === 'resource') return index.scopeOf(subject, kind ?? 'account-region');
  if (kind === undefined || kind === subject.kind) return subject;
  const [member] = subject.members;
  return member && index.scopeOf(member, kind);
}

/** Why a scope may hold more resources of a type than are in view; undefined when it cannot. */
function restOf(scope: Scope | undefined, type: string): Unknown | undefined {
  if (!scope) return unknown('out-of-view', [{ what: `the rest of the account is not in the input` }]);
  return scope.openings.find(({ types }) => types === 'all' || types.includes(type))?.because;
}

interface LinkQuery {
  readonly from: Resource;
  readonly path: readonly string[];
  readonly type: string;
  readonly hops: number;
}

function linked(index: Index, query: LinkQuery, world: World): ListOperand {
  const items: Element[] = [];
  let rest: Unknown | undefined;
  for (const value of valuesAt(query.from, query.path, world)) {
    if (value.kind === 'unknown' && !value.set) rest ??= value;
    else items.push(...resolve(index, value, query, world));
  }
  return listOf([...new Set(items)], rest);
}

/** What one settled value points at: resources of the type, an unknown for what is out of view, nothing for another type. */
function resolve(index: Index, value: Settled, query: LinkQuery, world: World): readonly Element[] {
  switch (value.kind) {
    case 'reference': {
      const target = index.byKey.get(value.target);
      return target ? follow(index, target, query, world) : [outOfView(value.target, value)];
    }
    case 'known':
      return typeof value.value === 'string' ? named(index, value.value, query, world) : [];
    case 'text': {
      const references = value.parts.filter(
        (part): part is Reference => typeof part !== 'string' && part.kind === 'reference',
      );
      const found = references.flatMap(reference => resolve(index, reference, query, world));
      return found.length > 0
        ? found
        : [unknown('unresolved-value', [{ what: 'an identifier of which parts are not known' }], value.at)];
    }
    case 'unknown':
      return [value];
    default:
      return [];
  }
}

function follow(index: Index, target: Resource, query: LinkQuery, world: World): readonly Element[] {
  if (target.type === query.type) {
    return world.truth(target.exists) ? [target] : [outOfView(target.name, { at: target.at })];
  }
  const through = index.types.get(target.type)?.standsFor;
  if (through === undefined || query.hops === 0) return [];
  const list = linked(
    index,
    { ...query, from: target, path: through.split('.'), hops: query.hops - 1 },
    world,
  );
  return list.rest ? [...list.items, list.rest] : list.items;
}

function named(index: Index, literal: string, query: LinkQuery, world: World): readonly Element[] {
  const candidates = tails(literal).flatMap(name => index.byName.get(name) ?? []);
  const targets = [...new Set(candidates)].filter(
    ({ type }) => type === query.type || index.types.get(type)?.standsFor,
  );
  const home = index.scopeOf(query.from, 'stack');
  const own = targets.filter(target => index.scopeOf(target, 'stack') === home);
  const [only, ...more] = own.length > 0 ? own : targets;
  if (!only || more.length > 0) return [outOfView(literal, query.from)];
  return follow(index, only, query, world);
}

function outOfView(what: string, { at }: { readonly at?: Resource['at'] }): Unknown {
  return unknown('out-of-view', [{ what: `${what} is not in the input` }], at);
}

function linkedFrom(index: Index, { to, path, type, scope }: LinkedFrom, world: World): ListOperand {
  const pointing = index.pointing(type, path);
  const candidates = new Set<Resource>();
  for (const target of [to, ...standIns(index, to)]) {
    for (const resource of pointing.byTarget.get(target.key) ?? []) candidates.add(resource);
    for (const name of target.names)
      for (const resource of pointing.byName.get(name) ?? []) candidates.add(resource);
  }
  const home = index.scopeOf(to, 'stack');
  const { items, rest } = existing(index, [...candidates], home, world);
  const pointers = items.filter(candidate =>
    pointsAt(index, { from: candidate, path, type: to.type, hops: maxHops }, to, world),
  );
  const within = index.scopeOf(to, scope ?? 'account-region');
  return listOf(pointers, restOf(within, type) ?? rest ?? unsureOf(pointing.unsureIn(within)));
}

/** Aliases and versions that stand for a resource: who points at them points at it. */
function standIns(index: Index, to: Resource): Resource[] {
  return [...index.byType.keys()].flatMap(type => {
    const through = index.types.get(type)?.standsFor;
    return through === undefined ? [] : (index.pointing(type, through.split('.')).byTarget.get(to.key) ?? []);
  });
}

function pointsAt(index: Index, query: LinkQuery, to: Resource, world: World): boolean {
  return linked(index, query, world).items.includes(to);
}

function unsureOf(unsure: Resource | undefined): Unknown | undefined {
  if (!unsure) return undefined;
  return unknown('unresolved-value', [
    { what: `${unsure.name} may belong here: its pointer is not known`, at: unsure.at },
  ]);
}

function listOf(items: readonly Element[], rest: Unknown | undefined): ListOperand {
  return rest ? { kind: 'list', items, rest } : { kind: 'list', items };
}
