import type { Declaration } from '../../model/declaration.ts';
import type { TypeRegistry } from '../../model/types.ts';
import { always, entry, never } from '../../model/value.ts';
import type { Condition, Reference, Unknown, Value } from '../../model/value.ts';
import type { Apart } from '../kinds/kind.ts';
import type { Translated } from './translated.ts';

/**
 * The resources of their own that the attributes of a resource are in the model: the `policy` of a bucket is a bucket
 * policy. There where the attribute is; none where it is not.
 */
export function apartFrom(translated: Translated, types: TypeRegistry): readonly Declaration[] {
  return Object.entries(translated.spelling.apart ?? {}).flatMap(([attribute, apart]) => {
    const value = entry(translated.attributes, attribute);
    const set = isSet(value, `${translated.declaration.key}.${attribute}`);
    return isNever(set) ? [] : [made({ attribute, apart, value, set }, translated, types)];
  });
}

interface Part {
  readonly attribute: string;
  readonly apart: Apart;
  readonly value: Value;
  readonly set: Condition;
}

function made(
  { attribute, apart, value, set }: Part,
  { declaration }: Translated,
  types: TypeRegistry,
): Declaration {
  const place = value.at?.kind === 'span' ? value.at : declaration.at;
  const whole: Reference = { kind: 'reference', target: declaration.key, attribute: 'id', at: place };
  const isList = types.get(apart.type)?.properties[apart.of]?.type.kind === 'list';
  const named: Value = isList ? { kind: 'list', items: [whole], at: place } : whole;
  const entries = new Map<string, Value>([
    [apart.of, named],
    [apart.as, certain(value)],
  ]);
  return {
    ...declaration,
    names: [],
    key: `${declaration.key}.${attribute}`,
    type: apart.type,
    name: `${declaration.name}.${attribute}`,
    properties: { kind: 'dict', entries, at: place },
    exists: both(declaration.exists, set),
    at: place,
  };
}

/** Where the resource is there, so is its property. */
const certain = (value: Value): Value => (value.kind === 'unknown' ? isThere(value) : value);

const isThere = (value: Unknown): Unknown => ({ ...value, set: true });

/** When an attribute says something. */
function isSet(value: Value, choice: string): Condition {
  switch (value.kind) {
    case 'absent':
      return never;
    case 'known':
      return value.value === null || value.value === '' ? never : always;
    case 'conditional': {
      const [then, otherwise] = [isSet(value.then, choice), isSet(value.otherwise, choice)];
      const not: Condition = { kind: 'not', of: value.condition };
      return { kind: 'or', of: [both(value.condition, then), both(not, otherwise)] };
    }
    case 'unknown':
      return value.set ? always : open(value, choice);
    default:
      return always;
  }
}

const isNever = (condition: Condition): boolean => condition.kind === 'constant' && !condition.value;

function open({ chain, at }: Unknown, choice: string): Condition {
  const [first] = chain;
  return { kind: 'open', choice, because: first ?? { what: `${choice} is not known`, ...(at && { at }) } };
}

function both(first: Condition, second: Condition): Condition {
  if (first.kind === 'constant') return first.value ? second : first;
  if (second.kind === 'constant') return second.value ? first : second;
  return { kind: 'and', of: [first, second] };
}
