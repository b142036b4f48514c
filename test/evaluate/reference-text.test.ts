import { join } from 'node:path';

import { expect, test } from 'vitest';

import { loadTypes } from '../../src/catalog/types.ts';
import { referenceText } from '../../src/evaluate/reference-text.ts';
import { indexOf } from '../../src/evaluate/resource-index.ts';
import type { Resource } from '../../src/model/resource.ts';
import { always, known } from '../../src/model/value.ts';
import type { Value } from '../../src/model/value.ts';
import { emptyGraph, evaluateText, plain } from './language/evaluate-text.ts';
import { dictOf, line, referenceTo, segment, textOf } from './language/sample-values.ts';

const resource = (type: string, region: Value): Resource => ({
  kind: 'resource',
  key: `f#${type}`,
  type,
  name: type,
  account: segment,
  region,
  partition: segment,
  properties: dictOf({}),
  tags: dictOf({}),
  names: [],
  exists: always,
  at: line(1),
});

const types = [
  'AWS::IAM::Role',
  'AWS::S3::Bucket',
  'AWS::Bedrock::ApplicationInferenceProfile',
  'AWS::Bedrock::GuardrailVersion',
  'AWS::CloudFormation::Stack',
  'Custom::Thing',
];
const vpc = {
  ...resource('AWS::EC2::VPC', segment),
  properties: dictOf({ CidrBlock: known('10.0.0.0/16') }),
};
const resources = types.map(type => resource(type, segment));
const here = resource('AWS::SNS::Topic', known('eu-west-1'));
const registry = loadTypes(join(import.meta.dirname, '../../types'));
const index = indexOf({ resources: [...resources, here, vpc], scopes: [] }, registry);
const graph = {
  ...emptyGraph,
  textOf: (reference: Value & { kind: 'reference' }) => referenceText(reference, index),
};

test.each([
  // The ARN of its type, as far as AWS says how it is written.
  ['AWS::IAM::Role', 'Arn', "x == '*'", false],
  ['AWS::IAM::Role', 'Arn', "x.endsWith('*')", false],
  ['AWS::IAM::Role', 'Arn', "x.startsWith('arn:')", true],
  ['AWS::IAM::Role', 'Arn', "x.contains(':role/')", true],
  ['AWS::IAM::Role', 'Arn', "x.contains(':bedrock:')", '<unknown>'],
  ['AWS::IAM::Role', 'Arn', "x == 'arn:aws:iam::111122223333:role/a'", '<unknown>'],
  ['AWS::IAM::Role', 'Arn', "x == 'arn:aws:iam::111122223333:user/a'", false],
  ['AWS::S3::Bucket', 'Arn', "x in ['*', 'arn:aws:iam::1:role/a']", false],
  ['AWS::S3::Bucket', 'Arn', "x.lowerAscii() == 'arn:*'", false],
  ['AWS::SNS::Topic', 'TopicArn', "x.contains(':eu-west-1:')", true],
  [
    'AWS::Bedrock::ApplicationInferenceProfile',
    'InferenceProfileArn',
    "{'Effect': 'Allow', 'Resource': x}.coversResource('arn:*:bedrock:*::foundation-model/*')",
    false,
  ],
  [
    'AWS::Bedrock::ApplicationInferenceProfile',
    'InferenceProfileArn',
    "x.contains(':foundation-model/')",
    false,
  ],
  // A property that is an attribute as well.
  ['AWS::EC2::VPC', 'CidrBlock', "x == '0.0.0.0/0'", false],
  ['AWS::EC2::VPC', 'CidrBlock', "x.endsWith('/16')", true],
  ['AWS::SNS::Topic', 'TopicName', "x == 'alarms'", '<unknown>'],
  // An ARN of something else, or an id: no pattern, and nothing else is known.
  ['AWS::Bedrock::GuardrailVersion', 'GuardrailArn', "x == '*'", false],
  ['AWS::Bedrock::GuardrailVersion', 'GuardrailArn', "x == 'g'", '<unknown>'],
  ['AWS::S3::Bucket', 'Ref', "x.endsWith('*')", false],
  ['AWS::S3::Bucket', 'Ref', "x == ''", false],
  ['AWS::S3::Bucket', 'Ref', "x == 'logs'", '<unknown>'],
  ['AWS::S3::Bucket', 'DomainName', "x == '*'", '<unknown>'],
  // What a custom resource or a nested stack gives can be anything, and so can what is not in view.
  ['Custom::Thing', 'Arn', "x == '*'", '<unknown>'],
  ['AWS::CloudFormation::Stack', 'Outputs.RoleArn', "x == '*'", '<unknown>'],
  ['AWS::KMS::Key', 'Arn', "x == '*'", '<unknown>'],
])('%s.%s: %s', (type, attribute, expression, wanted) => {
  const x = referenceTo(`f#${type}`, attribute);
  expect(plain(evaluateText(expression, { x }, { graph }))).toEqual(wanted);
});

test('a reference is known inside of a text as it is alone', () => {
  const x = textOf(referenceTo('f#AWS::S3::Bucket', 'Arn'), '/*');
  const asked = "[x.startsWith('arn:'), x.endsWith('/*'), x.contains(':s3:::'), x == '*']";
  expect(plain(evaluateText(asked, { x }, { graph }))).toEqual([true, true, true, false]);
});
