import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../../src/catalog/package-folder.ts';
import { loadTypes } from '../../../src/catalog/types.ts';
import type { JsonObject } from '../../../src/model/observation.ts';
import { normalizeObservations } from '../../../src/normalize/observations/normalize-observations.ts';

/* The accounts of an organisation: where they lie, and those that are nobody's any more. */

const types = loadTypes(join(packageFolder, 'types'));
const account = '111122223333';
const call = {
  kind: 'call',
  account,
  region: 'global',
  action: 'x:List',
  time: '2026-01-01T00:00:00Z',
} as const;

function estateOf(data: JsonObject) {
  const place = { account, region: 'global', partition: 'aws' };
  const observations = [{ ...place, kind: 'organizations:account', id: 'arn:a', data, calls: [call] }];
  const accounts = [{ id: account, partition: 'aws', regions: ['eu-west-1'] }];
  return normalizeObservations({ accounts, observations, gaps: [] }, types).estate;
}

/** The parents of each account that there is; nothing where nothing says which. */
const parentsIn = (data: JsonObject): unknown =>
  estateOf(data).resources.map(({ properties }) => {
    const parents = properties.entries.get('ParentIds');
    return parents?.kind === 'list'
      ? parents.items.map(item => (item.kind === 'known' ? item.value : item.kind))
      : undefined;
  });

const here = { Id: '444455556666', Name: 'team-a' } as const;

test.each<{ name: string; data: JsonObject; parents: unknown }>([
  { name: 'by its path', data: { ...here, Paths: ['o-1/r-1/ou-1/ou-2/444455556666/'] }, parents: [['ou-2']] },
  {
    name: 'at the root, by its path',
    data: { ...here, Paths: ['o-1/r-1/444455556666/'] },
    parents: [['r-1']],
  },
  { name: 'asked for', data: { ...here, parents: [{ Id: 'ou-1' }] }, parents: [['ou-1']] },
  { name: 'not said', data: { ...here, State: 'ACTIVE' }, parents: [undefined] },
  { name: 'that is suspended', data: { ...here, State: 'SUSPENDED' }, parents: [] },
  { name: 'that is closed, of an older answer', data: { ...here, Status: 'PENDING_CLOSURE' }, parents: [] },
])('an account $name', ({ data, parents }) => {
  expect(parentsIn(data)).toEqual(parents);
});

test('scopes of what AWS was asked say so', () => {
  expect(estateOf({ ...here }).scopes.map(({ kind, observed }) => [kind, observed])).toEqual([
    ['account-region', true],
    ['account', true],
    ['organisation', true],
  ]);
});
