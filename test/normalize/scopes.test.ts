import { describe, expect, test } from 'vitest';

import type { Stack } from '../../src/model/declaration.ts';
import { known } from '../../src/model/value.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { declaration, dict, lost, registry, stack } from './build.ts';

const inStack = (key: string, more: Partial<Stack> = {}, type = 'AWS::Test::Thing'): Stack =>
  stack([declaration(dict({}), { key: `${key}#Thing`, type })], {
    key,
    name: key.replace('.yaml', ''),
    ...more,
  });

const scopesOf = (...stacks: readonly Stack[]) => normalize(stacks, registry({})).estate.scopes;

const outline = (...stacks: readonly Stack[]) =>
  scopesOf(...stacks).map(({ kind, key, name, members }) => [
    kind,
    key,
    name,
    members.map(({ key: member }) => member).join(' '),
  ]);

const ireland = { account: known('111122223333'), region: known('eu-west-1') };
const virginia = { account: known('111122223333'), region: known('us-east-1') };

describe('scopes', () => {
  test('of stacks that nobody placed: one deployment', () => {
    expect(outline(inStack('a.yaml'), inStack('b.yaml'))).toEqual([
      ['stack', 'a.yaml', 'a', 'a.yaml#Thing'],
      ['stack', 'b.yaml', 'b', 'b.yaml#Thing'],
      ['account-region', 'account-region/*/*', 'the account of the deployment', 'a.yaml#Thing b.yaml#Thing'],
      ['account', 'account/*', 'the account of the deployment', 'a.yaml#Thing b.yaml#Thing'],
    ]);
  });

  test('of stacks in known places: one for each account and Region', () => {
    expect(
      outline(
        inStack('a.yaml', ireland),
        inStack('b.yaml', virginia),
        inStack('c.yaml', ireland),
        inStack('d.yaml', { region: known('eu-west-1') }),
      ).slice(4),
    ).toEqual([
      [
        'account-region',
        'account-region/111122223333/eu-west-1',
        'account 111122223333 in eu-west-1',
        'a.yaml#Thing c.yaml#Thing',
      ],
      [
        'account-region',
        'account-region/111122223333/us-east-1',
        'account 111122223333 in us-east-1',
        'b.yaml#Thing',
      ],
      [
        'account-region',
        'account-region/*/eu-west-1',
        'the account of the deployment in eu-west-1',
        'd.yaml#Thing',
      ],
      ['account', 'account/111122223333', 'account 111122223333', 'a.yaml#Thing b.yaml#Thing c.yaml#Thing'],
      ['account', 'account/*', 'the account of the deployment', 'd.yaml#Thing'],
    ]);
  });
});

describe('other scopes', () => {
  test('of an organisation: only when a part of it is in view', () => {
    expect(
      outline(inStack('a.yaml', ireland), inStack('scp.json', {}, 'AWS::Organizations::Policy')).at(-1),
    ).toEqual(['organisation', 'organisation', 'the organisation', 'a.yaml#Thing scp.json#Thing']);
  });

  test('of nothing: none', () => {
    expect(scopesOf()).toEqual([]);
  });

  test('are closed for a stack but for its openings, and open for what templates never show', () => {
    const macro = { types: 'all', because: lost } as const;
    const scopes = scopesOf(
      inStack('a.yaml'),
      inStack('b.yaml', { openings: [macro] }, 'AWS::Organizations::Account'),
    );
    const because = {
      kind: 'unknown',
      cause: 'out-of-view',
      chain: [{ what: 'only templates were scanned; the account may hold more' }],
    };
    expect(scopes.map(({ kind, openings }) => [kind, openings])).toEqual([
      ['stack', []],
      ['stack', [macro]],
      ['account-region', [{ types: 'all', because }]],
      ['account', [{ types: 'all', because }]],
      ['organisation', [{ types: 'all', because }]],
    ]);
  });
});
