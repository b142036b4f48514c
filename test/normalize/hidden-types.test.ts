import { expect, test } from 'vitest';

import { typesWithoutCloudFormation } from '../../src/normalize/api-calls.ts';
import { fromCustomResource, isCustomResource } from '../../src/normalize/custom-resource.ts';
import { dict, lost, text } from './build.ts';
import { call, context, custom, logging, put, read, types } from './custom.ts';

test.for([
  {
    name: 'only reads',
    properties: { Create: call('SSM', 'getParameter', { Name: 'x' }), Update: call('SSM', 'getParameter') },
  },
  {
    name: 'only deletes',
    properties: {
      Delete: call('Bedrock', 'deleteModelInvocationLoggingConfiguration'),
      Create: call('S3', 'listBuckets'),
    },
  },
  { name: 'writes what nobody asks for', properties: { Create: call('S3', 'putObject', { Key: 'x' }) } },
])('a call that $name is no resource', ({ properties }) => {
  expect(read(dict(properties))).toBeUndefined();
});

test.for([
  { service: 'Bedrock', action: 'createGuardrail', opening: ['AWS::Bedrock::Guardrail'] },
  {
    service: '@aws-sdk/client-bedrock-agent',
    action: 'CreateAgentAliasCommand',
    opening: ['AWS::Bedrock::AgentAlias'],
  },
  { service: 'S3', action: 'putBucketPolicy', opening: ['AWS::S3::BucketPolicy'] },
])('$action may make what CloudFormation knows too', ({ service, action, opening }) => {
  expect(read(dict({ Create: call(service, action, {}) }))).toMatchObject({
    opening: expect.arrayContaining(opening),
  });
});

test('what only an update makes is not there after the first deployment', () => {
  const update = { Create: call('SSM', 'getParameter'), Update: put({ textDataDeliveryEnabled: true }) };
  expect(read(dict(update))).toEqual({ opening: [logging] });
});

test.for([
  { name: 'code of a function', type: 'Custom::BedrockLogging', properties: { ServiceToken: 'arn:x' } },
  {
    name: 'an unnamed custom resource',
    type: 'AWS::CloudFormation::CustomResource',
    properties: { ServiceToken: 'arn:x' },
  },
  {
    name: 'a call of code',
    type: 'Custom::AWS',
    properties: { Create: call('Lambda', 'invoke', { FunctionName: 'x' }) },
  },
  {
    name: 'a call of which the action is not known',
    type: 'Custom::AWS',
    properties: { Create: text('{"service":"Bedrock","action":"', lost, '"}') },
  },
  { name: 'a text that is no JSON', type: 'Custom::AWS', properties: { Create: '{"service": ' } },
  { name: 'properties that are not known', type: 'Custom::AWS', properties: lost },
])('$name may make everything that no template can declare', ({ type, properties }) => {
  const declared = 'kind' in properties ? properties : dict(properties);
  expect(read(declared, { type })).toMatchObject({
    opening: expect.arrayContaining([...typesWithoutCloudFormation]),
  });
});

const openingOf = (type: string, name: string) =>
  fromCustomResource(custom(dict({ ServiceToken: 'arn:x' }), { type, name }), context)?.opening?.types ?? [];

test('the name of hidden code says what else it may make', () => {
  expect(openingOf('Custom::BedrockGuardrail', 'X')).toContain('AWS::Bedrock::Guardrail');
  expect(openingOf('AWS::CloudFormation::CustomResource', 'MakeKnowledgeBase')).toContain(
    'AWS::Bedrock::KnowledgeBase',
  );
  expect(openingOf('Custom::BedrockAgent', 'X')).toContain('AWS::Bedrock::Agent');
  expect(openingOf('Custom::Agent', 'X')).not.toContain('AWS::Bedrock::Agent');
  expect(openingOf('Custom::Seed', 'CustomResource')).toEqual(typesWithoutCloudFormation);
});

test("the CDK's own handlers hide nothing", () => {
  for (const type of [
    'Custom::S3AutoDeleteObjects',
    'Custom::LogRetention',
    'Custom::CrossRegionExportWriter',
  ]) {
    expect(read(dict({ ServiceToken: 'arn:x' }), { type })).toBeUndefined();
  }
});

test('an opening says which custom resource is behind it', () => {
  const found = fromCustomResource(
    custom(dict({ ServiceToken: 'arn:x' }), { type: 'Custom::Seed' }),
    context,
  );
  expect(found?.opening).toMatchObject({
    because: {
      cause: 'out-of-view',
      chain: [{ what: 'the custom resource Call runs code that is not in view' }],
    },
  });
});

/** How much something is used nobody makes. */
const isMeasured = (name: string): boolean => /(?:Usage|Delivery)$/.test(name);

test('every type that CloudFormation lacks is in the one list, and every type of the list exists', () => {
  const lacking = types.names.filter(name => types.get(name)?.source !== undefined && !isMeasured(name));
  expect(lacking.filter(name => !typesWithoutCloudFormation.includes(name))).toEqual([]);
  expect(typesWithoutCloudFormation.filter(name => types.get(name)?.source === undefined)).toEqual([]);
});

test.for([
  ['Custom::AWS', true],
  ['Custom::Anything', true],
  ['AWS::CloudFormation::CustomResource', true],
  ['AWS::CloudFormation::Stack', false],
] as const)('%s is a custom resource: %s', ([type, expected]) => {
  expect(isCustomResource(type)).toBe(expected);
});
