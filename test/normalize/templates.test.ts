import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { loadTypes } from '../../src/catalog/types.ts';
import type { Placement } from '../../src/model/case.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { Scalar, Value } from '../../src/model/value.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { parseCloudFormation } from '../../src/parse/cloudformation/parse.ts';
import { readDocument } from '../../src/syntax/read.ts';

const types = loadTypes(join(import.meta.dirname, '../../types'));

/** The resources of a template by logical id, with everything that the schemas of AWS say of them. */
function resourcesOf(text: string, placement: Placement = {}) {
  const file = { path: 'a.yaml', text };
  const document = readDocument(file);
  if (!document.ok) throw new Error('the template of the test cannot be read');
  const { stacks } = parseCloudFormation([{ file, root: document.root, placement }]);
  const { estate, problems } = normalize(stacks, types);
  const byName = new Map(estate.resources.map(resource => [resource.name, resource]));
  return { byName, scopes: estate.scopes, problems };
}

const of = (resources: ReturnType<typeof resourcesOf>, name: string): Resource => {
  const resource = resources.byName.get(name);
  if (!resource) throw new Error(`${name} is not in the template of the test`);
  return resource;
};

type Plain = Scalar | readonly Plain[] | { readonly [key: string]: Plain };

/** A value without its places: unknowns as `?`, references as `→ key.attribute`, texts with their holes in brackets. */
function plain(value: Value): Plain {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'list':
      return [...value.items.map(plain), ...(value.rest ? ['…'] : [])];
    case 'dict':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]));
    case 'reference':
      return `→ ${value.target}.${value.attribute}`;
    case 'text':
      return value.parts
        .map(part => (typeof part === 'string' ? part : `[${JSON.stringify(plain(part))}]`))
        .join('');
    case 'unknown':
      return '?';
    case 'absent':
      return '-';
    default:
      return value.kind;
  }
}

const documents = resourcesOf(`
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: "true"
      RotationPeriodInDays: "180"
      KeyPolicy: !Sub |
        { "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root" }, "Action": "kms:*", "Resource": "*" }] }
  Alias:
    Type: AWS::KMS::Alias
    Properties: { AliasName: alias/store, TargetKeyId: !Ref Key }
  Network:
    Type: AWS::OpenSearchServerless::SecurityPolicy
    Properties:
      Name: network
      Type: network
      Policy: !Sub '[{"Rules":[{"ResourceType":"collection","Resource":["collection/\${AWS::StackName}"]}],"AllowFromPublic":false,"SourceVPCEs":["\${Endpoint}"]}]'
  Endpoint:
    Type: AWS::OpenSearchServerless::VpcEndpoint
    Properties: { Name: store, VpcId: vpc-1, SubnetIds: [subnet-1] }
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/flow
      DefinitionString: '{"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::bedrock:invokeModel"}}}'
  Deny:
    Type: AWS::Organizations::Policy
    Properties: { Name: deny, Type: SERVICE_CONTROL_POLICY, Content: '{"Statement":[{"Effect":"Deny","Action":"bedrock:*","Resource":"*"}]}' }
`);

describe('documents in strings', () => {
  test('are read, and their holes stay where they are', () => {
    expect(plain(of(documents, 'Key').properties)).toEqual({
      EnableKeyRotation: true,
      RotationPeriodInDays: 180,
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:["?"]:iam::["?"]:root' },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
    });
    expect(plain(of(documents, 'Network').properties.entries.get('Policy') ?? { kind: 'absent' })).toEqual([
      {
        Rules: [{ ResourceType: 'collection', Resource: ['collection/["?"]'] }],
        AllowFromPublic: false,
        SourceVPCEs: ['→ a.yaml#Endpoint.Ref'],
      },
    ]);
    expect(plain(of(documents, 'Deny').properties)).toMatchObject({
      Content: { Statement: [{ Effect: 'Deny' }] },
    });
    expect(plain(of(documents, 'Flow').properties)).toMatchObject({ DefinitionString: { StartAt: 'Ask' } });
    expect(documents.problems).toEqual([]);
  });

  test('leave the names by which others point at a resource', () => {
    expect(of(documents, 'Alias').names).toEqual(['alias/store']);
    expect(of(documents, 'Key').names).toEqual([]);
  });
});

