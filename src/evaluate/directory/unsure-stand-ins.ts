import type { Resource } from '../../model/resource.ts';
import type { TypeRegistry } from '../../model/types.ts';
import type { Directory } from './directory.ts';
import type { Relation, RelationTable } from './relation-table.ts';

/** Aliases and versions of which it is not known what they stand for, in a whole estate. */
export interface UnsureStandIns {
  /** Those that point at one of them through a relation. */
  readonly behind: (table: RelationTable) => ReadonlySet<number>;
}

export function unsureStandIns(
  directory: Directory,
  types: TypeRegistry,
  load: (place: number) => readonly Resource[],
): UnsureStandIns {
  let unsure: readonly Called[] | undefined;
  const known = new Map<RelationTable, ReadonlySet<number>>();
  return {
    behind(table) {
      unsure ??= findUnsure(directory, types, load);
      const found = known.get(table) ?? new Set(unsure.flatMap(one => pointersIn(table, one)));
      known.set(table, found);
      return found;
    },
  };
}

type Called = Pick<Resource, 'key' | 'names'>;

export const pointersIn = (
  { byTarget, byName }: RelationTable,
  { key, names }: Called,
): readonly number[] => [...byTarget.get(key), ...names.flatMap(name => byName.get(name))];

/** One that stands for another one, of which it is not known what it stands for, is as unsure. */
function findUnsure(
  directory: Directory,
  types: TypeRegistry,
  load: (place: number) => readonly Resource[],
): readonly Called[] {
  const tables = standInRelations(directory, types).map(directory.relation);
  const found = new Set(tables.flatMap(({ unsure }) => [...unsure]));
  const called: Called[] = [];
  // A set that grows while it is gone through is gone through to its end.
  for (const position of found) {
    const place = directory.placeOf(position);
    const standIn = load(place)[position - (directory.places[place]?.start ?? 0)];
    if (!standIn) continue;
    called.push({ key: standIn.key, names: standIn.names });
    for (const table of tables) for (const other of pointersIn(table, standIn)) found.add(other);
  }
  return called;
}

/** What the types stand for of which there are resources, in the order in which the types were met. */
export const standInRelations = (directory: Directory, types: TypeRegistry): readonly Relation[] =>
  directory.types.flatMap(type => {
    const through = types.get(type)?.standsFor;
    return through === undefined ? [] : [{ type, path: through }];
  });
