import { expect, test } from 'vitest';

import { known } from '../../src/model/value.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import {
  declaration,
  dict,
  field,
  lost,
  openList,
  reference,
  registry,
  stack,
  value,
  when,
} from './build.ts';

const types = registry({ Policy: field('policy'), Free: field('json') });

function read(written: Parameters<typeof value>[0], property: 'Policy' | 'Free' = 'Policy') {
  const { estate, problems } = normalize([stack([declaration(dict({ [property]: value(written) }))])], types);
  return {
    value: estate.resources[0]?.properties.entries.get(property),
    problems: problems.map(({ cause, message }) => `${cause}: ${message}`),
  };
}

const not = (wanted: string) => ({
  kind: 'unknown' as const,
  cause: 'parse-error' as const,
  chain: [{ what: `this is not ${wanted}` }],
  set: true as const,
});

const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const noStatement = 'parse-error: A policy of Thing has something else where a statement belongs.';
const noDocument = 'parse-error: A policy of Thing has something else where a policy document belongs.';

test.each([
  ['a text for the statements', { Statement: 'Allow' }, { Statement: not('a statement') }, [noStatement]],
  [
    'a text and a list among the statements',
    { Statement: [allow, 'Allow', [allow]] },
    { Statement: [allow, not('a statement'), not('a statement')] },
    [noStatement, noStatement],
  ],
  ['a list for the document', [{ Statement: [allow] }], not('a policy document'), [noDocument]],
  ['a number for the document', 7, not('a policy document'), [noDocument]],
  ['a JSON text of a list', '[1]', not('a policy document'), [noDocument]],
  [
    'a JSON text with a text for the statements',
    '{"Statement":"Allow"}',
    { Statement: not('a statement') },
    [noStatement],
  ],
  [
    'an arm of a choice',
    when({ Statement: 'a' }, { Statement: [allow] }),
    when({ Statement: not('a statement') }, { Statement: [allow] }),
    [noStatement],
  ],
  [
    'a statement that neither allows nor denies',
    { Statement: [{ Action: 's3:*' }] },
    { Statement: [not('a statement with an Effect of Allow or Deny')] },
    [
      'parse-error: A policy of Thing has something else where a statement with an Effect of Allow or Deny belongs.',
    ],
  ],
  [
    'an effect that is none',
    { Statement: [{ Effect: 'allow', Action: 's3:*' }] },
    { Statement: [not('a statement with an Effect of Allow or Deny')] },
    [
      'parse-error: A policy of Thing has something else where a statement with an Effect of Allow or Deny belongs.',
    ],
  ],
  [
    'statements under another name',
    { statement: [allow] },
    not('a Statement'),
    ['parse-error: A policy of Thing has something else where a Statement belongs.'],
  ],
  [
    'a JSON text that says its statements twice',
    '{"Statement":[{"Effect":"Allow"}],"Statement":[]}',
    {
      kind: 'unknown',
      cause: 'parse-error',
      chain: [{ what: 'a JSON text with a key twice' }],
      set: true,
    },
    ['parse-error: A JSON text of Thing has an object with a key twice.'],
  ],
  // What may still turn out to be a statement stays, and so does a policy of another kind, which has none.
  ['one statement', { Statement: allow }, { Statement: allow }, []],
  ['statements that are not known', { Statement: lost }, { Statement: lost }, []],
  [
    'more statements than are known',
    { Statement: openList([allow], lost) },
    { Statement: openList([allow], lost) },
    [],
  ],
  ['a reference', { Statement: [reference('a#B')] }, { Statement: [reference('a#B')] }, []],
  [
    'a policy without statements',
    { services: { default: 'optOut' } },
    { services: { default: 'optOut' } },
    [],
  ],
  ['an empty document', {}, {}, []],
])('%s', (_, written, wanted, problems) => {
  expect(read(written)).toEqual({ value: value(wanted), problems });
});

test('a property that holds any JSON takes any', () => {
  expect(read([{ Statement: known(7) }], 'Free')).toEqual({ value: value([{ Statement: 7 }]), problems: [] });
});

const strange =
  'parse-error: A policy of Thing has something else where a statement of what IAM knows belongs.';

test.each([
  ['an element', { ...allow, Conditon: { Bool: { a: 'true' } } }],
  ['an operator', { ...allow, Condition: { StringNotLikee: { a: 'b' } } }],
  ['a kind of principal', { ...allow, Principal: { Servicee: 'a' } }],
  ['a kind of principal that is left out', { ...allow, NotPrincipal: { aws: 'a' } }],
])('a statement with a misspelt name is not known: %s', (_, statement) => {
  const { value: policy, problems } = read({ Statement: [statement] });
  expect(problems).toEqual([strange]);
  expect(policy).toEqual(value({ Statement: [not('a statement of what IAM knows')] }));
});

test.each([
  { 'ForAllValues:StringEqualsIgnoreCaseIfExists': { a: 'b' }, arnnotlike: { a: 'b' }, Null: { a: 'true' } },
  { NumericLessThanEquals: { a: 1 }, DateGreaterThan: { a: 'b' }, NotIpAddress: { a: '10.0.0.0/8' } },
  { Bool: { a: 'true' }, BinaryEquals: { a: 'b' }, ArnEqualsIfExists: { a: 'b' }, DateNotEquals: { a: 'b' } },
])('the operators of IAM are known', Condition => {
  const Principal = { AWS: '1', Service: 'a', Federated: 'b', CanonicalUser: 'c', '*': '*' };
  expect(read({ Statement: [{ Sid: 's', ...allow, Principal, Condition }] }).problems).toEqual([]);
});
