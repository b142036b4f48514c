import type { Fields, PropertyType, ResourceType } from '../model/types.ts';
import { known } from '../model/value.ts';
import type { Dict, Value } from '../model/value.ts';
import type { ApiCall } from './api-calls.ts';
import { mapChanged, mapChoice } from './choices.ts';
import type { Context } from './context.ts';
import { dictOf } from './dict-of.ts';

/** The parameters of an API call as properties: `loggingConfig.s3Config.bucketName` is `S3Config.BucketName`. */
export function propertiesOfCall(call: ApiCall, parameters: Value, { types }: Context): Dict {
  const written = lifted(upper(dictOf(parameters)), call.lift);
  const schema = types.get(call.type);
  const entries = new Map<string, Value>();
  for (const [parameter, value] of written.entries) {
    const name = call.rename?.[parameter] ?? parameter;
    entries.set(name, schema ? convert(value, schema.properties[name]?.type, schema) : value);
  }
  for (const [name, value] of Object.entries(call.sets ?? {})) entries.set(name, known(value, written.at));
  return { ...written, entries };
}

/** The members of one entry beside the other entries. */
function lifted(dict: Dict, name: string | undefined): Dict {
  const inner = name === undefined ? undefined : dict.entries.get(name);
  if (name === undefined || !inner) return dict;
  const members = upper(dictOf(inner));
  const entries = new Map([...dict.entries, ...members.entries]);
  entries.delete(name);
  const rest = members.rest ?? dict.rest;
  return { ...dict, entries, ...(rest && { rest }) };
}

/** Members of objects get the model's spelling, at every depth; keys of maps are the user's own. */
function convert(value: Value, type: PropertyType | undefined, schema: ResourceType): Value {
  switch (value.kind) {
    case 'known':
      return decoded(value);
    case 'list':
      return type?.kind === 'list'
        ? { ...value, items: mapChanged(value.items, item => convert(item, type.of, schema)) }
        : value;
    case 'dict':
      return convertDict(value, type, schema);
    case 'conditional':
    case 'one-of':
      return mapChoice(value, part => convert(part, type, schema));
    default:
      return value;
  }
}

function convertDict(dict: Dict, type: PropertyType | undefined, schema: ResourceType): Dict {
  if (type?.kind === 'map') return withEntries(dict, value => convert(value, type.of, schema));
  const fields: Fields | undefined = type?.kind === 'object' ? schema.definitions[type.name] : undefined;
  return fields
    ? withEntries(upper(dict), (value, name) => convert(value, fields[name]?.type, schema))
    : dict;
}

const withEntries = (dict: Dict, change: (value: Value, name: string) => Value): Dict => ({
  ...dict,
  entries: new Map([...dict.entries].map(([name, value]) => [name, change(value, name)])),
});

const upper = (dict: Dict): Dict => ({
  ...dict,
  entries: new Map(
    [...dict.entries].map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  ),
});

/** The first CDK wrote booleans as texts. */
function decoded(value: Extract<Value, { kind: 'known' }>): Value {
  const [, word] = /^(TRUE|FALSE):BOOLEAN$/.exec(String(value.value)) ?? [];
  return word ? { ...value, value: word === 'TRUE' } : value;
}
