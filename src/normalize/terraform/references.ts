import type { ResourceType } from '../../model/types.ts';
import type { Reference, Text, Value } from '../../model/value.ts';
import { mapChanged, mapChoice } from '../choices.ts';
import type { Spelling } from '../kinds/kind.ts';
import { mapEntries } from '../map-entries.ts';
import { fieldNamed, nameAmong } from './names.ts';

/** The value with every reference in it changed, at every depth; itself when none is. */
export function mapReferences(value: Value, change: (reference: Reference) => Value): Value {
  const deeper = (part: Value): Value => mapReferences(part, change);
  switch (value.kind) {
    case 'reference':
      return change(value);
    case 'text':
      return changedText(value, deeper);
    case 'list': {
      const items = mapChanged(value.items, deeper);
      return items === value.items ? value : { ...value, items };
    }
    case 'dict':
      return mapEntries(value, deeper);
    case 'one-of':
    case 'conditional':
      return mapChoice(value, deeper);
    default:
      return value;
  }
}

function changedText(text: Text, change: (part: Value) => Value): Text {
  const parts = text.parts.map(part => (typeof part === 'string' ? part : change(part)));
  return parts.every((part, index) => part === text.parts[index]) ? text : { ...text, parts };
}

/** What an attribute of the provider is called by CloudFormation: `id` is what `Ref` gives. */
export function attributeOf(
  attribute: string,
  { attributes, rename }: Spelling,
  schema: ResourceType,
): string {
  const told = attributes?.[attribute] ?? rename?.[attribute] ?? '';
  if (told !== '') return told;
  if (attribute === 'id') return 'Ref';
  const own = nameAmong(attribute, schema.attributes) ?? fieldNamed(attribute, schema.properties);
  return own ?? (attribute === 'arn' ? arnOf(schema) : attribute);
}

/** `TopicArn` of a topic, where it is not simply `Arn`. */
function arnOf({ name, attributes }: ResourceType): string {
  const kind = name.slice(name.lastIndexOf('::') + 2);
  return (
    attributes.find(attribute => attribute.endsWith('Arn') && kind.endsWith(attribute.slice(0, -3))) ?? 'Arn'
  );
}
