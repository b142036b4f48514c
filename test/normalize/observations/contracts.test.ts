import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../../src/catalog/package-folder.ts';
import type { Gap } from '../../../src/model/observation.ts';
import { contracts } from './contracts/all.ts';
import { account, region } from './contracts/contract.ts';
import type { Answer } from './contracts/contract.ts';
import { judgeContract, observed, shipped, verdicts } from './contracts/judge.ts';

/*
 * The same resource gives the same verdicts, whether a template says it or AWS. The answers are written by hand after the
 * shapes of the SDK.
 */

test.each(contracts)('$template.type: $name', async contract => {
  const { fails, unknown = [] } = contract;
  const { fromTemplate, fromAws } = await judgeContract(contract);
  const untold = Object.fromEntries(unknown.map(rule => [rule, 'unknown']));
  expect(fromAws).toEqual({ ...fromTemplate, ...untold });
  expect(Object.keys(fromAws).filter(rule => fromAws[rule] === 'fail')).toEqual(fails);
  expect(Object.keys(fromAws).filter(rule => fromAws[rule] === 'unknown')).toEqual(unknown);
});

/** What is asked about a thing besides its list: its description, its tags, and the further answers of the tables. */
const tables = join(packageFolder, 'src/collect/services');
const further = new Set(
  readdirSync(tables).flatMap(file =>
    [...readFileSync(join(tables, file), 'utf8').matchAll(/into: '(\w+)'/g)].map(([, into = '']) => into),
  ),
);

const parts = contracts.flatMap(contract => {
  const { kind, data } = contract.answer;
  // Of buckets there is no description.
  const names = [
    'tags',
    ...(kind === 's3:bucket' ? [] : ['*']),
    ...Object.keys(data).filter(name => further.has(name)),
  ];
  return names.map(part => ({ ...contract, part }));
});

test.each(parts)('$template.type: $name, without $part', ({ answer, around, subject = answer.id, part }) => {
  const { kind, id, data, region: place = region } = answer;
  const denied: Gap = {
    account,
    region: place,
    partition: 'aws',
    service: 'x',
    kinds: [kind],
    id,
    part,
    action: 'x:Get',
    cause: 'access-denied',
    detail: 'AccessDenied: no',
  };
  const { [part]: _, ...seen } = part === '*' ? onlyNames(data) : data;
  const lacking: Answer = {
    kind,
    id,
    region: place,
    data: seen,
    ...(part !== 'tags' && answer.tags && { tags: answer.tags }),
  };
  const others = around?.answers ?? [];
  const before = verdicts(observed([answer, ...others]), subject);
  const now = verdicts(observed([lacking, ...others], [denied]), subject);
  const decided = Object.entries(now).filter(
    ([rule, verdict]) => verdict !== 'unknown' && verdict !== before[rule],
  );
  expect(decided).toEqual([]);
});

/** What a list tells of a thing, at least. */
const onlyNames = (data: Answer['data']): Answer['data'] =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([name]) => /(?:Arn|Id|Name)$|^(?:arn|id|name)$/.test(name) && !/kms|role/i.test(name),
    ),
  );

test('every type that a rule is for has a contract', () => {
  const judged = shipped.flatMap(({ subject }) => (subject.kind === 'resource' ? subject.types : []));
  const covered = new Set(contracts.map(({ template }) => template.type));
  expect(
    [...new Set(judged)].filter(type => !covered.has(type) && !templatesOnly.has(type)).toSorted(),
  ).toEqual([]);
});

/** In AWS a policy of its own is a part of its role, user or group. */
const templatesOnly = new Set([
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
]);
