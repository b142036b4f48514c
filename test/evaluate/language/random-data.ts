import type { Condition, Dict, List, Reference, Text, Unknown, Value } from '../../../src/model/value.ts';
import { shape } from './random-shape.ts';
import type { Shape } from './random-shape.ts';
import type { Random } from './random.ts';

/** How much is left open: 0 gives known data only. */
export interface Openness {
  readonly random: Random;
  readonly open: number;
}

/** A resource's properties, of which some are not known in one of the ways in which things are not known. */
export const randomData = (openness: Openness): Value => valueOf(shape, openness);

/** The shapes of what is unknown, to fill it in later. */
export const unknownShapes = new WeakMap<Unknown, { readonly shape: Shape; readonly mayBeAbsent: boolean }>();

function unknownOf(of: Shape, { random }: Openness, mayBeAbsent = false): Unknown {
  const base = { kind: 'unknown', cause: 'unresolved-value', chain: [{ what: 'not known' }] } as const;
  const certain = !mayBeAbsent || random.chance(0.5);
  const value: Unknown = {
    ...base,
    ...(certain && mayBeAbsent && { set: true as const }),
    ...(of.kind === 'segment' && { shape: 'segment' as const }),
  };
  unknownShapes.set(value, { shape: of, mayBeAbsent: !certain });
  return value;
}

function valueOf(of: Shape, openness: Openness, mayBeAbsent = false): Value {
  const { random, open } = openness;
  if (!random.chance(open)) return closedValue(of, openness);
  switch (random.below(4)) {
    case 0:
      return unknownOf(of, openness, mayBeAbsent);
    case 1: {
      const options = [closedValue(of, openness), closedValue(of, openness)];
      return { kind: 'one-of', choice: `c${random.below(3)}`, options, because: { what: 'a choice' } };
    }
    case 2:
      return {
        kind: 'conditional',
        condition: condition(random),
        // oxlint-disable-next-line unicorn/no-thenable -- the model calls it so, and no value is ever awaited
        then: valueOf(of, openness),
        otherwise: otherwise(of, openness, mayBeAbsent),
      };
    default:
      return openValue(of, openness, mayBeAbsent);
  }
}

function otherwise(of: Shape, openness: Openness, mayBeAbsent: boolean): Value {
  return mayBeAbsent && openness.random.chance(0.5) ? { kind: 'absent' } : closedValue(of, openness);
}

function condition(random: Random): Condition {
  const open: Condition = { kind: 'open', choice: `t${random.below(3)}`, because: { what: 'a condition' } };
  return random.chance(0.3) ? { kind: 'not', of: open } : open;
}

/** Open in the way of its shape: a text with holes, an open list, an open map. */
function openValue(of: Shape, openness: Openness, mayBeAbsent: boolean): Value {
  const { random } = openness;
  switch (of.kind) {
    case 'text':
      return textWithHoles(openness);
    case 'list':
      return { ...listValue(of.of, openness), rest: unknownOf(of, openness) };
    case 'map':
      return { ...mapValue(of.of, openness), rest: unknownOf(of.of, openness) };
    case 'one-or-list':
      return random.chance(0.5)
        ? { ...listValue(of.of, openness), rest: unknownOf({ kind: 'list', of: of.of }, openness) }
        : valueOf(of.of, openness);
    default:
      return unknownOf(of, openness, mayBeAbsent);
  }
}

const fragments = ['a', 'b', 'ab', '', ':', '/x', 'arn:aws:'] as const;

function textWithHoles(openness: Openness): Text {
  const { random } = openness;
  const hole = (): Value =>
    random.chance(0.3)
      ? reference(random)
      : unknownOf({ kind: random.chance(0.5) ? 'segment' : 'text' }, openness);
  return {
    kind: 'text',
    parts: [random.pick(fragments), hole(), random.pick(fragments), ...(random.chance(0.3) ? [hole()] : [])],
  };
}

function reference(random: Random): Reference {
  return {
    kind: 'reference',
    target: `t#${random.pick(['A', 'B'])}`,
    attribute: random.pick(['Ref', 'Arn']),
  };
}

function arnWithHoles(openness: Openness): Text {
  const { random } = openness;
  const segment = (known: string): string | Value =>
    random.chance(0.4) ? unknownOf({ kind: random.chance(0.7) ? 'segment' : 'text' }, openness) : known;
  const resource = random.pick(['b/x', 'b:x', 'x', 'foundation-model/x']);
  const parts = [
    'arn:',
    segment('aws'),
    ':s3:',
    segment('eu-west-1'),
    ':',
    segment('1'),
    ':',
    segment('p'),
    resource,
  ];
  return { kind: 'text', parts };
}

/** A value of which the outside is known; inside, parts may be open. */
export function closedValue(of: Shape, openness: Openness): Value {
  const { random, open } = openness;
  switch (of.kind) {
    case 'arn':
      return random.chance(open * 2)
        ? arnWithHoles(openness)
        : { kind: 'known', value: 'arn:aws:s3:eu-west-1:1:b/x' };
    case 'reference':
      return open > 0 ? reference(random) : { kind: 'known', value: random.pick(['a', 'b']) };
    case 'words':
      return { kind: 'known', value: random.pick(of.of) };
    case 'either':
      return closedValue(random.pick(of.of), openness);
    default:
      return compositeValue(of, openness);
  }
}

type Composite = Exclude<Shape, { kind: 'arn' | 'reference' | 'words' | 'either' }>;

function compositeValue(of: Extract<Shape, { kind: Composite['kind'] }>, openness: Openness): Value {
  switch (of.kind) {
    case 'list':
      return listValue(of.of, openness);
    case 'map':
      return mapValue(of.of, openness);
    case 'object':
      return objectValue(of, openness);
    case 'one-or-list':
      return openness.random.chance(0.5) ? closedValue(of.of, openness) : listValue(of.of, openness);
    default:
      return { kind: 'known', value: scalar(of.kind, openness.random) };
  }
}

export const strings = ['a', 'ab', 'b', '', 'A', 'arn:aws:s3', 'a:b/x', '*'] as const;

function scalar(kind: string, random: Random): string | number | boolean {
  if (kind === 'number') return random.below(5) - 1;
  if (kind === 'bool') return random.chance(0.5);
  return random.pick(kind === 'segment' ? ['aws', 'eu-west-1', '1', 'a', 'p'] : strings);
}

function listValue(of: Shape, openness: Openness): List {
  const items = Array.from({ length: openness.random.below(4) }, () => valueOf(of, openness));
  return { kind: 'list', items };
}

function mapValue(of: Shape, openness: Openness): Dict {
  const keys = ['a', 'b', 'constructor'].filter(() => openness.random.chance(0.5));
  return { kind: 'dict', entries: new Map(keys.map(key => [key, valueOf(of, openness, true)])) };
}

function objectValue({ fields, optional }: Extract<Shape, { kind: 'object' }>, openness: Openness): Dict {
  const entries = new Map<string, Value>();
  for (const [name, of] of Object.entries(fields)) {
    const mayBeAbsent = optional.includes(name);
    if (mayBeAbsent && openness.random.chance(0.4)) continue;
    entries.set(name, valueOf(of, openness, mayBeAbsent));
  }
  return { kind: 'dict', entries };
}
