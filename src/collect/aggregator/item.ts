import type { Json, JsonObject, Observation } from '../../model/observation.ts';
import type { Call } from '../../model/source.ts';
import { withoutMembers } from '../json.ts';
import { recordedTypes } from './recorded-types.ts';

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textIn = (row: JsonObject, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : '';
};

/**
 * What may hold secrets, prompts or payloads, wherever it stands in an item; in lower case. An item is recorded whole, so
 * that what the tables leave out by not asking for it has to be taken out here.
 */
const never: ReadonlySet<string> = new Set([
  'baseprompttemplate',
  'environment',
  'environmentvariables',
  'hyperparameters',
  'inlinecode',
  'inlinepayload',
  'instruction',
  'masteruserpassword',
  'memorystrategies',
  'parsingprompt',
  'payload',
  'prompttemplate',
  'secretstring',
  'strategies',
  'systemprompt',
  'templateconfiguration',
  'toolschema',
  'userdata',
]);

/**
 * An item of AWS Config as the observation of a thing: what AWS Config says of it, under AWS Config's names. Its call has
 * the time at which AWS Config saw it so. Undefined for what is recorded away from where it lives.
 */
export function observationOf(
  row: JsonObject,
  partition: string,
  call: Call | undefined,
): Observation | undefined {
  const kind = kindOf(row);
  if (kind === undefined) return undefined;
  const arn = textIn(row, 'arn');
  const place = { account: textIn(row, 'accountId'), region: textIn(row, 'awsRegion') };
  const time = textIn(row, 'configurationItemCaptureTime');
  return {
    kind,
    ...place,
    partition,
    id: arn === '' ? `${textIn(row, 'resourceType')}/${textIn(row, 'resourceId')}` : arn,
    data: {
      resourceType: textIn(row, 'resourceType'),
      resourceId: textIn(row, 'resourceId'),
      resourceName: textIn(row, 'resourceName'),
      configurationItemCaptureTime: time,
      configuration: plain(row['configuration']),
      supplementaryConfiguration: plain(row['supplementaryConfiguration']),
    },
    ...tagsIn(row['tags']),
    calls: [
      {
        kind: 'call',
        ...place,
        action: 'config:SelectAggregateResourceConfig',
        time: time || (call?.time ?? ''),
        ...(call?.requestId !== undefined && { requestId: call.requestId }),
      },
    ],
  };
}

/** A trail of all Regions, or of the organisation, is recorded in each of them, and lives in one. */
function kindOf(row: JsonObject): string | undefined {
  const [, , , region = '', account = ''] = textIn(row, 'arn').split(':');
  const livesHere =
    ['', textIn(row, 'awsRegion')].includes(region) && ['', textIn(row, 'accountId')].includes(account);
  return livesHere ? recordedTypes[textIn(row, 'resourceType')]?.kind : undefined;
}

/** A configuration is an object, or one in a text. */
function plain(value: Json | undefined): JsonObject {
  if (isObject(value)) return withoutMembers(value, never);
  if (typeof value !== 'string') return {};
  const inside = parsed(value);
  return isObject(inside) ? withoutMembers(inside, never) : {};
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An empty list may mean that tags are not recorded of the type: then nothing is said of them. */
function tagsIn(value: Json | undefined): Pick<Observation, 'tags'> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const pairs = list.filter(isObject).map(tag => [textIn(tag, 'key'), textIn(tag, 'value')] as const);
  return pairs.length === 0 ? {} : { tags: Object.fromEntries(pairs) };
}