describe('tags', () => {
  const resources = resourcesOf(
    `
Parameters: { Cost: { Type: Number, Default: 4000 }, Owner: { Type: String } }
Conditions: { IsProduction: !Equals [!Ref AWS::Region, eu-west-1] }
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties: { AgentName: helper, Tags: { CostCenter: !Ref Cost, Owner: !Ref Owner } }
  Guardrail:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: safe
      Tags: [{ Key: CostCenter, Value: !Ref Cost }, !If [IsProduction, { Key: Tier, Value: gold }, !Ref AWS::NoValue], { Key: !Ref Owner, Value: x }]
  Budget:
    Type: AWS::Budgets::Budget
    Properties: { Budget: { BudgetName: monthly, BudgetType: COST, TimeUnit: MONTHLY }, ResourceTags: [{ Key: CostCenter, Value: 4000 }] }
`,
    { region: 'eu-west-1' },
  );

  test.each([
    ['Agent', { CostCenter: '4000', Owner: '?' }, false],
    ['Guardrail', { CostCenter: '4000', Tier: 'gold' }, true],
    ['Budget', { CostCenter: '4000' }, false],
  ])('of %s have one shape', (name, expected, open) => {
    const { tags } = of(resources, name);
    expect(plain(tags)).toEqual(expected);
    expect(tags.rest !== undefined).toBe(open);
  });
});

test('a stack set deploys what nobody has read', () => {
  const { byName, problems } = resourcesOf(`
Resources:
  Everywhere:
    Type: AWS::CloudFormation::StackSet
    Properties: { StackSetName: base, PermissionModel: SERVICE_MANAGED, TemplateURL: https://example.com/base.yaml }
`);
  expect(byName.get('Everywhere')?.names).toEqual(['base']);
  expect(problems).toEqual([
    {
      cause: 'out-of-view',
      message: 'The template that the stack set Everywhere deploys is not read.',
      path: 'a.yaml',
      region: { line: 3, column: 3, endLine: 5, endColumn: 117 },
      effect: 'The resources in it are not assessed.',
      hint: 'Scan that template as a file of its own.',
    },
  ]);
});

describe('a custom resource', () => {
  const text = `
Resources:
  Logging:
    Type: Custom::AWS
    Properties:
      ServiceToken: !GetAtt Provider.Arn
      Create: '{"service":"Bedrock","action":"putModelInvocationLoggingConfiguration","parameters":{"loggingConfig":{"textDataDeliveryEnabled":true,"s3Config":{"bucketName":"logs"}}}}'
  Other:
    Type: Custom::Thing
    Properties: { ServiceToken: !GetAtt Provider.Arn }
  Provider:
    Type: AWS::Lambda::Function
    Properties: { Role: arn:aws:iam::111122223333:role/x, Code: { ZipFile: '' } }
`;

  test('is what its API call makes, under its own key', () => {
    const { type, key, properties } = of(resourcesOf(text), 'Logging');
    expect([type, key, plain(properties)]).toEqual([
      'AWS::Bedrock::ModelInvocationLoggingConfiguration',
      'a.yaml#Logging',
      { TextDataDeliveryEnabled: true, S3Config: { BucketName: 'logs' } },
    ]);
  });

  test('opens its stack when nobody can see what it makes', () => {
    const { scopes } = resourcesOf(text);
    const stack = scopes.find(({ kind }) => kind === 'stack');
    expect(stack?.openings.map(({ because }) => because.cause)).toContain('out-of-view');
    expect(of(resourcesOf(text), 'Other').type).toBe('Custom::Thing');
  });
});
