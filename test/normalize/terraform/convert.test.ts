import { expect, test } from 'vitest';

import { absent, known } from '../../../src/model/value.ts';
import { terraformTypes } from '../../../src/normalize/kinds/index.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import { dict, isProduction, lost, oneOf, openList, stack, when } from '../build.ts';
import { propertiesOf, ref, resourcesOf, tf, types } from './build.ts';

const converted = (name: string, attributes: Parameters<typeof dict>[0]): unknown =>
  propertiesOf(name, tf(name, attributes));

test.each([
  [
    'names, in any spelling of acronyms',
    'aws_bedrockagent_agent.a',
    {
      agent_name: 'a',
      customer_encryption_key_arn: 'k',
      idle_session_ttl_in_seconds: 600,
      guardrail_configuration: [{ guardrail_identifier: 'g', guardrail_version: 'DRAFT' }],
      prepare_agent: false,
    },
    {
      AgentName: 'a',
      CustomerEncryptionKeyArn: 'k',
      IdleSessionTTLInSeconds: 600,
      GuardrailConfiguration: { GuardrailIdentifier: 'g', GuardrailVersion: 'DRAFT' },
      AutoPrepare: false,
    },
  ],
  [
    'a block of which the attributes belong to what is around it, and what the provider fills in',
    'aws_bedrock_model_invocation_logging_configuration.l',
    { logging_config: [{ s3_config: [{ bucket_name: 'b' }], image_data_delivery_enabled: false }] },
    {
      S3Config: { BucketName: 'b' },
      ImageDataDeliveryEnabled: false,
      EmbeddingDataDeliveryEnabled: true,
      TextDataDeliveryEnabled: true,
      VideoDataDeliveryEnabled: true,
    },
  ],
  [
    'nothing in the words of Terraform',
    'aws_sagemaker_notebook_instance.n',
    { name: 'n', kms_key_id: '', security_groups: [], instance_type: absent, region: 'eu-west-1', id: 'n' },
    { NotebookInstanceName: 'n' },
  ],
  [
    'a retention for ever',
    'aws_cloudwatch_log_group.g',
    { name: 'g', retention_in_days: 0 },
    { LogGroupName: 'g' },
  ],
  [
    'numbers and booleans as texts',
    'aws_kms_key.k',
    { enable_key_rotation: 'true', deletion_window_in_days: '7' },
    { EnableKeyRotation: true, PendingWindowInDays: 7 },
  ],
  [
    'a policy as JSON',
    'aws_kms_key.k',
    { policy: '{"Statement":{"Effect":"Allow","Principal":"*"}}' },
    { KeyPolicy: { Statement: { Effect: 'Allow', Principal: '*' } } },
  ],
  ['what the mapping does not know, under its own name', 'aws_kms_key.k', { brand_new: 1 }, { brand_new: 1 }],
  [
    'a block under a condition',
    'aws_sagemaker_model.m',
    { name: 'm', vpc_config: [when({ subnets: ['s'], security_group_ids: ['g'] })] },
    { ModelName: 'm', VpcConfig: { if: { Subnets: ['s'], SecurityGroupIds: ['g'] }, else: undefined } },
  ],
  [
    'blocks of a dynamic one that is not known',
    'aws_sagemaker_model.m',
    { name: 'm', vpc_config: openList([], lost), container: openList([{ image: 'i' }], lost) },
    { ModelName: 'm', VpcConfig: '?', Containers: [{ Image: 'i' }, '…'] },
  ],
  [
    'two blocks where one belongs, of which one exists',
    'aws_sagemaker_model.m',
    { vpc_config: [when({ subnets: ['a'] }), { subnets: ['b'] }] },
    { VpcConfig: { if: { Subnets: ['a'] }, else: { Subnets: ['b'] } } },
  ],
  ['two blocks where one belongs', 'aws_sagemaker_model.m', { vpc_config: [{}, {}] }, { VpcConfig: '?' }],
  ['a choice', 'aws_kms_key.k', { is_enabled: oneOf(true, 'false') }, { Enabled: { oneOf: [true, false] } }],
  [
    'words of its own',
    'aws_s3_bucket.b',
    { acl: 'public-read', versioning: [{ enabled: true }], lifecycle_rule: [{ enabled: false }] },
    {
      AccessControl: 'PublicRead',
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: { Rules: [{ Status: 'Disabled' }] },
    },
  ],
  [
    'blocks that become a map, and lists that become one list',
    'aws_budgets_budget.b',
    {
      name: 'b',
      budget_type: 'COST',
      limit_amount: '10',
      limit_unit: 'USD',
      cost_filter: [{ name: 'Service', values: ['Amazon Bedrock'] }],
      notification: [
        {
          threshold: 80,
          subscriber_email_addresses: ['a@example.com'],
          subscriber_sns_topic_arns: ['arn:aws:sns:eu-west-1:111122223333:t'],
        },
      ],
    },
    {
      Budget: {
        BudgetName: 'b',
        BudgetType: 'COST',
        BudgetLimit: { Amount: 10, Unit: 'USD' },
        CostFilters: { Service: ['Amazon Bedrock'] },
      },
      NotificationsWithSubscribers: [
        {
          Notification: { Threshold: 80 },
          Subscribers: [
            { Address: 'a@example.com', SubscriptionType: 'EMAIL' },
            { Address: 'arn:aws:sns:eu-west-1:111122223333:t', SubscriptionType: 'SNS' },
          ],
        },
      ],
    },
  ],
  [
    'an endpoint without a word on private DNS',
    'aws_vpc_endpoint.e',
    { vpc_id: 'v', service_name: 's' },
    { VpcId: 'v', ServiceName: 's', PrivateDnsEnabled: false },
  ],
])('%s', (_, name, attributes, expected) => {
  expect(converted(name, attributes)).toEqual(expected);
});

