import type { Declaration } from '../../model/declaration.ts';
import type { TypeRegistry } from '../../model/types.ts';
import { entry, unknown } from '../../model/value.ts';
import type { Dict, Value } from '../../model/value.ts';
import { mapChoice } from '../choices.ts';
import type { Context } from '../context.ts';
import { dictOf } from '../dict-of.ts';
import { readJson } from '../json-text.ts';
import type { Translated } from './translated.ts';

/** The type that makes any resource of the Cloud Control API: `type_name` with `desired_state`, a JSON text of its properties. */
export const cloudControlResource = 'aws_cloudcontrolapi_resource';

/** What a resource of the Cloud Control API is, when it is known of what type and the registry has it. */
export function fromDesiredState(
  declaration: Declaration,
  stack: string,
  { types, report }: Context,
): Translated | undefined {
  const attributes = dictOf(declaration.properties);
  const schema = schemaOf(entry(attributes, 'type_name'), types);
  if (!schema) return undefined;
  const state = entry(attributes, 'desired_state');
  const read = dictOf(asData(state, { name: declaration.name, report }));
  const properties: Dict = state.at ? { ...read, at: state.at } : read;
  return { declaration, stack, attributes, spelling: {}, schema, properties };
}

const schemaOf = (name: Value, types: TypeRegistry) =>
  name.kind === 'known' ? types.get(String(name.value)) : undefined;

function asData(value: Value, reader: Parameters<typeof readJson>[2]): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of')
    return mapChoice(value, part => asData(part, reader));
  if (value.kind === 'known' || value.kind === 'text') return readJson(value, 'policy', reader);
  // What nobody can see may say anything.
  const link = { what: 'a desired state that is not known', ...(value.at && { at: value.at }) };
  return value.kind === 'absent' ? unknown('unresolved-value', [link], value.at) : value;
}
