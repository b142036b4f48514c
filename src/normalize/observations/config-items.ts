import type { Gap, JsonObject, Observation } from '../../model/observation.ts';
import type { ApiSpelling, ApiSpellings, Around } from './api-spelling.ts';
import { configShapes } from './config-shapes.ts';
import type { ConfigShape } from './config-shapes.ts';
import { objectIn, textIn } from './json.ts';

/** What was observed, with the items of AWS Config in the form of answers. */
export interface ReadItems {
  readonly observations: readonly Observation[];
  /** What the items do not say. */
  readonly gaps: readonly Gap[];
  /** How an item is spelled, where that is not how the API spells it. */
  readonly spellings: ReadonlyMap<Observation, ApiSpelling>;
}

/**
 * The items of AWS Config as the API would have answered, or in the words of their type where AWS Config records those.
 * What an item does not say is not known, whatever it is: AWS Config may not record it.
 */
export function readConfigItems(observations: readonly Observation[], apiSpellings: ApiSpellings): ReadItems {
  const spellings = new Map<Observation, ApiSpelling>();
  const lacking: Gap[] = [];
  const read = observations.map(observation => {
    const spelling = apiSpellings[observation.kind];
    if (!spelling || !isItem(observation)) return observation;
    const shape = configShapes[observation.kind];
    const item = { ...observation, data: dataOf(observation.data, shape) };
    const own = shape ? ofAnswer(spelling) : ofType(spelling);
    spellings.set(item, { ...own, nullIsAbsent: true });
    lacking.push(...gapsOf(item, own));
    return item;
  });
  return { observations: read, gaps: lacking, spellings };
}

const notSaid = 'the item of AWS Config does not say';

const action = 'config:SelectAggregateResourceConfig';

const isItem = ({ calls }: Observation): boolean => calls.some(call => call.action === action);

/** False of a text that cannot be an observation from AWS Config. */
export const mayBeItem = (text: string): boolean => text.includes(action);

/** Members under which the ids of an item stand, which no type has. */
const ids = ['config.id', 'config.name'] as const;

function dataOf(data: JsonObject, shape: ConfigShape | undefined): JsonObject {
  const configuration = objectIn(data, 'configuration') ?? {};
  const more = objectIn(data, 'supplementaryConfiguration') ?? {};
  const [id, name] = ids;
  return {
    ...(shape ? shape(configuration, more) : configuration),
    [id]: textIn(data, 'resourceId') ?? '',
    [name]: textIn(data, 'resourceName') ?? '',
  };
}

/** In the words of its type: nothing is renamed. */
function ofType({ type, unseen }: ApiSpelling): ApiSpelling {
  return { type, ...(unseen && { unseen }), openWithin: notSaid, names: ids };
}

/** As the API would answer; what a reshaping makes of nothing is not said by the item. */
function ofAnswer({ reshape, ...spelling }: ApiSpelling): ApiSpelling {
  const names = [...(spelling.names ?? []), ...ids];
  if (!reshape) return { ...spelling, names };
  return { ...spelling, names, reshape: (data, around) => said(reshape, spelling, { data, around }) };
}

function said(
  reshape: NonNullable<ApiSpelling['reshape']>,
  { madeOf = {} }: ApiSpelling,
  { data, around }: { readonly data: JsonObject; readonly around: Around },
): JsonObject {
  const ofNothing = reshape({}, around);
  return Object.fromEntries(
    Object.entries(reshape(data, around)).filter(([name, value]) => {
      const member = madeOf[name];
      if (member !== undefined) return Object.hasOwn(data, member);
      return !Object.hasOwn(ofNothing, name) || JSON.stringify(ofNothing[name]) !== JSON.stringify(value);
    }),
  );
}

/** What an item leaves open: whatever it does not say, its tags, and the further answers that are not in it. */
function gapsOf(item: Observation, { parts = {}, further = {} }: ApiSpelling): readonly Gap[] {
  const { account, region, partition, kind, id, data, tags } = item;
  const missing = [...new Set([...Object.keys(parts), ...Object.keys(further)])].filter(
    part => !Object.hasOwn(data, part),
  );
  return ['*', ...missing, ...(tags ? [] : ['tags'])].map(part => ({
    account,
    region,
    partition,
    service: 'config',
    kinds: [kind],
    id,
    part,
    action,
    cause: 'out-of-view',
    detail: part === '*' ? notSaid : `the item of AWS Config has no ${part}`,
  }));
}
