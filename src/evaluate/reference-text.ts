import type { Resource } from '../model/resource.ts';
import type { Reference, Text, Unknown, Value } from '../model/value.ts';
import { unknownOfReference } from './language/unknowns.ts';
import type { Index } from './resource-index.ts';

/**
 * What is known of the text that a reference stands for before it is deployed: of an attribute that is a property, what
 * the property says; of an ARN, what its type says of it; of other ids of what AWS makes, that they are no pattern. A
 * custom resource may answer anything, a nested stack too.
 */
export function referenceText(reference: Reference, { byKey, types }: Index): Text | undefined {
  const { target, attribute } = reference;
  const resource = byKey.get(target);
  if (!resource || !makesOwnIds(resource.type)) return undefined;
  const written = resource.properties.entries.get(attribute);
  if (written && types.get(resource.type)?.attributes.includes(attribute)) return asText(written);
  const name: Unknown = { ...unknownOfReference(reference), shape: 'plain' };
  const arn = isOwnArn(resource.type, attribute) ? types.get(resource.type)?.arn : undefined;
  if (arn !== undefined) return { kind: 'text', parts: arnParts(arn, resource, name) };
  return /(?:^Ref|Arn|Id)$/.test(attribute) ? { kind: 'text', parts: [name] } : undefined;
}

function asText(value: Value): Text | undefined {
  if (value.kind === 'text') return value;
  return value.kind === 'known' ? { kind: 'text', parts: [String(value.value)] } : undefined;
}

const givesAnything = ['AWS::CloudFormation::', 'AWS::Route53::RecordSet'] as const;

const makesOwnIds = (type: string): boolean =>
  type.startsWith('AWS::') && !givesAnything.some(prefix => type.startsWith(prefix));

/** `Arn`, or named after the type: `GuardrailArn`, and `InferenceProfileArn` of an application inference profile. */
function isOwnArn(type: string, attribute: string): boolean {
  const [, stem] = /^(.*)Arn$/.exec(attribute) ?? [];
  return stem !== undefined && (type.split('::').at(-1) ?? '').endsWith(stem);
}

/** `arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}` with what is known of the deployment; ids of AWS are segments. */
function arnParts(
  template: string,
  { partition, region, account }: Resource,
  name: Unknown,
): readonly (string | Unknown)[] {
  const places = new Map([
    ['Partition', partition],
    ['Region', region],
    ['Account', account],
  ]);
  // Splitting by a pattern with a group gives texts and names in turn.
  return template.split(/\$\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    const place = places.get(part);
    if (place?.kind === 'known') return String(place.value);
    return place || part.endsWith('Id') ? { ...name, shape: 'segment' } : name;
  });
}
