import type { Resource } from '../../../src/model/resource.ts';
import type { SourceFile, Span } from '../../../src/model/source.ts';
import { always, known } from '../../../src/model/value.ts';
import type { Dict, Reference, Text, Unknown, Value } from '../../../src/model/value.ts';

/** Nobody knows whether it is there, nor what it is. */
export const U: Unknown = {
  kind: 'unknown',
  cause: 'unresolved-value',
  chain: [{ what: 'parameter P has no default' }],
};

/** It is there; nobody knows what it is. */
export const S: Unknown = { ...U, set: true };

/** It is there, and holds no `:` and no `/`. */
export const segment: Unknown = { ...S, shape: 'segment' };

export const textOf = (...parts: readonly (string | Value)[]): Text => ({ kind: 'text', parts });

export const referenceTo = (target: string, attribute = 'Ref'): Reference => ({
  kind: 'reference',
  target,
  attribute,
});

export const dictOf = (entries: Readonly<Record<string, Value>>): Dict => ({
  kind: 'dict',
  entries: new Map(Object.entries(entries)),
});

export const listOf = (...items: readonly Value[]): Value => ({ kind: 'list', items });

export const openList = (...items: readonly Value[]): Value => ({ kind: 'list', items, rest: U });

export const oneOf = (choice: string, ...values: readonly (string | number | boolean)[]): Value => ({
  kind: 'one-of',
  choice,
  options: values.map(value => known(value)),
  because: { what: `parameter ${choice} allows several values` },
});

/** `then` where the condition named `choice` holds. */
export function conditional(choice: string, then: Value, otherwise: Value): Value {
  const condition = { kind: 'open', choice, because: { what: `condition ${choice}` } } as const;
  // oxlint-disable-next-line unicorn/no-thenable -- the model calls it so, and no value is ever awaited
  return { kind: 'conditional', condition, then, otherwise };
}

const file: SourceFile = {
  path: 'a.yaml',
  text: Array.from({ length: 40 }, (_, index) => `line ${index}\n`).join(''),
};

/** The region of one line of the sample file, counted from 1. */
export function line(number: number): Span {
  const start = file.text.indexOf(`line ${number - 1}\n`);
  return { kind: 'span', file, start, end: start + 6 };
}

export function resourceOf(name: string, properties: Dict, more: Partial<Resource> = {}): Resource {
  return {
    kind: 'resource',
    key: `a.yaml#${name}`,
    type: 'AWS::Bedrock::Agent',
    name,
    account: known('111122223333'),
    region: known('eu-west-1'),
    partition: known('aws'),
    properties,
    tags: dictOf({}),
    names: [name],
    exists: always,
    at: line(1),
    ...more,
  };
}
