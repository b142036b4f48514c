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

export function growingDirectory(options: DirectoryOptions): GrowingDirectory {
  const places: Place[] = [];
  const starts: number[] = [];
  const ofAccounts = new Map<string, Place[]>();
  const [byKey, byName] = [textTable(options.digest), textTable(options.digest)];
  const numbers = new Map<string, number>();
  const typeNames: string[] = [];
  const typeNumbers: number[] = [];
  const tables = relationTables(options);
  const typeOf = (position: number): string => typeNames[typeNumbers[position] ?? -1] ?? '';
  const placeOf = (position: number): number => firstFrom(starts, position + 1) - 1;

  /** Goes through a relation that nobody foresaw. */
  const readTable = (relation: Relation): RelationTable => {
    const table = tables.make(relation);
    for (const [number, { start, end }] of places.entries()) {
      if (!typeNumbers.slice(start, end).includes(numbers.get(relation.type) ?? -1)) continue;
      for (const [index, resource] of options.load(number).entries())
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
    known: tables.get,
    relation: relation => tables.get(relation) ?? readTable(relation),
    add(where, resources) {
      const place = { ...where, start: typeNumbers.length, end: typeNumbers.length + resources.length };
      starts.push(place.start);
      places.push(place);
      ofAccounts.set(where.account, [...(ofAccounts.get(where.account) ?? []), place]);
      for (const resource of resources) {
        const { type } = resource;
        if (!numbers.has(type)) numbers.set(type, typeNames.push(type) - 1);
        const position = typeNumbers.push(numbers.get(type) ?? -1) - 1;
        byKey.add(resource.key, position);
        for (const name of new Set(resource.names)) byName.add(name, position);
        for (const table of tables.of(type)) table.note(resource, position);
      }
    },
  };
}

/** The tables of the relations, by the type whose resources they are about. */
function relationTables({ types, digest, relations }: DirectoryOptions): {
  readonly of: (type: string) => readonly RelationTable[];
  readonly get: (relation: Relation) => RelationTable | undefined;
  readonly make: (relation: Relation) => RelationTable;
} {
  const tables = new Map<string, Map<string, RelationTable>>();
  const make = ({ type, path }: Relation): RelationTable => {
    const own = tables.get(type) ?? new Map<string, RelationTable>();
    const table = relationTable(path, digest);
    tables.set(type, own.set(path, table));
    return table;
  };
  const met = new Map<string, readonly RelationTable[]>();
  /** Of a type that is met for the first time. */
  const makeAll = (type: string): readonly RelationTable[] => {
    const asked = relations.filter(relation => relation.type === type).map(({ path }) => path);
    return [...new Set([...asked, types.get(type)?.standsFor ?? []].flat())].map(path =>
      make({ type, path }),
    );
  };
  return {
    make,
    get: ({ type, path }) => tables.get(type)?.get(path),
    of(type) {
      const own = met.get(type) ?? makeAll(type);
      met.set(type, own);
      return own;
    },
  };
}
