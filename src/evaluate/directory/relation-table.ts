import type { Resource } from '../../model/resource.ts';
import { known } from '../../model/value.ts';
import type { World } from '../language/runtime.ts';
import { possiblePointers, segmentsOf, tails, valuesAt } from '../pointers.ts';
import type { Settled } from '../settle.ts';
import { textTable } from './text-table.ts';
import type { Digest, TextTable } from './text-table.ts';

/** A property of a type by which its resources point at others. */
export interface Relation {
  readonly type: string;
  readonly path: string;
}

/** Who points at what through one property, with resources by their position. */
export interface RelationTable {
  readonly note: (resource: Resource, position: number) => void;
  /** Those that point somewhere, in ascending order. */
  readonly positions: readonly number[];
  /** What the property holds; undefined when that is more than literals, and has to be looked at. */
  readonly valuesAt: (position: number) => readonly Settled[] | undefined;
  readonly byTarget: TextTable;
  readonly byName: TextTable;
  /** Those of which the pointer is not known. */
  readonly unsure: ReadonlySet<number>;
  /** Where those lead that were followed to a type: to a position, or to what has to be looked at each time. */
  readonly leads: Map<string, Map<number, number | undefined>>;
}

export function relationTable(path: string, digest: Digest): RelationTable {
  const byTarget = textTable(digest);
  const byName = textTable(digest);
  const positions: number[] = [];
  const literals: (string | undefined)[] = [];
  const unsure = new Set<number>();
  return {
    byTarget,
    byName,
    positions,
    unsure,
    leads: new Map(),
    note(resource, position) {
      const plain = literalsAt(resource, path);
      if (plain?.length === 0) return;
      positions.push(position);
      literals.push(plain?.join(separator));
      const possible = possiblePointers(resource.properties, segmentsOf(path));
      for (const target of new Set(possible.targets)) byTarget.add(target, position);
      for (const name of new Set(possible.literals.flatMap(tails))) byName.add(name, position);
      if (possible.unsure) unsure.add(position);
    },
    valuesAt(position) {
      const place = firstFrom(positions, position);
      if (positions[place] !== position) return [];
      return literals[place]?.split(separator).map(literal => known(literal));
    },
  };
}

/** Stands in no name. */
const separator = '\0';

/** The literals at a path when it holds nothing else, and no choice is to be made. */
function literalsAt(resource: Resource, path: string): readonly string[] | undefined {
  let isPlain = true;
  const chosen = <T>(value: T): T => {
    isPlain = false;
    return value;
  };
  const world: World = {
    pick: () => chosen(0),
    truth: condition => (condition.kind === 'constant' ? condition.value : chosen(false)),
  };
  const found = valuesAt(resource, segmentsOf(path), world).map(value =>
    value.kind === 'known' ? String(value.value) : '',
  );
  return isPlain && found.every(text => text !== '' && !text.includes(separator)) ? found : undefined;
}

/** The place of the first number of an ascending list that is not below one. */
export function firstFrom(numbers: readonly number[], from: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
