import type { ResourceType } from '../../model/types.ts';
import type { Reference, Value } from '../../model/value.ts';
import { mapChanged, mapChoice } from '../choices.ts';
import type { Spelling } from '../kinds/kind.ts';
import { fieldNamed, nameAmong } from './names.ts';

/** The value with every reference in it changed, at every depth; itself when none is. */
export function mapReferences(value: Value, change: (reference: Reference) => Value): Value {
  const deeper = (part: Value): Value => mapReferences(part, change);
  switch (value.kind) {
    case 'reference':
      return change(value);
    case 'text': {
      const parts = value.parts.map(part => (typeof part === 'string' ? part : deeper(part)));
      return parts.every((part, index) => part === value.parts[index]) ? value : { ...value, parts };
    }
    case 'list': {
      const items = mapChanged(value.items, deeper);
      return items === value.items ? value : { ...value, items };
    }
    case 'dict': {
      let entries: Map<string, Value> | undefined;
      for (const [name, part] of value.entries) {
        const changed = deeper(part);
        if (changed !== part) (entries ??= new Map(value.entries)).set(name, changed);
      }
      return entries ? { ...value, entries } : value;
    }
    case 'one-of':
    case 'conditional':
      return mapChoice(value, deeper);
    default:
      return value;
  }
}

/** What an attribute of the provider is called by CloudFormation: `id` is what `Ref` gives. */
export function attributeOf(
  attribute: string,
  { attributes, rename }: Spelling,
  schema: ResourceType,
): string {
  const told = attributes?.[attribute] ?? (attribute === 'id' ? 'Ref' : undefined);
  if (told !== undefined) return told;
  const renamed = rename?.[attribute];
  if (renamed) return renamed;
  const own = nameAmong(attribute, schema.attributes) ?? fieldNamed(attribute, schema.properties);
  if (own !== undefined) return own;
  // `arn` of a type that calls it `TopicArn`, or that has none of its own.
  if (attribute !== 'arn') return attribute;
  const kind = schema.name.slice(schema.name.lastIndexOf('::') + 2);
  return schema.attributes.find(name => name === `${kind}Arn`) ?? 'Arn';
}
