import { describe, expect, test } from 'vitest';

import type { AccountFilter } from '../../src/collect/request.ts';
import { selectAccounts, valueFor } from '../../src/collect/select-accounts.ts';
import type { Observation } from '../../src/model/observation.ts';

const place = { account: '111111111111', region: 'global', partition: 'aws', calls: [] } as const;

const unit = (Id: string, Name: string, ParentId: string): Observation => ({
  ...place,
  kind: 'organizations:unit',
  id: Id,
  data: { Id, Name, ParentId },
});

const account = (
  Id: string,
  path: string,
  more: { readonly State?: string; readonly tags?: Readonly<Record<string, string>> } = {},
): Observation => ({
  ...place,
  kind: 'organizations:account',
  id: Id,
  data: { Id, Name: `name ${Id}`, State: more.State ?? 'ACTIVE', Paths: [`o-x/r-1/${path}${Id}/`] },
  ...(more.tags && { tags: more.tags }),
});

const observations = [
  unit('ou-a', 'Workloads', 'r-1'),
  unit('ou-b', 'Production', 'ou-a'),
  account('222222222222', 'ou-a/ou-b/', { tags: { team: 'red' } }),
  account('333333333333', 'ou-a/', { tags: { team: 'blue' } }),
  account('444444444444', '', { State: 'SUSPENDED' }),
  account('555555555555', ''),
];

const everything: AccountFilter = { accounts: [], excluded: [], units: [], tags: [] };

const inScope = (filter: Partial<AccountFilter>): readonly string[] =>
  selectAccounts(observations, { ...everything, ...filter })
    .filter(({ skipped }) => skipped === undefined)
    .map(({ id }) => id[0] ?? '');

describe('the accounts in scope', () => {
  test.each([
    ['all that are active', {}, '235'],
    ['by id', { accounts: ['333333333333'] }, '3'],
    ['but', { excluded: ['333333333333'] }, '25'],
    ['below a unit by name', { units: ['Workloads'] }, '23'],
    ['below a unit by path', { units: ['Workloads/Production'] }, '2'],
    ['below a unit by id', { units: ['ou-b'] }, '2'],
    // The tags of 5 could not be read: it may carry the tag.
    ['with a tag', { tags: [{ key: 'team', value: 'red' }] }, '25'],
    ['with any value of a tag', { tags: [{ key: 'team' }] }, '235'],
  ] as const)('%s', (_, filter, expected) => {
    expect(inScope(filter).join('')).toBe(expected);
  });

  test('those that are not are listed with the reason', () => {
    const skipped = selectAccounts(observations, { ...everything, accounts: ['222222222222'] }).flatMap(
      ({ id, skipped: reason }) => (reason === undefined ? [] : [[id[0], reason]]),
    );
    expect(skipped).toEqual([
      ['3', 'not selected'],
      ['4', 'suspended'],
      ['5', 'not selected'],
    ]);
  });

  test.each([
    [{ accounts: ['999999999999'] }, /no account 999999999999/],
    [{ units: ['Nowhere'] }, /no unit Nowhere/],
  ])('a stranger is a mistake: %o', (filter, message) => {
    expect(() => selectAccounts(observations, { ...everything, ...filter })).toThrow(message);
  });
});

test('the role of the deepest unit counts', () => {
  const [second, third, , fifth] = selectAccounts(observations, everything);
  const roles = [
    { value: 'Any' },
    { unit: 'Workloads', value: 'Work' },
    { unit: 'Workloads/Production', value: 'Prod' },
  ];
  expect([second, third, fifth].map(one => one && valueFor(one, roles))).toEqual(['Prod', 'Work', 'Any']);
});
