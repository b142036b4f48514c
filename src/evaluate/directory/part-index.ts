import type { Resource, Scope } from '../../model/resource.ts';
import type { TypeRegistry } from '../../model/types.ts';
import { groups } from '../groups.ts';
import { segmentsOf, valuesAt } from '../pointers.ts';
import type { Pointing } from '../pointing.ts';
import type { Index } from '../resource-index.ts';
import { targetsNamed } from '../targets-named.ts';
import type { Directory, Place } from './directory.ts';
import { distantPointing } from './distant-pointing.ts';
import { Distant } from './distant.ts';
import { remembered } from './remembered.ts';
import type { ScopeFinder } from './scope-finder.ts';
import { standInRelations } from './unsure-stand-ins.ts';
import type { UnsureStandIns } from './unsure-stand-ins.ts';

/** The part of an estate that is in memory, and the way to everything else in it. */
export interface Part {
  readonly types: TypeRegistry;
  readonly directory: Directory;
  readonly standIns: UnsureStandIns;
  readonly scopes: ScopeFinder;
  /** The places that are in memory, with their resources. */
  readonly loaded: ReadonlyMap<number, readonly Resource[]>;
  /** The resources of another place; read again whenever they are asked for. */
  readonly load: (place: number) => readonly Resource[];
}

/**
 * Answers as an index of the whole estate would: what is not in memory is found by the directory, and read when somebody
 * looks into it.
 */
export function partIndex(part: Part): Index {
  const { directory, loaded, scopes, types } = part;
  const near = new Map<Resource, number>();
  for (const [place, resources] of loaded)
    for (const [index, resource] of resources.entries())
      near.set(resource, (directory.places[place]?.start ?? 0) + index);
  const positionOf = (resource: Resource): number =>
    resource instanceof Distant ? resource.position : (near.get(resource) ?? -1);
  const resourceAt = remembered((position: number) => resourceIn(part, position));
  const membersOf = remembered((scope: Scope) => positionsIn(scope, directory).map(resourceAt));
  const contentOf = remembered((scope: Scope) => groups(membersOf(scope), member => [member.type]));
  const pointing = remembered((key: string) => {
    const [type = '', path = ''] = key.split(' ');
    return distantPointing(
      { type, path },
      { directory, standIns: part.standIns, resourceAt, positionOf, index: () => index },
    );
  });
  let known: readonly Pointing[] | undefined;
  const standIns = (): readonly Pointing[] =>
    (known ??= standInRelations(directory, types).map(({ type, path }) => pointing(`${type} ${path}`)));
  const index: Index = {
    types,
    membersOf,
    scopeOf: (resource, kind) => scopes.of(directory.placeOf(positionOf(resource)), kind),
    inScope: (scope, type) =>
      scope.kind === 'organisation'
        ? directory.ofType(type).map(resourceAt)
        : (contentOf(scope).get(type) ?? []),
    byKey: { get: key => directory.byKey(key).slice(-1).map(resourceAt)[0] },
    isName: literal => directory.byName(literal).length > 0,
    named(literal, type, from) {
      const home = scopes.of(directory.placeOf(positionOf(from)), 'stack');
      const found = targetsNamed(literal, type, {
        types,
        called: directory.byName,
        typeOf: directory.typeOf,
        mayBeIn: (position, account, region) => isIn(directory.at(position), account, region),
        isBeside: position => scopes.of(directory.placeOf(position), 'stack') === home,
      });
      return found.map(resourceAt);
    },
    pointing: (type, path) => pointing(`${type} ${path}`),
    standIns,
    // What is at the end of a relation is known of all resources; nothing is read for it.
    valuesAt: (resource, path, world) =>
      (resource instanceof Distant
        ? directory.known({ type: resource.type, path })?.valuesAt(resource.position)
        : undefined) ?? valuesAt(resource, segmentsOf(path), world),
  };
  return index;
}

/** The resource at a position: itself when it is in memory. */
function resourceIn({ directory, loaded, load }: Part, position: number): Resource {
  const number = directory.placeOf(position);
  const place = directory.places[number];
  if (!place) throw new RangeError(`there is no resource ${position}`);
  const index = position - place.start;
  const near = loaded.get(number)?.[index];
  if (near) return near;
  let read: Resource | undefined;
  return new Distant(directory.typeOf(position), position, place, () => {
    read ??= load(number)[index];
    if (!read) throw new RangeError(`resource ${position} is gone`);
    return read;
  });
}

/** What is in a scope: what belongs to no Region is seen from every one of its account. */
function positionsIn({ kind, account, region }: Scope, { placesOf, size }: Directory): readonly number[] {
  if (kind === 'organisation') return range(0, size);
  const own = placesOf(textOf(account));
  const seen =
    kind === 'account'
      ? own
      : [textOf(region), 'global'].flatMap(name => own.filter(place => place.region === name));
  return seen.flatMap(({ start, end }) => range(start, end));
}

const isIn = (place: Place | undefined, account: string, region: string): boolean =>
  (region === '' || place?.region === region) && (account === '' || place?.account === account);

const textOf = (value: Resource['account']): string => (value.kind === 'known' ? String(value.value) : '');

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);
