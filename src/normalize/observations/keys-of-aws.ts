import type { Json, JsonObject, Observation } from '../../model/observation.ts';
import { isObject, textIn } from './json.ts';

const alias = 'kms:alias';

/** Whether an alias is of a key that AWS keeps for one of its services. */
export const isOfAws = (data: JsonObject): boolean =>
  textIn(data, 'AliasName')?.startsWith('alias/aws/') ?? false;

/**
 * What was observed in one account and Region, with the keys that AWS keeps called by their aliases. By its id or its ARN
 * such a key looks like any other, and only the list of aliases tells them apart.
 */
export function nameKeysOfAws(here: readonly Observation[]): readonly Observation[] {
  const names = new Map(
    here.filter(({ kind }) => kind === alias).flatMap(({ data }) => keyNames(data, here)),
  );
  if (names.size === 0) return here;
  return here.map(observation => {
    if (observation.kind.startsWith('kms:')) return observation;
    const data = renamed(observation.data, names);
    return data === observation.data || !isObject(data) ? observation : { ...observation, data };
  });
}

function keyNames(data: JsonObject, [first]: readonly Observation[]): readonly (readonly [string, string])[] {
  const id = textIn(data, 'TargetKeyId');
  const name = textIn(data, 'AliasArn') ?? textIn(data, 'AliasName');
  if (!isOfAws(data) || id === undefined || name === undefined || !first) return [];
  const { partition, region, account } = first;
  return [
    [id, name],
    [`arn:${partition}:kms:${region}:${account}:key/${id}`, name],
  ];
}

/** The same object where nothing in it changes. */
function renamed(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (!isObject(value)) {
    const items = value.map(item => renamed(item, names));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const members = Object.entries(value).map(([name, member]) => [name, renamed(member, names)] as const);
  return members.every(([name, member]) => member === value[name]) ? value : Object.fromEntries(members);
}
