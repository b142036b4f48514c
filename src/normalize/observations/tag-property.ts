import type { Gap, Observation } from '../../model/observation.ts';
import type { ResourceType } from '../../model/types.ts';
import { known, unknown } from '../../model/value.ts';
import type { Dict, Unknown, Value } from '../../model/value.ts';
import type { Around } from './api-spelling.ts';
import { unknownOf } from './unknown-of.ts';

type TagShape = Exclude<ResourceType['tags'], undefined>;

/** The tags of what was observed, as the property of its type that holds them. */
export function tagProperty({ shape }: TagShape, around: Around, gaps: readonly Gap[]): Value {
  const { calls } = around.observation;
  const { tags, rest } = seenTags(around, gaps);
  const found = calls.find(({ action }) => /Tags|Tagging/.test(action)) ?? calls[0];
  const open = rest && { rest };
  const at = found && { at: found };
  const pairs = Object.entries(tags).map(([key, value]): [string, Value] => [key, known(value, found)]);
  return shape === 'map'
    ? { kind: 'dict', entries: new Map(pairs), ...open, ...at }
    : { kind: 'list', items: pairs.map(([key, value]) => pairOf(key, value)), ...open, ...at };
}

interface SeenTags {
  readonly tags: Readonly<Record<string, string>>;
  /** Why there may be more. */
  readonly rest?: Unknown;
}

/**
 * Tags have calls of their own, and are denied by themselves. Kinds that are not asked one by one are in the list of all
 * that carries tags; what is not in it carries none.
 */
function seenTags({ observation, others, isComplete }: Around, gaps: readonly Gap[]): SeenTags {
  const { id, tags } = observation;
  const gap = gaps.find(({ part }) => part === 'tags');
  if (tags || gap) return { tags: tags ?? {}, ...(gap && { rest: unknownOf(gap) }) };
  const listed = byArn(others('tag:resource'));
  const isWhole = listed.size > 0 && isComplete('tag:resource');
  return { tags: listed.get(id)?.tags ?? {}, ...(!isWhole && { rest: notListed }) };
}

const notListed = unknown('out-of-view', [{ what: 'the tags of this kind are not collected' }]);

const indexes = new WeakMap<readonly Observation[], ReadonlyMap<string, Observation>>();

function byArn(list: readonly Observation[]): ReadonlyMap<string, Observation> {
  const index = indexes.get(list) ?? new Map(list.map(one => [one.id, one]));
  indexes.set(list, index);
  return index;
}

const pairOf = (key: string, value: Value): Dict => ({
  kind: 'dict',
  entries: new Map([
    ['Key', known(key, value.at)],
    ['Value', value],
  ]),
  ...(value.at && { at: value.at }),
});