test('what the provider fills in says so', () => {
  const [trail] = resourcesOf(tf('aws_cloudtrail.t', { name: 't', s3_bucket_name: 'b' }));
  expect(trail?.properties.entries.get('IsLogging')).toMatchObject({
    kind: 'known',
    value: true,
    via: [{ what: 'default of the provider' }],
  });
});

test('a type of the Cloud Control provider by its rule', () => {
  const guardrail = tf('awscc_bedrock_guardrail.g', {
    name: 'g',
    kms_key_arn: ref('awscc_kms_key.k.arn'),
    content_policy_config: { filters_config: [{ type: 'HATE', input_strength: 'HIGH' }] },
    tags: [{ key: 'a', value: 'b' }],
  });
  const [resource] = resourcesOf(guardrail, tf('awscc_kms_key.k', {}));
  expect(resource?.type).toBe('AWS::Bedrock::Guardrail');
  expect(resource?.tags).toMatchObject(dict({ a: 'b' }));
  expect(propertiesOf('awscc_bedrock_guardrail.g', guardrail, tf('awscc_kms_key.k', {}))).toEqual({
    Name: 'g',
    KmsKeyArn: '→ .#awscc_kms_key.k.Arn',
    ContentPolicyConfig: { FiltersConfig: [{ Type: 'HATE', InputStrength: 'HIGH' }] },
    Tags: [{ Key: 'a', Value: 'b' }],
  });
});

const snake = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('::', '_')
    .toLowerCase();

/** Names that every Terraform resource has a meaning of its own for. */
const reserved = new Set(['Id', 'Region', 'Timeouts']);

test('every type of the registry has a name in the Cloud Control provider, and its properties names too', () => {
  const misnamed = types.names.filter(name => {
    const properties = Object.keys(types.get(name)?.properties ?? {});
    const type = `awscc_${snake(name.replace('AWS::', ''))}`;
    const attributes = Object.fromEntries(properties.map(property => [snake(property), lost]));
    const [resource] = resourcesOf(tf(`${type}.x`, attributes));
    const read = new Set(resource?.properties.entries.keys());
    return resource?.type !== name || properties.some(one => !reserved.has(one) && !read.has(one));
  });
  expect(misnamed).toEqual([]);
});

test('a type that the model does not know stays as it is', () => {
  const [resource] = resourcesOf(tf('aws_route53_zone.z', { name: 'example.com' }));
  expect(resource).toMatchObject({ type: 'aws_route53_zone', properties: dict({ name: 'example.com' }) });
});

test('where a declaration is deployed, and the tags around it', () => {
  const placed = {
    region: known('eu-west-1'),
    account: known('111122223333'),
    partition: known('aws'),
    tags: dict({ team: 'a', stage: 'test' }),
  };
  const west = tf('aws_kms_key.west', { tags: { stage: 'live' } }, placed);
  const here = tf('aws_kms_key.here', {});
  const { estate } = normalize(
    [stack([west, here], { account: known('111122223333'), region: known('us-east-1') })],
    types,
  );
  expect(estate.resources.map(({ region, tags }) => [region, tags.entries])).toEqual([
    [known('eu-west-1'), dict({ team: 'a', stage: 'live' }).entries],
    [known('us-east-1'), new Map()],
  ]);
  const regions = estate.scopes.filter(({ kind }) => kind === 'account-region');
  expect(regions.map(({ name, members }) => [name, members.map(member => member.name)])).toEqual([
    ['account 111122223333 in eu-west-1', ['aws_kms_key.west']],
    ['account 111122223333 in us-east-1', ['aws_kms_key.here']],
  ]);
});

