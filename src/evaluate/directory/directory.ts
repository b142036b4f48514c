import type { Resource } from '../../model/resource.ts';
import type { TypeRegistry } from '../../model/types.ts';
import { firstFrom, relationTable } from './relation-table.ts';
import type { Relation, RelationTable } from './relation-table.ts';
import { textTable } from './text-table.ts';
import type { Digest } from './text-table.ts';

/** The resources of one account and Region; their positions follow each other. */
export interface Place {
  readonly account: string;
  readonly region: string;
  /** Position of the first. */
  readonly start: number;
  /** Position behind the last. */
  readonly end: number;
}

/**
 * What is kept of all resources of an estate that is too large to be held: what each is called, and who points at whom.
 * A resource goes by its position in the estate; where it was read says its place.
 */
export interface Directory {
  readonly places: readonly Place[];
  readonly placesOf: (account: string) => readonly Place[];
  readonly size: number;
  /** The number of the place of a resource. */
  readonly placeOf: (position: number) => number;
  readonly at: (position: number) => Place | undefined;
  readonly typeOf: (position: number) => string;
  readonly byKey: (key: string) => readonly number[];
  readonly byName: (name: string) => readonly number[];
  readonly ofType: (type: string) => readonly number[];
  /** In the order in which they were met. */
  readonly types: readonly string[];
  readonly relation: (relation: Relation) => RelationTable;
  /** The table of a relation when there is one already. */
  readonly known: (relation: Relation) => RelationTable | undefined;
}

export interface DirectoryOptions {
  readonly types: TypeRegistry;
  readonly digest: Digest;
  /** Those that will be asked for, besides what stand-ins stand for. */
  readonly relations: readonly Relation[];
  /** The resources of a place once more, for a relation that nobody foresaw. */
  readonly load: (place: number) => readonly Resource[];
}

export interface GrowingDirectory extends Directory {
  /** Adds a place with everything in it. */
  readonly add: (where: Pick<Place, 'account' | 'region'>, resources: readonly Resource[]) => void;
}

export function growingDirectory({ types, digest, relations, load }: DirectoryOptions): GrowingDirectory {
  const places: Place[] = [];
  const starts: number[] = [];
  const ofAccounts = new Map<string, Place[]>();
  const [byKey, byName] = [textTable(digest), textTable(digest)];
  const numbers = new Map<string, number>();
  const typeNumbers: number[] = [];
  const tables = new Map<string, RelationTable>();
  const tablesOf = new Map<string, readonly RelationTable[]>();
  const typeNames: string[] = [];
  const typeOf = (position: number): string => typeNames[typeNumbers[position] ?? -1] ?? '';

  const placeOf = (position: number): number => firstFrom(starts, position + 1) - 1;

  /** Gives a type that is met for the first time its number, and the tables that its resources are noted in. */
  const meet = (type: string): number => {
    const through = types.get(type)?.standsFor;
    const own = relations.filter(relation => relation.type === type);
    if (through !== undefined) own.push({ type, path: through });
    for (const relation of own) tables.set(keyOf(relation), relationTable(relation, digest));
    tablesOf.set(
      type,
      [...new Set(own.map(keyOf))].flatMap(key => tables.get(key) ?? []),
    );
    numbers.set(type, typeNames.length);
    return typeNames.push(type) - 1;
  };

  /** A table of a relation that nobody foresaw. */
  const tableOf = (relation: Relation): RelationTable => {
    const table = relationTable(relation, digest);
    tables.set(keyOf(relation), table);
    if (!numbers.has(relation.type)) return table;
    for (const [number, { start, end }] of places.entries()) {
      if (!typeNumbers.slice(start, end).includes(numbers.get(relation.type) ?? -1)) continue;
      for (const [index, resource] of load(number).entries())
        if (resource.type === relation.type) table.note(resource, start + index);
    }
    return table;
  };

  return {
    places,
    placesOf: account => ofAccounts.get(account) ?? [],
    get size() {
      return typeNumbers.length;
    },
    types: typeNames,
    typeOf,
    placeOf,
    at: position => places[placeOf(position)],
    byKey: byKey.get,
    byName: byName.get,
    ofType: type => [...typeNumbers.keys()].filter(position => typeOf(position) === type),
    known: relation => tables.get(keyOf(relation)),
    relation: relation => tables.get(keyOf(relation)) ?? tableOf(relation),
    add(where, resources) {
      const start = typeNumbers.length;
      starts.push(start);
      const place = { ...where, start, end: start + resources.length };
      places.push(place);
      const own = ofAccounts.get(where.account);
      if (own) own.push(place);
      else ofAccounts.set(where.account, [place]);
      for (const resource of resources) {
        const position = typeNumbers.push(numbers.get(resource.type) ?? meet(resource.type)) - 1;
        byKey.add(resource.key, position);
        for (const name of new Set(resource.names)) byName.add(name, position);
        for (const table of tablesOf.get(resource.type) ?? []) table.note(resource, position);
      }
    },
  };
}

const keyOf = ({ type, path }: Relation): string => `${type}:${path}`;
