import type { $SchemaRef, SchemaTraits, SchemaTraitsObject, StaticSchema } from '@smithy/types';

/** What the SDK knows of the answer to an operation: the part of its schema that a body can be held to. */
export interface Output {
  /** `DescribeVpcs` */
  readonly operation: string;
  /** `budgets:DescribeBudgets`: the service in AWS's own model, without what stands before it. */
  readonly id: string;
  /** The shape, in the spelling of XML. */
  readonly name: string;
  /** What stands in the body; what is a header is not here. */
  readonly members: readonly Member[];
  /** The one member that is the whole body, when there is such a one. */
  readonly payload?: Member;
}

export interface Member {
  /** In the spelling of the SDK. */
  readonly name: string;
  readonly traits: SchemaTraitsObject;
  readonly required: boolean;
  readonly shape: Shape;
}

/** A type of the model, one level deep. */
export type Shape =
  | { readonly kind: 'structure'; readonly name: string; readonly members: readonly Member[] }
  | { readonly kind: 'list'; readonly item: () => Shape; readonly itemName: string; readonly flat: boolean }
  | { readonly kind: 'map'; readonly item: () => Shape }
  | { readonly kind: 'boolean' | 'number' | 'time' | 'text' | 'blob' | 'document' | 'nothing' };

const outputs = new WeakMap<Operation, Output>();

/** Reads the schema of an operation that the SDK hands to its own deserializer; undefined for what is none. */
export function outputOf(operation: unknown): Output | undefined {
  if (!isOperation(operation)) return undefined;
  const known = outputs.get(operation) ?? readOutput(operation);
  outputs.set(operation, known);
  return known;
}

function readOutput([, namespace, name, , , output]: Operation): Output {
  const shape = shapeOf(output);
  const members = shape.kind === 'structure' ? shape.members : [];
  const payload = members.find(({ traits }) => traits.httpPayload === 1);
  return {
    operation: name,
    id: `${namespace.split('.').at(-1) ?? ''}:${name}`,
    name: shape.kind === 'structure' ? shape.name : '',
    members: members.filter(({ traits }) => outsideOfBody.every(trait => traits[trait] === undefined)),
    ...(payload && { payload }),
  };
}

const outsideOfBody = ['httpHeader', 'httpPrefixHeaders', 'httpResponseCode', 'httpPayload'] as const;

type Operation = readonly [9, string, string, SchemaTraits, $SchemaRef, $SchemaRef];

const isOperation = (value: unknown): value is Operation => Array.isArray(value) && value[0] === 9;

/** The shape behind a reference, with the traits of a member that refers to it. */
function shapeOf(reference: $SchemaRef, traits: SchemaTraitsObject = {}): Shape {
  const schema = typeof reference === 'function' ? reference() : reference;
  if (typeof schema === 'number') return simpleShape(schema);
  if (typeof schema === 'string') return { kind: 'nothing' };
  if (!Array.isArray(schema)) return { kind: 'document' };
  return schema.length === 2
    ? shapeOf(schema[0], { ...traitsOf(schema[1]), ...traits })
    : namedShape(schema, traits);
}

function namedShape(schema: StaticSchema, traits: SchemaTraitsObject): Shape {
  switch (schema[0]) {
    case 0:
      return shapeOf(schema[4], traits);
    case 1:
      return listShape(schema[4], traits);
    case 2:
      return mapShape(schema[5]);
    case 9:
      return { kind: 'nothing' };
    default:
      return structureShape(schema[2], schema);
  }
}

function structureShape(
  name: string,
  [, , , own, names, references, required = 0]: readonly [
    number,
    string,
    string,
    SchemaTraits,
    readonly string[],
    readonly $SchemaRef[],
    number?,
  ],
): Shape {
  let members: readonly Member[] | undefined;
  return {
    kind: 'structure',
    name: traitsOf(own).xmlName ?? name,
    // AWS's types refer to themselves: what is behind a member is looked at when it is asked for.
    get members() {
      members ??= names.map((member, index) => memberOf(member, references[index] ?? 15, index < required));
      return members;
    },
  };
}

function memberOf(name: string, reference: $SchemaRef, required: boolean): Member {
  const traits = memberTraits(reference);
  let shape: Shape | undefined;
  return {
    name,
    traits,
    required,
    get shape() {
      shape ??= shapeOf(reference, traits);
      return shape;
    },
  };
}

function memberTraits(reference: $SchemaRef): SchemaTraitsObject {
  return Array.isArray(reference) && reference.length === 2 ? traitsOf(reference[1]) : {};
}

const listShape = (item: $SchemaRef, traits: SchemaTraitsObject): Shape => ({
  kind: 'list',
  item: () => shapeOf(item),
  itemName: memberTraits(item).xmlName ?? 'member',
  flat: traits.xmlFlattened === 1,
});

const mapShape = (item: $SchemaRef): Shape => ({ kind: 'map', item: () => shapeOf(item) });

/** The SDK's numbers for simple types; a list or map of one has a bit more. */
function simpleShape(schema: number): Shape {
  if (schema >= 128) return mapShape(schema - 128);
  if (schema >= 64) return listShape(schema - 64, {});
  return { kind: simpleKinds[schema] ?? 'document' };
}

const simpleKinds: Readonly<Record<number, Exclude<Shape['kind'], 'structure' | 'list' | 'map'>>> = {
  0: 'text',
  1: 'number',
  2: 'boolean',
  4: 'time',
  5: 'time',
  6: 'time',
  7: 'time',
  17: 'number',
  19: 'number',
  21: 'blob',
};

/** Traits are an object, or bits for those that are most often there. */
function traitsOf(traits: SchemaTraits): SchemaTraitsObject {
  if (typeof traits === 'object') return traits;
  return (traits & payloadBit) === 0 ? {} : { httpPayload: 1 };
}

const payloadBit = 16;