test('references read what CloudFormation calls it', () => {
  const names = [
    ['aws_kms_key.k', 'key_id', 'KeyId'],
    ['aws_kms_key.k', 'id', 'Ref'],
    ['aws_kms_key.k', 'arn', 'Arn'],
    ['aws_iam_policy.p', 'arn', 'PolicyArn'],
    ['aws_iam_role.r', 'name', 'RoleName'],
    ['aws_bedrock_guardrail.g', 'guardrail_id', 'GuardrailId'],
    ['aws_bedrock_guardrail_version.v', 'version', 'Version'],
    ['aws_sns_topic.t', 'arn', 'TopicArn'],
    ['aws_s3_bucket.b', 'bucket', 'BucketName'],
    ['aws_s3_bucket.b', 'bucket_regional_domain_name', 'RegionalDomainName'],
    ['aws_route53_zone.z', 'arn', 'arn'],
  ] as const;
  const targets = [...new Set(names.map(([name]) => name))].map(name => tf(name, {}));
  const user = tf(
    'aws_sagemaker_model.m',
    Object.fromEntries(
      names.map(([name, attribute], index) => [`own_${index}`, ref(`${name}.${attribute}`)]),
    ),
  );
  expect(propertiesOf('aws_sagemaker_model.m', user, ...targets)).toEqual(
    Object.fromEntries(names.map(([name, , read], index) => [`own_${index}`, `→ .#${name}.${read}`])),
  );
});

test('ids and ARNs that a state knows are names', () => {
  const [agent] = resourcesOf(tf('aws_bedrockagent_agent.a', { agent_name: 'a', id: 'A1B2', arn: 'arn:x' }));
  expect(agent?.names).toEqual(['a', 'A1B2', 'arn:x']);
});

test('each Terraform type is the spelling of one kind', () => {
  expect(new Set(terraformTypes).size).toBe(terraformTypes.length);
});

test('rules of security groups, one for each range and group', () => {
  const group = tf('aws_security_group.g', {
    name: 'g',
    description: 'd',
    ingress: [
      { from_port: 443, to_port: 443, protocol: 'tcp', cidr_blocks: ['10.0.0.0/8', '0.0.0.0/0'] },
      when({ from_port: 0, to_port: 0, protocol: '-1', security_groups: ['sg-1'] }),
    ],
  });
  const rule = tf('aws_security_group_rule.r', {
    type: 'ingress',
    security_group_id: ref('aws_security_group.g.id'),
    from_port: 1,
    to_port: 2,
    protocol: 'tcp',
    self: true,
  });
  const own = tf(
    'aws_vpc_security_group_egress_rule.e',
    { security_group_id: ref('aws_security_group.g.id'), ip_protocol: '-1', cidr_ipv4: '0.0.0.0/0' },
    { exists: isProduction },
  );
  expect(propertiesOf('aws_security_group.g', group, rule, own)).toEqual({
    GroupName: 'g',
    GroupDescription: 'd',
    SecurityGroupIngress: [
      { FromPort: 443, ToPort: 443, IpProtocol: 'tcp', CidrIp: '10.0.0.0/8' },
      { FromPort: 443, ToPort: 443, IpProtocol: 'tcp', CidrIp: '0.0.0.0/0' },
      { if: { FromPort: 0, ToPort: 0, IpProtocol: '-1', SourceSecurityGroupId: 'sg-1' }, else: undefined },
      { FromPort: 1, ToPort: 2, IpProtocol: 'tcp', SourceSecurityGroupId: '→ .#aws_security_group.g.Ref' },
    ],
    SecurityGroupEgress: [{ if: { IpProtocol: '-1', CidrIp: '0.0.0.0/0' }, else: undefined }],
  });
});

test('a stack of CloudFormation may make anything', () => {
  const deployed = tf('aws_cloudformation_stack.s', { name: 's', template_body: '{}' });
  const { estate, problems } = normalize([stack([deployed])], types);
  expect(estate.scopes[0]?.openings.map(opening => opening.types)).toEqual(['all']);
  expect(problems.map(({ message }) => message)).toEqual([
    'The template that the stack aws_cloudformation_stack.s deploys is not read.',
  ]);
});
