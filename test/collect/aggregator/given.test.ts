import { expect, test } from 'vitest';

import {
  countExpressions,
  itemExpressions,
  seenExpressions,
} from '../../../src/collect/aggregator/expressions.ts';
import { givenAlone, givenBeside } from '../../../src/collect/aggregator/given.ts';
import type { Holding } from '../../../src/collect/aggregator/holding.ts';
import { observationOf } from '../../../src/collect/aggregator/item.ts';
import { recordedTypes } from '../../../src/collect/aggregator/recorded-types.ts';
import { recorderOf, unknownRecorder } from '../../../src/collect/aggregator/recorder.ts';
import { loadServices } from '../../../src/collect/load-services.ts';
import type { JsonObject, Observation } from '../../../src/model/observation.ts';

/* What AWS Config says counts where it is certain; where it is not, nothing follows from what it does not say. */

const services = await loadServices([]);
const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };

const service = (name: string) => {
  const found = services.find(one => one.name === name);
  if (!found) throw new RangeError(name);
  return found;
};

const item = (type: string, configuration: JsonObject): Observation => {
  const found = observationOf(
    {
      accountId: place.account,
      awsRegion: place.region,
      resourceType: type,
      resourceId: 'x',
      resourceName: 'x',
      arn: `arn:aws:x:${place.region}:${place.account}:x`,
      configurationItemCaptureTime: '2026-01-01T00:00:00Z',
      configuration,
      tags: [{ key: 'Owner', value: 'team-a', tag: 'Owner=team-a' }],
    },
    'aws',
    undefined,
  );
  if (!found) throw new RangeError(type);
  return found;
};

const holding = (items: readonly Observation[], lacking: Holding['lacking'] = () => undefined): Holding => ({
  regions: [place.region],
  items: (_, kind) => items.filter(one => one.kind === kind),
  count: (_, type) => items.filter(one => one.kind === recordedTypes[type]?.kind).length,
  lacking,
});

const recorder = recorderOf([
  observation('config:configuration-recorder', { name: 'default', recordingGroup: { allSupported: true } }),
  observation('config:configuration-recorder-status', {
    name: 'default',
    recording: true,
    lastStatus: 'SUCCESS',
  }),
]);

function observation(kind: string, data: JsonObject): Observation {
  return { ...place, kind, id: kind, data, calls: [] };
}

const vpc = item('AWS::EC2::VPC', { vpcId: 'vpc-1', cidrBlock: '10.0.0.0/16' });
const guardrail = item('AWS::Bedrock::Guardrail', { Name: 'g' });

test('every type is that of a kind which is collected', () => {
  const kinds = new Set(services.flatMap(one => one.kinds));
  expect(Object.values(recordedTypes).filter(({ kind }) => !kinds.has(kind))).toEqual([]);
});

test('no expression is longer than AWS Config takes, and every type is in one', () => {
  const types = Object.keys(recordedTypes);
  const accounts = Array.from({ length: 40 }, (_, index) => String(100_000_000_000 + index));
  const lists = [
    itemExpressions({ types, accounts }),
    countExpressions({ types, accounts }),
    seenExpressions(types),
  ];
  for (const expressions of lists) {
    expect(expressions.filter(one => one.length > 4096)).toEqual([]);
    expect(types.filter(type => !expressions.some(one => one.includes(`'${type}'`)))).toEqual([]);
  }
});

test('beside direct calls, a list is left out that is certainly empty, or of which the items say all', () => {
  const given = givenBeside({ service: service('ec2'), place, holding: holding([vpc]), recorder });
  expect(given.observations).toEqual([vpc]);
  expect(given.gaps).toEqual([]);
  expect(given.holds(['ec2:vpc'])).toBe(true);
  expect(given.holds(['ec2:subnet'])).toBe(true);
  expect(given.holds(['ec2:instance'])).toBe(false);
});

