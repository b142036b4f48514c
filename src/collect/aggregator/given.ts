import type { Gap, Observation, Place } from '../../model/observation.ts';
import type { Service } from '../service.ts';
import type { Holding, Lacking } from './holding.ts';
import { isObject } from './item.ts';
import { recordedTypes, typeOfKind } from './recorded-types.ts';
import type { Recorder } from './recorder.ts';

/** What a unit has from AWS Config, and need not ask for. */
export interface Given {
  /** Whether a list, by its kinds, is not asked for. */
  readonly holds: (kinds: readonly string[]) => boolean;
  readonly observations: readonly Observation[];
  readonly gaps: readonly Gap[];
}

export interface Taking {
  readonly service: Service;
  readonly place: Place;
  readonly holding: Holding;
  readonly recorder: Recorder;
}

/**
 * With direct calls for the rest: a list is not asked for when AWS Config says for certain that there is nothing to list,
 * or when its items are all that would be asked about. So nothing is known less well than by direct calls.
 */
export function givenBeside(taking: Taking): Given {
  const held = taking.service.lists.filter(kinds => isHeld(taking, kinds));
  return {
    holds: ([top]) => held.some(([first]) => first === top),
    observations: held.flatMap(kinds => kinds.flatMap(kind => itemsOf(taking, kind))),
    gaps: [],
  };
}

function isHeld(taking: Taking, kinds: readonly string[]): boolean {
  const [top = ''] = kinds;
  const type = typeOfKind(top);
  if (type === undefined || lackingOf(taking, top)) return false;
  if (taking.holding.count(taking.place.region, type) === 0) return true;
  const enough = recordedTypes[type]?.enough;
  if (kinds.length > 1 || !enough) return false;
  return itemsOf(taking, top).every(({ data: { configuration } }) =>
    enough.every(member => isObject(configuration) && Object.hasOwn(configuration, member)),
  );
}

/** Without direct calls: what AWS Config holds, and a gap for each kind of which there may be more. */
export function givenAlone(taking: Taking): Given {
  const { service, place } = taking;
  const kinds = service.lists.flat();
  return {
    holds: () => true,
    observations: kinds.flatMap(kind => itemsOf(taking, kind)),
    gaps: service.lists.flatMap(list => {
      const open = list.flatMap(kind => {
        const lacking = lackingOf(taking, kind);
        return lacking ? [{ kind, lacking }] : [];
      });
      return [...Map.groupBy(open, ({ lacking }) => lacking.detail).values()].flatMap(group => {
        const [first] = group;
        if (!first) return [];
        return [gapOf({ service: service.name, place, kinds: group.map(({ kind }) => kind) }, first.lacking)];
      });
    }),
  };
}

const itemsOf = ({ holding, place }: Taking, kind: string): readonly Observation[] =>
  holding.items(place.region, kind);

/** Why there may be more of a kind than AWS Config holds. */
function lackingOf({ holding, recorder, place }: Taking, kind: string): Lacking | undefined {
  const type = typeOfKind(kind);
  if (type === undefined) return { cause: 'out-of-view', detail: 'AWS Config does not record it' };
  // What belongs to no Region is recorded in one of them, and nothing says in which.
  if (place.region === 'global')
    return {
      cause: 'out-of-view',
      detail: 'whether AWS Config records all of what belongs to no Region is not known',
    };
  if (recordedTypes[type]?.some)
    return { cause: 'out-of-view', detail: 'AWS Config records some of these things alone' };
  return recorder(type) ?? holding.lacking(place.region, type);
}

const gapOf = (
  {
    service,
    place,
    kinds,
  }: { readonly service: string; readonly place: Place; readonly kinds: readonly string[] },
  { cause, detail }: Lacking,
): Gap => ({ ...place, service, kinds, action: 'config:SelectAggregateResourceConfig', cause, detail });
