import type { Opening } from '../../model/resource.ts';
import type { Origin, Span } from '../../model/source.ts';
import {
  absent,
  entry,
  known,
  type Condition,
  type Dict,
  type Reference,
  type Unknown,
  type Value,
} from '../../model/value.ts';
import { arms, lost, oneOf } from '../cloudformation/compose.ts';
import { and, constant, not, or, picks } from '../cloudformation/logic.ts';
import type { Instance } from '../cloudformation/scope.ts';
import { concat } from '../cloudformation/text.ts';

/** A resource of SAM, with what the transform makes of it. */
export interface Sam {
  readonly instance: Instance;
  readonly id: string;
  readonly type: string;
  /** The whole resource: what the transform makes has no other place. */
  readonly at: Span;
  /** With the globals merged in. */
  readonly properties: Dict;
  readonly exists: Condition;
  /** Whether the template writes a property, whatever its value: the transform decides by that. */
  readonly writes: (name: string) => boolean;
  readonly make: (product: Product) => void;
  /** Says that the transform adds to a property of another resource. */
  readonly touch: (resource: Value, property: string) => void;
  /** Says that the transform makes resources of these types that are not spelt out here. */
  readonly open: (types: Opening['types'], what: string) => void;
}

/** A resource that the transform makes. */
export interface Product {
  readonly id: string;
  readonly type: string;
  readonly properties: Value;
  readonly exists: Condition;
  readonly at: Span;
}

export interface Expansion {
  readonly products: Product[];
  readonly openings: Opening[];
  readonly touches: Touch[];
}

/** A property that the transform adds to, of a resource by its key. */
export interface Touch {
  readonly target: string;
  readonly property: string;
  readonly because: Unknown;
}

export const property = (sam: Sam, name: string): Value => entry(sam.properties, name);

/** A dict of what is there; what is not known of the source stays open in it. */
export function dict(
  entries: Iterable<readonly [string, Value]>,
  at: Origin | undefined,
  source?: Dict,
): Dict {
  const present = new Map([...entries].filter(([, value]) => value.kind !== 'absent'));
  return { kind: 'dict', entries: present, ...(source?.rest && { rest: source.rest }), ...(at && { at }) };
}

/** The entries of these names, as they are. */
export const passed = (source: Dict, names: readonly string[]): (readonly [string, Value])[] =>
  names.map(name => [name, source.entries.get(name) ?? absent] as const);

export const text = (value: string, at: Origin): Value => known(value, at);

export function pointer(sam: Sam, id: string, attribute: string): Reference {
  return { kind: 'reference', target: sam.instance.prefix + id, attribute, at: sam.at };
}

/** The ARN of a managed policy of AWS, by its name with path. */
export function managedPolicy(name: string, { instance, at }: Sam): Value {
  return concat(['arn:', instance.pseudo('AWS::Partition') ?? absent, ':iam::aws:policy/', name], at);
}

/** The policy that lets a role write traces; it has another name outside of the partition `aws`. */
export function tracingPolicy(sam: Sam): Value {
  const partition = sam.instance.pseudo('AWS::Partition') ?? absent;
  if (partition.kind === 'known') {
    return managedPolicy(
      partition.value === 'aws' ? 'AWSXrayWriteOnlyAccess' : 'AWSXRayDaemonWriteAccess',
      sam,
    );
  }
  const what = 'the name of the policy for tracing depends on AWS::Partition';
  const names = ['AWSXrayWriteOnlyAccess', 'AWSXRayDaemonWriteAccess'].map(name => known(name, sam.at));
  const name = oneOf('the name of the policy for tracing', names, { what, at: sam.at }, sam.at);
  return concat(['arn:', partition, ':iam::aws:policy/', name], sam.at);
}

/** Applies a function to what is there, under every choice of the value; what is absent stays absent. */
export function mapPresent(value: Value, change: (present: Value) => Value): Value {
  if (value.kind === 'absent') return value;
  if (value.kind === 'conditional') {
    return arms(
      value.condition,
      mapPresent(value.then, change),
      mapPresent(value.otherwise, change),
      value.at,
    );
  }
  if (value.kind === 'one-of') {
    return oneOf(
      value.choice,
      value.options.map(option => mapPresent(option, change)),
      value.because,
      value.at,
    );
  }
  return change(value);
}

/** The value, or another one where it is absent. */
export function orElse(value: Value, otherwise: Value): Value {
  if (value.kind === 'absent') return otherwise;
  if (value.kind !== 'conditional') return value;
  return arms(value.condition, orElse(value.then, otherwise), orElse(value.otherwise, otherwise), value.at);
}

/** When a value is there. */
export function presence(value: Value): Condition {
  if (value.kind === 'absent') return constant(false);
  if (value.kind === 'conditional') {
    const { condition } = value;
    return or([and([condition, presence(value.then)]), and([not(condition), presence(value.otherwise)])]);
  }
  if (value.kind !== 'one-of') return constant(true);
  return picks(
    value,
    value.options.map(option => option.kind !== 'absent'),
  );
}

/** A part of the expansion that depends on what only the deployment knows. */
export const unseen = (what: string, at: Origin) => lost('out-of-view', [{ what, at }], at);
