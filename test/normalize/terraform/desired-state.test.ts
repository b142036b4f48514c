import { expect, test } from 'vitest';

import { normalize } from '../../../src/normalize/normalize.ts';
import { lost, stack, text, when } from '../build.ts';
import { plain, propertiesOf, ref, resourcesOf, tf, types } from './build.ts';

const name = 'aws_cloudcontrolapi_resource.a';
const key = tf('aws_kms_key.k', {});

test('a resource of the Cloud Control API is what its desired state says', () => {
  const desired_state = text(
    '{"Name":"g","KmsKeyArn":"',
    ref('aws_kms_key.k.arn'),
    '","Tags":[{"Key":"team","Value":"a"}]}',
  );
  const declared = tf(name, { type_name: 'AWS::Bedrock::Guardrail', desired_state, id: 'g-1' });
  const [resource] = resourcesOf(declared, key);
  expect(resource).toMatchObject({ type: 'AWS::Bedrock::Guardrail', name, names: ['g', 'g-1'] });
  expect([...(resource?.tags.entries.keys() ?? [])]).toEqual(['team']);
  expect(resource && plain(resource.properties)).toEqual({
    Name: 'g',
    KmsKeyArn: '→ .#aws_kms_key.k.Arn',
    Tags: [{ Key: 'team', Value: 'a' }],
  });
});

test.each([
  ['under a condition', when('{"Name":"a"}', '{"Name":"b"}'), { Name: { if: 'a', else: 'b' } }],
  ['not known', lost, { '…': '?' }],
  ['no JSON', 'Name: a', { '…': '?' }],
])('a desired state that is %s', (_, desired_state, expected) => {
  expect(propertiesOf(name, tf(name, { type_name: 'AWS::Bedrock::Guardrail', desired_state }))).toEqual(
    expected,
  );
});

test('who points at it points at what it is', () => {
  const agent = tf('aws_bedrockagent_agent.x', {
    guardrail_configuration: [{ guardrail_identifier: ref(`${name}.id`) }],
  });
  const guardrail = tf(name, { type_name: 'AWS::Bedrock::Guardrail', desired_state: '{}' });
  expect(propertiesOf('aws_bedrockagent_agent.x', agent, guardrail)).toMatchObject({
    GuardrailConfiguration: { GuardrailIdentifier: `→ .#${name}.Ref` },
  });
});

test('of a type that is not known, it may be anything; of one that the registry does not have, it is that', () => {
  const hidden = normalize([stack([tf(name, { type_name: lost, desired_state: '{}' })])], types);
  expect(hidden.problems.map(({ message }) => message)).toEqual([
    `Of what type the resource ${name} is cannot be seen.`,
  ]);
  expect(hidden.estate.scopes[0]?.openings.map(opening => opening.types)).toEqual(['all']);
  const [other] = resourcesOf(tf(name, { type_name: 'AWS::Route53::HostedZone', desired_state: '{}' }));
  expect(other?.type).toBe('AWS::Route53::HostedZone');
  const maybe = [{ types: ['aws_cloudcontrolapi_resource'], because: lost }];
  const { estate } = normalize([stack([key], { openings: maybe })], types);
  expect(estate.scopes[0]?.openings.map(opening => opening.types)).toEqual(['all']);
});
