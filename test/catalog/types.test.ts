import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { makeTypes } from '../../scripts/types.ts';
import { loadTypes } from '../../src/catalog/types.ts';
import type { PropertyType, ResourceType } from '../../src/model/types.ts';

const folder = join(import.meta.dirname, '../../types');
const registry = loadTypes(folder);
const all = registry.names.map(name => [name, registry.get(name)] as const);

const typed = (name: string): ResourceType => {
  const type = registry.get(name);
  if (!type) throw new Error(`${name} is not in types/`);
  return type;
};

const policyName = /polic(?:y|ies)$|PolicyDocument|PolicyText/i;

/** Named like policy documents, and something else: data protection, queues, lifecycles. */
const notIam = [
  'AWS::ECR::Repository#LifecyclePolicy.LifecyclePolicyText',
  'AWS::ECR::RepositoryCreationTemplate.LifecyclePolicy',
  'AWS::Logs::AccountPolicy.PolicyDocument',
  'AWS::Logs::LogGroup.DataProtectionPolicy',
  'AWS::OpenSearchServerless::AccessPolicy.Policy',
  'AWS::OpenSearchServerless::LifecyclePolicy.Policy',
  'AWS::OpenSearchServerless::SecurityPolicy.Policy',
  'AWS::SNS::Subscription.DeliveryPolicy',
  'AWS::SNS::Subscription.FilterPolicy',
  'AWS::SNS::Subscription.RedrivePolicy',
  'AWS::SNS::Subscription.ReplayPolicy',
  'AWS::SNS::Topic.ArchivePolicy',
  'AWS::SNS::Topic.DataProtectionPolicy',
  'AWS::SQS::Queue.RedriveAllowPolicy',
  'AWS::SQS::Queue.RedrivePolicy',
  'AWS::SSM::Parameter.Policies',
];

describe('types/', () => {
  test('is what npm run types:update writes', () => {
    const committed = readdirSync(folder).map(
      name => [name, readFileSync(join(folder, name), 'utf8')] as const,
    );
    expect(new Map(committed)).toEqual(makeTypes());
  });

  test('names every type that can be asked for, and nothing else', () => {
    expect(all.filter(([, type]) => type === undefined)).toEqual([]);
    expect(registry.get('AWS::Bedrock::Agnet')).toBeUndefined();
    expect(registry.get('AWS::constructor::name')).toBeUndefined();
    expect(registry.get('Custom::Thing')).toBeUndefined();
  });

  test('uses only definitions that are there', () => {
    const missing = all.flatMap(([name, type]) =>
      type
        ? [type.properties, ...Object.values(type.definitions)]
            .flatMap(fields => Object.values(fields))
            .flatMap(field => definitionsIn(field.type))
            .filter(definition => type.definitions[definition] === undefined)
            .map(definition => `${name}: ${definition}`)
        : [],
    );
    expect(missing).toEqual([]);
  });

  test('points at properties and attributes that are there', () => {
    const astray = all.flatMap(([name, type]) => {
      const paths = [...(type?.names ?? []), type?.standsFor, type?.tags?.property].filter(
        path => path !== undefined,
      );
      return paths
        .filter(path => !type?.properties[path.split('.')[0] ?? ''] && !type?.attributes.includes(path))
        .map(path => `${name}: ${path}`);
    });
    expect(astray).toEqual([]);
  });
});

describe('what the registry does not say', () => {
  test('gives the AWS page of every type that CloudFormation does not have', () => {
    const sources = all.flatMap(([, type]) => type?.source ?? []);
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter(source => !source.startsWith('https://docs.aws.amazon.com/'))).toEqual([]);
  });

  test('knows no JSON property named like a policy that is neither a policy nor looked at', () => {
    const doubtful = all.flatMap(([name, type]) =>
      Object.entries({ ...type?.definitions, '': type?.properties ?? {} }).flatMap(([definition, fields]) =>
        Object.entries(fields)
          .filter(([property, field]) => field.type.kind === 'json' && policyName.test(property))
          .map(([property]) => `${definition === '' ? name : `${name}#${definition}`}.${property}`),
      ),
    );
    expect(doubtful).toEqual(notIam);
  });
});

describe('a type', () => {
  test('has its properties with kinds, defaults and allowed values', () => {
    const agent = typed('AWS::Bedrock::Agent');
    expect(agent.properties['AgentName']).toEqual({ type: { kind: 'string' }, required: true });
    expect(agent.properties['AutoPrepare']).toEqual({ type: { kind: 'bool' }, default: false });
    expect(agent.properties['KnowledgeBases']).toEqual({
      type: { kind: 'list', of: { kind: 'object', name: 'AgentKnowledgeBase' } },
    });
    expect(agent.properties['OrchestrationType']).toEqual({
      type: { kind: 'string' },
      values: ['DEFAULT', 'CUSTOM_ORCHESTRATION'],
    });
    expect(agent.attributes).toContain('AgentArn');
    expect(agent.names).toEqual(['AgentName']);
    expect(agent.tags).toEqual({ property: 'Tags', shape: 'map' });
  });

  test.each([
    ['AWS::IAM::Role', 'AssumeRolePolicyDocument', 'policy'],
    ['AWS::KMS::Key', 'KeyPolicy', 'policy'],
    ['AWS::S3::BucketPolicy', 'PolicyDocument', 'policy'],
    ['AWS::EC2::VPCEndpoint', 'PolicyDocument', 'policy'],
    ['AWS::Organizations::Policy', 'Content', 'policy'],
    ['AWS::BedrockAgentCore::ResourcePolicy', 'Policy', 'policy'],
    ['AWS::OpenSearchServerless::SecurityPolicy', 'Policy', 'json'],
    ['AWS::StepFunctions::StateMachine', 'DefinitionString', 'json'],
    ['AWS::BedrockAgentCore::Policy', 'Definition', 'object'],
    ['AWS::Lambda::Function', 'MemorySize', 'int'],
  ])('%s.%s is %s', (name, property, kind) => {
    expect(typed(name).properties[property]?.type.kind).toBe(kind);
  });

  test('has no property that every JavaScript object has', () => {
    const { properties, definitions } = typed('AWS::Bedrock::Agent');
    expect([properties['constructor'], properties['__proto__'], definitions['toString']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('cannot be changed', () => {
    const { properties, names } = typed('AWS::S3::Bucket');
    expect(
      [properties, properties['BucketName'], names, registry.names].every(part => Object.isFrozen(part)),
    ).toBe(true);
  });

  test('stands for another where it is an alias, a version or an entry point', () => {
    expect(typed('AWS::KMS::Alias').standsFor).toBe('TargetKeyId');
    expect(typed('AWS::KMS::Key').standsFor).toBeUndefined();
  });
});

function definitionsIn(type: PropertyType): string[] {
  if (type.kind === 'object') return [type.name];
  return type.kind === 'list' || type.kind === 'map' ? definitionsIn(type.of) : [];
}
