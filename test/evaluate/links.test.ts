import { expect, test } from 'vitest';

import { graphOf } from '../../src/evaluate/graph.ts';
import type { ListOperand, World } from '../../src/evaluate/language/runtime.ts';
import { indexOf } from '../../src/evaluate/resource-index.ts';
import type { Estate, Opening, Resource } from '../../src/model/resource.ts';
import type { ResourceType, TypeRegistry } from '../../src/model/types.ts';
import { always, known, unknown } from '../../src/model/value.ts';
import type { Condition, Dict, Unknown, Value } from '../../src/model/value.ts';

/*
 * What a rule may say of the resources around one: nothing is absent that an unknown may stand for, and nothing is
 * there that may not be. Each of these once let a verdict flip when what was unknown became known.
 */

const at = { kind: 'span', file: { path: 'a.yaml', text: '' }, start: 0, end: 0 } as const;
const lost: Unknown = unknown('unresolved-value', [{ what: 'nobody says' }]);
const setButLost: Unknown = { ...lost, set: true };
const open: Condition = { kind: 'open', choice: 'IsProduction', because: { what: 'IsProduction' } };

const reference = (name: string, attribute = 'Ref'): Value => ({
  kind: 'reference',
  target: `a.yaml#${name}`,
  attribute,
});

type Properties = Readonly<Record<string, Value | string>>;

const dict = (properties: Properties): Dict => ({
  kind: 'dict',
  entries: new Map(
    Object.entries(properties).map(([key, value]) => [key, typeof value === 'string' ? known(value) : value]),
  ),
});

const resource = (
  name: string,
  type: string,
  properties: Properties = {},
  more: Partial<Resource> = {},
): Resource => ({
  kind: 'resource',
  key: `a.yaml#${name}`,
  type,
  name,
  account: lost,
  region: lost,
  partition: lost,
  properties: dict(properties),
  tags: dict({}),
  names: [],
  exists: always,
  at,
  ...more,
});

const typeOf = (name: string, more: Partial<ResourceType> = {}): ResourceType => ({
  name,
  properties: {},
  definitions: {},
  attributes: [],
  names: [],
  ...more,
});

const typeList = [
  typeOf('T::Key', { names: ['Name'] }),
  typeOf('T::Alias', { standsFor: 'Key' }),
  typeOf('T::User'),
  typeOf('T::Network'),
];
const types: TypeRegistry = {
  names: typeList.map(({ name }) => name),
  get: name => typeList.find(type => type.name === name),
};

function graph(resources: readonly Resource[], openings: readonly Opening[] = []) {
  const scope = { key: 'a', name: 'a', account: lost, region: lost, members: resources, openings, at };
  const scopes: Estate['scopes'] = [
    { ...scope, kind: 'stack' },
    { ...scope, kind: 'account-region' },
  ];
  const [first] = resources;
  if (!first) throw new Error('a graph needs a resource');
  return graphOf(indexOf({ resources, scopes }, types), first);
}

const world = (production: boolean): World => ({
  pick: () => (production ? 0 : 1),
  truth: condition => {
    if (condition.kind === 'not') return !production;
    return condition.kind === 'constant' ? condition.value : production;
  },
});

const shown = ({ items, rest }: ListOperand): string =>
  [
    ...items.map(item => (typeof item === 'object' && item?.kind === 'resource' ? item.name : '?')),
    ...(rest ? ['…'] : []),
  ].join(' ');

const key = resource('Key', 'T::Key');
const user = (properties: Properties): Resource => resource('User', 'T::User', properties);
const alias = (target: Value): Resource => resource('Alias', 'T::Alias', { Key: target });
const custom = resource('Maker', 'Custom::Maker');
const network = resource('Network', 'T::Network', { KeyId: reference('Key') });
const named = (name: string, exists: Condition = always): Resource =>
  resource(name, 'T::Key', { Name: 'main' }, { names: ['main'], exists });
const list = (items: readonly Value[], rest?: Unknown): Value => ({
  kind: 'list',
  items,
  ...(rest && { rest }),
});

