import type { Resource, Scope } from '../../model/resource.ts';
import { groups } from '../groups.ts';
import { possiblePointers, segmentsOf } from '../pointers.ts';
import type { Pointing } from '../pointing.ts';
import type { Index } from '../resource-index.ts';
import { settledLinks } from '../settled-links.ts';
import type { Directory, Place } from './directory.ts';
import { firstFrom } from './relation-table.ts';
import type { Relation } from './relation-table.ts';
import { pointersIn } from './unsure-stand-ins.ts';
import type { UnsureStandIns } from './unsure-stand-ins.ts';

interface Surroundings {
  readonly directory: Directory;
  readonly standIns: UnsureStandIns;
  readonly index: () => Index;
  readonly resourceAt: (position: number) => Resource;
  readonly positionOf: (resource: Resource) => number;
}

/** Who points at what through a property, wherever they are. */
export function distantPointing(relation: Relation, around: Surroundings): Pointing {
  const { directory, standIns, index, resourceAt, positionOf } = around;
  const table = directory.relation(relation);
  const { positions, unsure } = table;
  const within = (scope: Scope | undefined): readonly number[] =>
    scope
      ? placesOf(scope, directory)
          .flatMap(({ start, end }) =>
            positions.slice(firstFrom(positions, start), firstFrom(positions, end)),
          )
          .filter(position => index().scopeOf(resourceAt(position), scope.kind) === scope)
      : positions;
  const leadOf = (position: number, type: string): number | undefined => {
    const leads = table.leads.get(type) ?? new Map<number, number | undefined>();
    table.leads.set(type, leads);
    if (leads.has(position)) return leads.get(position);
    const found = settledLinks(index(), { from: resourceAt(position), path: relation.path, type });
    const [only, ...more] = found ?? [];
    const lead = only && more.length === 0 ? positionOf(only) : undefined;
    leads.set(position, lead);
    return lead;
  };
  return {
    path: relation.path,
    isEmpty: positions.length === 0,
    // Roles and aliases of one name are in every account; each points at what is beside it, and none is to be read for that.
    at(target, to) {
      const goal = positionOf(to);
      return pointersIn(table, target)
        .filter(position => (leadOf(position, to.type) ?? goal) === goal)
        .map(resourceAt);
    },
    unsureIn(scope) {
      const behind = standIns.behind(table);
      const first = within(scope).find(position => unsure.has(position) || behind.has(position));
      return first === undefined ? undefined : resourceAt(first);
    },
    literalsIn: scope =>
      groups(
        within(scope).map(resourceAt),
        ({ properties }) => possiblePointers(properties, segmentsOf(relation.path)).literals,
      ),
  };
}

const placesOf = ({ kind, account }: Scope, directory: Directory): readonly Place[] =>
  kind === 'organisation'
    ? directory.places
    : directory.placesOf(account.kind === 'known' ? String(account.value) : '');
