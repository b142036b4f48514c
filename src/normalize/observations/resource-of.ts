import type { Gap, JsonObject, Observation } from '../../model/observation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Call } from '../../model/source.ts';
import type { ResourceType } from '../../model/types.ts';
import { always, known, unknown } from '../../model/value.ts';
import type { Dict, Unknown, Value } from '../../model/value.ts';
import { coerceFields } from '../coerce.ts';
import type { Context } from '../context.ts';
import { namesOf } from '../names.ts';
import { tagsOf } from '../tags.ts';
import type { ApiSpelling, Around } from './api-spelling.ts';
import { textIn } from './json.ts';
import { respell } from './respell.ts';
import { tagProperty } from './tag-property.ts';
import { unknownOf } from './unknown-of.ts';

/** What is made of one observation. */
export interface Reading extends Context {
  readonly around: Around;
  readonly spelling: ApiSpelling;
  /** What could not be had of it. */
  readonly gaps: readonly Gap[];
  /** Why any answer may lack something. */
  readonly incomplete?: Unknown;
}

/**
 * The resource that an observation shows, and those that stand in its further answers; none when the answer shows
 * something that is no resource of its own.
 */
export function resourcesOf(reading: Reading): readonly Resource[] {
  const { around, spelling } = reading;
  const { observation } = around;
  const type = typeof spelling.type === 'string' ? spelling.type : spelling.type.of(observation.data);
  const own = type === undefined ? [] : [ownResource(type, reading)];
  const further = Object.entries(spelling.further ?? {}).flatMap(([part, { type: furtherType, of }]) => {
    // Of some resources AWS gives an empty text for a policy that is not there.
    const answer = observation.data[part] || null;
    if (answer === null) return [];
    const key = `${observation.id}#${part}`;
    const plain: Reading = { ...reading, gaps: [], spelling: { type: furtherType } };
    return [of(answer, observation)]
      .flat()
      .map((data, index) =>
        resource({ key: index === 0 ? key : `${key}~${index + 1}`, type: furtherType, data }, plain),
      );
  });
  return [...own, ...further];
}

interface Shown {
  readonly key: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly names?: readonly string[];
}

function ownResource(type: string, reading: Reading): Resource {
  const { around, spelling } = reading;
  const { id, data } = around.observation;
  const names = (spelling.names ?? []).flatMap(name => textIn(data, name) ?? []);
  const shaped = spelling.reshape?.(data, around) ?? data;
  return resource({ key: id, type, data: shaped, names: [id, ...names] }, reading);
}

function resource({ key, type, data, names = [] }: Shown, reading: Reading): Resource {
  const { observation } = reading.around;
  const { account, region, partition } = observation;
  const at = describing(observation.calls) ?? nowhere(observation);
  const schema = reading.types.get(type);
  const written = schema
    ? withGaps(
        withUnseen(
          respell(data, { schema, spelling: reading.spelling, at: callOf(observation, at) }),
          reading,
        ),
        reading,
      )
    : { kind: 'dict' as const, entries: new Map<string, Value>(), at };
  const name = nameOf(data, written, schema) ?? key;
  const properties = schema
    ? coerceFields(written, schema.properties, { schema, name, report: reading.report })
    : written;
  const tagged = schema?.tags
    ? withEntry(properties, schema.tags.property, tagProperty(schema.tags, reading.around, reading.gaps))
    : properties;
  return {
    kind: 'resource',
    key,
    type,
    name,
    account: known(account),
    region: known(region),
    partition: known(partition),
    properties: tagged,
    tags: tagsOf(tagged, schema),
    names: [...new Set([...names, ...(schema ? namesOf(properties, schema) : [])])],
    exists: always,
    at,
  };
}

const withEntry = (dict: Dict, name: string, value: Value): Dict => ({
  ...dict,
  entries: new Map([...dict.entries, [name, value]]),
});

/** The call that describes a thing: the first that is no list, which only names it. */
const describing = (calls: readonly Call[]): Call | undefined =>
  calls.find(({ action }) => !/:List/.test(action)) ?? calls[0];

/** The call that a further answer came from is the one that is named after it: `keyPolicy` is `kms:GetKeyPolicy`. */
const callOf =
  ({ calls }: Observation, otherwise: Call) =>
  (member: string): Call => {
    const part = member.toLowerCase();
    return (part && calls.find(({ action }) => action.toLowerCase().endsWith(part))) || otherwise;
  };

const nowhere = ({ account, region, kind }: Observation): Call => ({
  kind: 'call',
  account,
  region,
  action: kind,
  time: '',
});

/** Named by what its type calls a name, else by its id. */
function nameOf(data: JsonObject, { entries }: Dict, schema: ResourceType | undefined): string | undefined {
  const own = schema?.names.find(path => entries.has(path));
  const value = own === undefined ? undefined : entries.get(own);
  if (value?.kind === 'known' && typeof value.value === 'string') return value.value;
  return textIn(data, 'name') ?? textIn(data, 'Name');
}

/** What is never asked for, and what AWS does not tell. */
function withUnseen(dict: Dict, { spelling: { unseen = [], undecided }, around }: Reading): Dict {
  const hidden = unseen.map((property): [string, Value] => [
    property,
    unknown('out-of-view', [{ what: `${property} is never collected` }], dict.at),
  ]);
  const open = Object.entries(undecided?.(around) ?? {}).map(([property, what]): [string, Value] => [
    property,
    unknown('out-of-view', [{ what }], dict.at),
  ]);
  return hidden.length + open.length === 0
    ? dict
    : { ...dict, entries: new Map([...dict.entries, ...hidden, ...open]) };
}

/** What could not be had is not known: the properties of a further answer, or whatever the description would have said. */
function withGaps(dict: Dict, { gaps, spelling, incomplete }: Reading): Dict {
  const entries = new Map(dict.entries);
  let rest: Unknown | undefined = incomplete;
  for (const gap of gaps) {
    const lacking = unknownOf(gap);
    if (gap.part === undefined || gap.part === '*') rest ??= lacking;
    else for (const property of propertiesOf(gap.part, spelling)) entries.set(property, lacking);
  }
  return rest ? { ...dict, entries, rest } : { ...dict, entries };
}

function propertiesOf(part: string, { parts, further, rename }: ApiSpelling): readonly string[] {
  if (part === 'tags' || further?.[part]) return [];
  const name = rename?.[part] ?? part;
  return parts?.[part] ?? [name.charAt(0).toUpperCase() + name.slice(1)];
}