test.each([
  ['a reference', [user({ Key: reference('Key') }), key], 'Key'],
  ['a stand-in', [user({ Key: reference('Alias') }), alias(reference('Key')), key], 'Key'],
  ['a stand-in for who knows what', [user({ Key: reference('Alias') }), alias(lost), key], '…'],
  [
    'a stand-in for something that is not known',
    [user({ Key: reference('Alias') }), alias(setButLost)],
    '? …',
  ],
  ['a stand-in for itself', [user({ Key: reference('Alias') }), alias(reference('Alias'))], '?'],
  ['an open list', [user({ Key: list([reference('Key')], setButLost) }), key], 'Key …'],
  ['something that is set and may be a list', [user({ Key: setButLost }), key], '? …'],
  ['what a custom resource says', [user({ Key: reference('Maker', 'KeyArn') }), custom, key], '?'],
  ['a custom resource', [user({ Key: reference('Maker') }), custom, key], '?'],
  ['an attribute that is a property', [user({ Key: reference('Network', 'KeyId') }), network, key], 'Key'],
  ['an attribute that is none', [user({ Key: reference('Network', 'Other') }), network, key], '?'],
  ['a resource of another type', [user({ Key: reference('Network', 'Arn') }), network, key], ''],
  ['a name that two have', [user({ Key: 'main' }), named('A'), named('B')], '?'],
  [
    'a name that one has at a time',
    [user({ Key: 'main' }), named('A', open), named('B', { kind: 'not', of: open })],
    'A',
  ],
  ['a number', [user({ Key: known(7) }), key], '?'],
  ['a map', [user({ Key: dict({}) }), key], '?'],
])('points at %s', (_, resources, expected) => {
  const [from] = resources;
  if (!from) throw new Error('nobody points');
  expect(shown(graph(resources).linked(from, 'Key', 'T::Key', world(true)))).toBe(expected);
});

const text = (...parts: readonly (string | Value)[]): Value => ({ kind: 'text', parts });
const size: Value = {
  kind: 'one-of',
  choice: 'Size',
  options: [known('main'), known('other')],
  because: { what: 'Size' },
};
const keyNamed = (name: Value | string, names: readonly string[] = []): Resource =>
  resource('Key', 'T::Key', { Name: name }, { names });

test.each([
  ['a reference', [key, user({ Key: reference('Key') })], 'User'],
  ['nobody', [key, user({ Key: 'other' })], ''],
  ['a name', [keyNamed('main', ['main']), user({ Key: 'main' })], 'User'],
  ['perhaps a name, when its own is not known', [keyNamed(lost), user({ Key: 'main' })], '…'],
  ['perhaps a name, when its own is a choice', [keyNamed(size), user({ Key: 'main' })], '…'],
  [
    'perhaps a name that fits the known part of its own',
    [keyNamed(text('ma', lost)), user({ Key: 'main' })],
    '…',
  ],
  ['no name that does not fit', [keyNamed(text('x-', lost)), user({ Key: 'main' })], ''],
  [
    'perhaps a text with a choice in it',
    [keyNamed('a-main', ['a-main']), user({ Key: text('a-', size) })],
    '…',
  ],
  ['who points at its stand-in', [key, alias(reference('Key')), user({ Key: reference('Alias') })], 'User'],
  [
    'perhaps who points at a stand-in for who knows what',
    [key, alias(lost), user({ Key: reference('Alias') })],
    '…',
  ],
  ['perhaps one of two of its name', [named('Key'), named('Other'), user({ Key: 'main' })], '…'],
  ['one that exists', [key, { ...user({ Key: reference('Key') }), exists: open }], 'User'],
])('is pointed at by %s', (_, resources, expected) => {
  const [to] = resources;
  if (!to) throw new Error('nobody is pointed at');
  const query = { to, path: 'Key', type: 'T::User' };
  expect(shown(graph(resources).linkedFrom(query, world(true)))).toBe(expected);
});

test('of a scope of several stacks nothing is said about one of them', () => {
  const other = resource('Other', 'T::User');
  const scope = { name: 'a', account: lost, region: lost, openings: [], at };
  const account = { ...scope, kind: 'account', key: 'account', members: [key, other] } as const;
  const scopes: Estate['scopes'] = [
    { ...scope, kind: 'stack', key: 'a', members: [key] },
    { ...scope, kind: 'stack', key: 'b', members: [other] },
    account,
  ];
  const seen = graphOf(indexOf({ resources: [key, other], scopes }, types), account);
  expect(shown(seen.resources('T::User', 'stack', world(true)))).toBe('…');
  expect(shown(seen.resources('T::User', undefined, world(true)))).toBe('Other');
});

test.each([
  ['anything', undefined, 'User …'],
  ['what it was given', [key.key], 'User …'],
  ['something else', ['a.yaml#Other'], 'User'],
])('what is made out of view, and may point at %s', (_, reached, expected) => {
  const opening: Opening = { types: 'all', because: lost, ...(reached && { reached: new Set(reached) }) };
  const pointing = user({ KeyId: reference('Key') });
  const { linkedFrom } = graph([key, pointing], [opening]);
  expect(shown(linkedFrom({ to: key, path: 'KeyId', type: 'T::User', scope: 'stack' }, world(true)))).toBe(
    expected,
  );
});
