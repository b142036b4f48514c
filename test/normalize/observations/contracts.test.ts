import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../../src/catalog/package-folder.ts';
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import type { Gap, Observation } from '../../../src/model/observation.ts';
import type { Estate } from '../../../src/model/resource.ts';
import { known } from '../../../src/model/value.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import { normalizeObservations } from '../../../src/normalize/observations/normalize-observations.ts';
import { hash } from '../../../src/scan/hash.ts';
import { prepareRules } from '../../../src/scan/prepare-rules.ts';
import { loadCatalogue } from '../../rules/catalogue.ts';
import { declaration, dict, stack } from '../build.ts';
import { accessContracts } from './contracts/access.ts';
import { agentCoreContracts } from './contracts/agentcore.ts';
import { agentContracts } from './contracts/agents.ts';
import { bedrockContracts } from './contracts/bedrock.ts';
import { bucketContracts } from './contracts/buckets.ts';
import { account, region } from './contracts/contract.ts';
import type { Answer, Contract, Declared } from './contracts/contract.ts';
import { counterpartContracts } from './contracts/counterparts.ts';
import { jobContracts } from './contracts/jobs.ts';
import { knowledgeContracts } from './contracts/knowledge.ts';
import { landingZoneContracts } from './contracts/landing-zone.ts';
import { modelContracts } from './contracts/models.ts';
import { organisationContracts } from './contracts/organisation.ts';
import { oversightContracts } from './contracts/oversight.ts';
import { studioContracts } from './contracts/sagemaker-studio.ts';
import { sagemakerContracts } from './contracts/sagemaker.ts';
import { storeContracts } from './contracts/stores.ts';
import { usageContracts } from './contracts/usage.ts';

/*
 * The same resource gives the same verdicts, whether a template says it or AWS. The answers are written by hand after the
 * shapes of the SDK.
 */

const { rules, types, facts } = await loadCatalogue();

const parameters: Readonly<
  Record<string, string | number | readonly string[] | Readonly<Record<string, number>>>
> = {
  approvedAccelerators: ['inf2', 'trn1'],
  approvedModels: ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'amazon.titan-embed-text-v2:0'],
  approvedRegions: ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'],
  inputTokensPerUnit: { 'amazon.nova-pro-v1:0': 100 },
  logRetentionDays: 365,
  maxModelUnits: 4,
  organisationId: 'o-a1b2c3d4e5',
  requiredPii: ['EMAIL'],
  requiredTags: ['Owner'],
};

const prepared = await prepareRules(
  rules.map(({ rule }) => ({
    rule,
    severity: rule.severity,
    parameters: Object.fromEntries(
      Object.entries(rule.params).map(([name, { default: usual = '' }]) => [name, parameters[name] ?? usual]),
    ),
  })),
  facts,
);

function verdicts(estate: Estate, key: string): Readonly<Record<string, string>> {
  const findings = evaluate(estate, prepared, { types, hash });
  const own = findings.filter(({ resource }) => resource.key === key);
  const worst = ['not-applicable', 'pass', 'unknown', 'fail'];
  const found = new Map<string, string>();
  for (const { rule, verdict } of own) {
    const before = found.get(rule) ?? 'not-applicable';
    found.set(rule, worst.indexOf(verdict) > worst.indexOf(before) ? verdict : before);
  }
  return Object.fromEntries(found);
}

/** Complete, as an account is: nothing but what the template says is there. */
function declared(resources: readonly Declared[]): Estate {
  const declarations = resources.map(({ type, properties, key = 'Subject' }) =>
    declaration(dict(properties), { type, key, name: key }),
  );
  const whole = stack(declarations, {
    account: known(account),
    region: known(region),
    partition: known('aws'),
  });
  const { estate } = normalize([whole], types);
  return { ...estate, scopes: estate.scopes.map(scope => ({ ...scope, openings: [] })) };
}

function observed(answers: readonly Answer[], gaps: readonly Gap[] = []): Estate {
  const observations = answers.map((answer): Observation => {
    const place = { account, partition: 'aws', region: answer.region ?? region };
    const calls = [
      { kind: 'call', account, region: place.region, action: 'x:Get', time: '2026-01-01T00:00:00Z' },
    ] as const;
    return { ...place, ...answer, calls };
  });
  const accounts = [{ id: account, partition: 'aws', regions: [region] }];
  return normalizeObservations({ accounts, observations, gaps }, types).estate;
}

const contracts: readonly Contract[] = [
  ...accessContracts,
  ...agentContracts,
  ...agentCoreContracts,
  ...bedrockContracts,
  ...bucketContracts,
  ...counterpartContracts,
  ...jobContracts,
  ...knowledgeContracts,
  ...landingZoneContracts,
  ...modelContracts,
  ...organisationContracts,
  ...oversightContracts,
  ...sagemakerContracts,
  ...studioContracts,
  ...storeContracts,
  ...usageContracts,
];

test.each(contracts)('$template.type: $name', contract => {
  const { template, answer, around, subject = answer.id, fails, unknown = [] } = contract;
  const fromTemplate = verdicts(declared([template, ...(around?.template ?? [])]), 'Subject');
  const fromAws = verdicts(observed([answer, ...(around?.answers ?? [])]), subject);
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
  const judged = rules.flatMap(({ rule }) => (rule.subject.kind === 'resource' ? rule.subject.types : []));
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
