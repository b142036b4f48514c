import { loadTypes } from '../../../src/catalog/types.ts';
import type { Declaration } from '../../../src/model/declaration.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { always } from '../../../src/model/value.ts';
import type { Dict, Value } from '../../../src/model/value.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import { at, dict, stack } from '../build.ts';

export const types = loadTypes('types');

type Attributes = Parameters<typeof dict>[0];

/** `aws_s3_bucket.logs` with its attributes, as the readers of Terraform declare it. */
export const tf = (name: string, attributes: Attributes, more: Partial<Declaration> = {}): Declaration => ({
  format: 'terraform',
  key: `.#${name}`,
  type: name.slice(0, name.indexOf('.')),
  name,
  properties: { ...dict(attributes), at },
  exists: always,
  at,
  ...more,
});

/** `${aws_s3_bucket.logs.id}` */
export const ref = (path: string): Value => ({
  kind: 'reference',
  target: `.#${path.slice(0, path.lastIndexOf('.'))}`,
  attribute: path.slice(path.lastIndexOf('.') + 1),
});

export const resourcesOf = (...declarations: readonly Declaration[]): readonly Resource[] =>
  normalize([stack(declarations, { key: '.', name: '.' })], types).estate.resources;

/** The properties of the resource of a name, in short. */
export function propertiesOf(name: string, ...declarations: readonly Declaration[]): unknown {
  const resource = resourcesOf(...declarations).find(one => one.name === name);
  return resource && plain(resource.properties);
}

/** A value as plain data: `?` for what is not known, `→ key.attribute` for a reference, `…` for what may follow. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'list':
      return [...value.items.map(plain), ...(value.rest ? ['…'] : [])];
    case 'dict':
      return plainDict(value);
    case 'reference':
      return `→ ${value.target}.${value.attribute}`;
    case 'conditional':
      return { if: plain(value.then), else: plain(value.otherwise) };
    case 'one-of':
      return { oneOf: value.options.map(plain) };
    default:
      return value.kind === 'absent' ? undefined : '?';
  }
}

function plainDict({ entries, rest }: Dict): unknown {
  const present = [...entries].filter(([, item]) => item.kind !== 'absent');
  return {
    ...Object.fromEntries(present.map(([name, item]) => [name, plain(item)])),
    ...(rest ? { '…': '?' } : {}),
  };
}