test.each([
  ['an item that lacks what is asked for', holding([item('AWS::EC2::VPC', { vpcId: 'vpc-1' })]), recorder],
  ['a recorder that is not known', holding([]), unknownRecorder],
  ['a recorder that does not record', holding([]), recorderOf([])],
  ['a source that failed', holding([], () => ({ cause: 'access-denied', detail: 'FAILED' })), recorder],
] as const)('beside direct calls, %s leaves the list to them', (_, held, recording) => {
  const given = givenBeside({ service: service('ec2'), place, holding: held, recorder: recording });
  expect(given.holds(['ec2:vpc'])).toBe(false);
  expect(given.observations).toEqual([]);
});

test('beside direct calls, what has items of which more is asked is asked for', () => {
  const bedrock = service('bedrock');
  const kinds = bedrock.lists.find(([first]) => first === 'bedrock:guardrail') ?? [];
  expect(givenBeside({ service: bedrock, place, holding: holding([guardrail]), recorder }).holds(kinds)).toBe(
    false,
  );
  expect(givenBeside({ service: bedrock, place, holding: holding([]), recorder }).holds(kinds)).toBe(true);
});

test('alone, what is not recorded is a gap, and what is recorded but not for certain has one beside its items', () => {
  const given = givenAlone({ service: service('bedrock'), place, holding: holding([guardrail]), recorder });
  const open = given.gaps.flatMap(({ kinds }) => kinds);
  expect(given.observations).toEqual([guardrail]);
  expect(open).toContain('bedrock:guardrail-version');
  expect(open).toContain('bedrock:invocation-logging');
  expect(open).not.toContain('bedrock:guardrail');
  const unsure = givenAlone({
    service: service('bedrock'),
    place,
    holding: holding([guardrail]),
    recorder: unknownRecorder,
  });
  expect(unsure.gaps.find(({ kinds }) => kinds.includes('bedrock:guardrail'))).toMatchObject({
    ...place,
    cause: 'out-of-view',
    action: 'config:SelectAggregateResourceConfig',
  });
});

test.each([
  ['a list that names it', { allSupported: false, resourceTypes: ['AWS::EC2::VPC'] }, true],
  ['a list that does not', { allSupported: false, resourceTypes: ['AWS::S3::Bucket'] }, false],
  [
    'all but others',
    {
      allSupported: false,
      recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
      exclusionByResourceTypes: { resourceTypes: ['AWS::S3::Bucket'] },
    },
    true,
  ],
  [
    'all but it',
    {
      allSupported: false,
      recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
      exclusionByResourceTypes: { resourceTypes: ['AWS::EC2::VPC'] },
    },
    false,
  ],
] as const)('a recorder with %s', (_, recordingGroup, records) => {
  const own = recorderOf([
    observation('config:configuration-recorder', { name: 'r', recordingGroup }),
    observation('config:configuration-recorder-status', { name: 'r', recording: true }),
  ]);
  expect(own('AWS::EC2::VPC') === undefined).toBe(records);
});

test('an item keeps its time, its tags, and no secrets', () => {
  const runtime = item('AWS::BedrockAgentCore::Runtime', {
    EnvironmentVariables: { KEY: 'secret' },
    Nested: [{ environment: { KEY: 'secret' }, RoleArn: 'r' }],
  });
  expect(runtime).toMatchObject({
    kind: 'bedrock-agentcore:runtime',
    tags: { Owner: 'team-a' },
    data: { configuration: { Nested: [{ RoleArn: 'r' }] } },
    calls: [{ action: 'config:SelectAggregateResourceConfig', time: '2026-01-01T00:00:00Z' }],
  });
  expect(JSON.stringify(runtime)).not.toContain('secret');
});

test('what is recorded away from where it lives is left to where it lives', () => {
  const row = {
    accountId: place.account,
    awsRegion: place.region,
    resourceType: 'AWS::CloudTrail::Trail',
    arn: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/all',
  };
  expect(observationOf(row, 'aws', undefined)).toBeUndefined();
});
