import { expect, test } from 'vitest';

import type { Rule } from '../../../src/model/rule.ts';
import { apiSpellings } from '../../../src/normalize/observations/api-spellings.ts';
import { contracts } from './contracts/all.ts';
import { judgeContract, shipped } from './contracts/judge.ts';
import { organisationScopeContracts } from './contracts/organisation-scope.ts';
import { scopeContracts } from './contracts/scopes.ts';

/*
 * Whether a rule works at all in an account, somebody has tried: of each rule, and each type that is collected, there is
 * an answer of AWS on which it fails, and one on which it passes.
 */

const deletedKeys =
  'a deployed key has no waiting time: who schedules its deletion chooses one, and keys that are being deleted are left out';

/** What no answer of AWS can make a rule say, and why. */
const outOfReach: Readonly<Record<string, string>> = {
  'bedrock/model-job-in-vpc of AWS::Bedrock::CustomModel':
    'the job that made the model stands for itself, and a model that was brought has none',
  'kms/key-deletion-window of AWS::KMS::Key': deletedKeys,
  'kms/key-deletion-window of AWS::KMS::ReplicaKey': deletedKeys,
};

/** Rules that ask the same of every type, in a part of the answer that the collector writes and no kind spells. */
const alikeForAllTypes = new Set(['cost/required-tags', 'residency/resource-region']);

const collected = new Set(
  Object.values(apiSpellings).flatMap(({ type, further = {} }) => [
    ...(typeof type === 'string' ? [type] : type.among),
    ...Object.values(further).map(part => part.type),
  ]),
);

const judged = await Promise.all(
  contracts.map(async contract => ({ type: contract.template.type, ...(await judgeContract(contract)) })),
);

/** `rule of type: verdict` */
const seen = new Set<string>();
for (const { type, fromAws } of judged)
  for (const [rule, verdict] of Object.entries(fromAws))
    seen.add(`${rule} of ${type}: ${verdict}`).add(`${rule}: ${verdict}`);
for (const { verdicts } of [...scopeContracts, ...organisationScopeContracts])
  for (const [rule, verdict] of Object.entries(verdicts)) seen.add(`${rule}: ${verdict}`);

function wanted({ id, subject }: Rule): readonly string[] {
  if (subject.kind === 'scope' || alikeForAllTypes.has(id)) return [id];
  return subject.types.filter(type => collected.has(type)).map(type => `${id} of ${type}`);
}

const asked = shipped
  .flatMap(wanted)
  .filter(what => !Object.hasOwn(outOfReach, what))
  .map(what => ({ what }));

test.each(asked)('$what fails on an answer of AWS, and passes on another', ({ what }) => {
  expect(['fail', 'pass'].filter(verdict => !seen.has(`${what}: ${verdict}`))).toEqual([]);
});

test('what is out of reach has not come into reach', () => {
  const all = new Set(shipped.flatMap(wanted));
  const wrong = Object.keys(outOfReach).filter(
    what => !all.has(what) || seen.has(`${what}: fail`) || seen.has(`${what}: pass`),
  );
  expect(wrong).toEqual([]);
});

test('every rule is for something that is collected', () => {
  expect(shipped.filter(rule => wanted(rule).length === 0).map(({ id }) => id)).toEqual([]);
});
