import { describe, expect, test } from 'vitest';

import type { ResourceType } from '../../src/model/types.ts';
import type { Value } from '../../src/model/value.ts';
import { absent, known } from '../../src/model/value.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import {
  at,
  declaration,
  dict,
  field,
  isProduction,
  lost,
  oneOf,
  openList,
  registry,
  stack,
  text,
  when,
} from './build.ts';

const tag = { kind: 'object', name: 'Tag' } as const;
const listed = registry(
  { Tags: field({ kind: 'list', of: tag }), Name: field('string'), Inner: field(tag) },
  {
    definitions: { Tag: { Key: field('string'), Value: field('string') } },
    tags: { property: 'Tags', shape: 'list' },
    names: ['Name', 'Inner.Key'],
  },
);
const mapped = registry(
  { Labels: field({ kind: 'map', of: { kind: 'string' } }) },
  { tags: { property: 'Labels', shape: 'map' } },
);

const read = (properties: Value, types = listed) =>
  normalize([stack([declaration(properties)])], types).estate.resources[0];

const unsure = (what: string) => ({ kind: 'unknown', cause: 'unresolved-value', chain: [{ what }] }) as const;
const noKey = unsure('a tag of which the key is not known');
const noList = unsure('not an object of which the keys are known');

describe('tags', () => {
  test.each([
    [
      'a list',
      [
        { Key: 'Owner', Value: 'ml' },
        { Key: 'Tier', Value: 1 },
      ],
      dict({ Owner: 'ml', Tier: '1' }),
    ],
    ['the lower case of an API', [{ key: 'Owner', value: 'ml' }], dict({ Owner: 'ml' })],
    ['a value that is not known', [{ Key: 'Owner', Value: lost }], dict({ Owner: lost })],
    ['a tag under a condition', [when({ Key: 'Owner', Value: 'ml' })], dict({ Owner: when('ml') })],
    [
      'a tag with one of two keys',
      [when({ Key: 'A', Value: '1' }, { Key: 'B', Value: '2' })],
      dict({ A: when('1'), B: when(absent, '2') }),
    ],
    ['a list under a condition', when([{ Key: 'A', Value: '1' }], []), dict({ A: when('1') })],
    [
      'one of several lists',
      oneOf([{ Key: 'A', Value: '1' }], [{ Key: 'A', Value: '2' }]),
      dict({ A: oneOf('1', '2') }),
    ],
    ['a tag that is taken out', [absent, { Key: 'A', Value: '1' }], dict({ A: '1' })],
    ['a list that is not there', absent, dict({})],
    [
      'a key that is not known',
      [
        { Key: lost, Value: '1' },
        { Key: 'A', Value: '1' },
      ],
      dict({ A: '1' }, noKey),
    ],
    ['a tag without a value', [{ Key: 'A' }], dict({}, noKey)],
    ['a tag that is not known', [lost, { Key: 'A', Value: '1' }], dict({ A: '1' }, lost)],
    ['an open list', openList([{ Key: 'A', Value: '1' }], lost), dict({ A: '1' }, lost)],
    ['a list that is not known', lost, dict({}, lost)],
    ['a string', 'Owner=ml', dict({}, noList)],
  ])('from %s', (_, written, expected) => {
    expect(read(dict({ Tags: written }))?.tags).toEqual(expected);
  });

  test.each([
    ['a map', { Owner: 'ml', Tier: 1 }, dict({ Owner: 'ml', Tier: '1' })],
    ['a map with an entry under a condition', { Owner: when('ml') }, dict({ Owner: when('ml') })],
    ['a map under a condition', when({ Owner: 'ml' }), dict({ Owner: when('ml') })],
    ['a map that is not known', lost, dict({}, lost)],
  ])('from %s', (_, written, expected) => {
    expect(read(dict({ Labels: written }), mapped)?.tags).toEqual(expected);
  });

  test('are not known where the properties are not, and none where the type has none', () => {
    expect(read(dict({}, lost))?.tags).toEqual(dict({}, lost));
    expect(read(lost)?.tags).toEqual(dict({}, lost));
    expect(read(dict({ Tags: [{ Key: 'A', Value: '1' }] }), registry({}))?.tags).toEqual(dict({}));
  });
});

describe('names', () => {
  test.each([
    ['what is written out', { Name: 'orders', Inner: { Key: 'deep' } }, ['orders', 'deep']],
    ['a number', { Name: 42 }, ['42']],
    ['nothing that is not known, chosen or empty', { Name: lost, Inner: { Key: '' } }, []],
    ['nothing that depends', { Name: when('a', 'b'), Inner: oneOf({ Key: 'a' }, { Key: 'b' }) }, []],
    ['nothing of which parts are not known', { Name: text('a-', lost) }, []],
  ])('are %s', (_, written, expected) => {
    expect(read(dict(written))?.names).toEqual(expected);
  });
});

test('a resource is its declaration, in its place', () => {
  const source = { ...at, start: 0 };
  const one = declaration(dict({ Name: 'x' }), {
    exists: isProduction,
    construct: 'App/Thing',
    generated: at,
    at: source,
  });
  const placed = stack([one], {
    account: known('111122223333'),
    region: known('eu-west-1'),
    partition: known('aws'),
  });
  const schema: Partial<ResourceType> = { names: ['Name'] };
  expect(normalize([placed], registry({ Name: field('string') }, schema)).estate.resources).toEqual([
    {
      kind: 'resource',
      key: 'a.yaml#Thing',
      type: 'AWS::Test::Thing',
      name: 'Thing',
      account: known('111122223333'),
      region: known('eu-west-1'),
      partition: known('aws'),
      properties: dict({ Name: 'x' }),
      tags: dict({}),
      names: ['x'],
      exists: isProduction,
      at: source,
      construct: 'App/Thing',
      generated: at,
    },
  ]);
});
