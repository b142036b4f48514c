import type { JsonObject } from '../../../../src/model/observation.ts';
import { absent } from '../../../../src/model/value.ts';
import { reference } from '../../build.ts';
import { account, arn, region, sideBySide, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const iam = (rest: string): string => `arn:aws:iam::${account}:${rest}`;
const runtime = `com.amazonaws.${region}.bedrock-runtime`;

const policy = (statement: JsonObject): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...statement }],
});
const bound = policy({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } });

const group = (
  permissions: readonly JsonObject[],
  Ingress: Declared['properties'][string],
): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::EC2::SecurityGroup',
      key: 'sg-1',
      // CloudFormation calls a group by its id, which no template holds.
      properties: { GroupName: 'sg-1', GroupDescription: 'g', SecurityGroupIngress: Ingress },
    },
  ],
  answers: [
    {
      kind: 'ec2:security-group',
      id: arn('ec2', 'security-group/sg-1'),
      tags: {},
      data: {
        GroupId: 'sg-1',
        GroupName: 'g',
        Description: 'g',
        VpcId: 'vpc-1',
        OwnerId: account,
        IpPermissions: permissions,
        IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      },
    },
  ],
});

const tls = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 } as const;
const permission = (more: JsonObject): JsonObject => ({
  ...tls,
  IpRanges: [],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [],
  ...more,
});
const inside = group(
  [permission({ IpRanges: [{ CidrIp: '10.0.0.0/8', Description: '' }] })],
  [{ ...tls, CidrIp: '10.0.0.0/8' }],
);

const endpoint = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  more: Pick<Contract, 'fails'> & Partial<Contract>,
): Contract =>
  sideBySide(
    { name, type: 'AWS::EC2::VPCEndpoint', kind: 'ec2:vpc-endpoint', id: arn('ec2', 'vpc-endpoint/vpce-1') },
    {
      VpcId: 'vpc-1',
      VpcEndpointType: 'Interface',
      ServiceName: runtime,
      PrivateDnsEnabled: true,
      PolicyDocument: bound,
      SecurityGroupIds: ['sg-1'],
      ...properties,
    },
    {
      VpcEndpointId: 'vpce-1',
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-1',
      ServiceName: runtime,
      State: 'available',
      PolicyDocument: JSON.stringify(bound),
      PrivateDnsEnabled: true,
      RequesterManaged: false,
      RouteTableIds: [],
      SubnetIds: ['subnet-1'],
      Groups: [{ GroupId: 'sg-1', GroupName: 'g' }],
      ...data,
    },
    { around: inside, ...more },
  );

const fromEverywhere = policy({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } });

const endpoints: readonly Contract[] = [
  endpoint('as it should be', {}, {}, { fails: [] }),
  endpoint(
    'for a group',
    {},
    {},
    {
      around: group(
        [permission({ UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: account }] })],
        [{ ...tls, SourceSecurityGroupId: 'sg-2', SourceSecurityGroupOwnerId: account }],
      ),
      fails: [],
    },
  ),
  endpoint(
    'for every address of the next protocol',
    {},
    {},
    {
      around: group([permission({ Ipv6Ranges: [{ CidrIpv6: '::/0' }] })], [{ ...tls, CidrIpv6: '::/0' }]),
      fails: ['network/endpoint-group-closed'],
    },
  ),
  endpoint(
    'for all ports of a group',
    {},
    {},
    {
      around: group(
        [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: account }] }],
        [{ IpProtocol: '-1', SourceSecurityGroupId: 'sg-2', SourceSecurityGroupOwnerId: account }],
      ),
      fails: ['network/endpoint-group-closed'],
    },
  ),
  endpoint(
    'with the policy that AWS gives',
    { PolicyDocument: policy({}) },
    { PolicyDocument: '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}' },
    {
      fails: ['network/endpoint-policy-restricted'],
    },
  ),
  endpoint(
    'for every caller of its VPC',
    { PolicyDocument: fromEverywhere },
    { PolicyDocument: JSON.stringify(fromEverywhere) },
    {
      fails: ['network/endpoint-policy-restricted'],
    },
  ),
  endpoint(
    'without a name of its own',
    { PrivateDnsEnabled: absent },
    { PrivateDnsEnabled: false },
    {
      fails: ['network/endpoint-private-dns'],
    },
  ),
];

const invoke: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' }],
};
const reads: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
};
const trust: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

interface Holds {
  readonly own?: JsonObject;
  readonly attached?: JsonObject;
}

/** A role with a document of its own or in a policy of the account. */
const role = ({ own, attached }: Holds): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::IAM::Role',
      key: 'app',
      properties: {
        RoleName: 'app',
        AssumeRolePolicyDocument: trust,
        Policies: own ? [{ PolicyName: 'p', PolicyDocument: own }] : [],
        ManagedPolicyArns: attached ? [reference('policy')] : [],
      },
    },
    ...(attached
      ? [
          {
            type: 'AWS::IAM::ManagedPolicy',
            key: 'policy',
            properties: { ManagedPolicyName: 'p', PolicyDocument: attached },
          },
        ]
      : []),
  ],
  answers: [
    {
      kind: 'iam:role',
      id: iam('role/app'),
      region: 'global',
      tags: {},
      data: {
        RoleName: 'app',
        Arn: iam('role/app'),
        AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
        RolePolicyList: own
          ? [{ PolicyName: 'p', PolicyDocument: encodeURIComponent(JSON.stringify(own)) }]
          : [],
        AttachedManagedPolicies: attached ? [{ PolicyName: 'p', PolicyArn: iam('policy/p') }] : [],
      },
    },
    ...(attached
      ? [
          {
            kind: 'iam:policy',
            id: iam('policy/p'),
            region: 'global',
            data: {
              PolicyName: 'p',
              Arn: iam('policy/p'),
              DefaultVersionId: 'v1',
              PolicyVersionList: [
                {
                  VersionId: 'v1',
                  IsDefaultVersion: true,
                  Document: encodeURIComponent(JSON.stringify(attached)),
                },
              ],
            },
          },
        ]
      : []),
  ],
});

const network = (...services: readonly string[]): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::EC2::Subnet',
      key: 'subnet-1',
      properties: { VpcId: reference('vpc-1'), CidrBlock: '10.0.0.0/24' },
    },
    { type: 'AWS::EC2::VPC', key: 'vpc-1', properties: { CidrBlock: '10.0.0.0/16' } },
    ...services.map(service => ({
      type: 'AWS::EC2::VPCEndpoint',
      key: `vpce-${service}`,
      properties: {
        VpcId: reference('vpc-1'),
        VpcEndpointType: 'Interface',
        ServiceName: `com.amazonaws.${region}.${service}`,
        PrivateDnsEnabled: true,
      },
    })),
  ],
  answers: [
    {
      kind: 'ec2:subnet',
      id: arn('ec2', 'subnet/subnet-1'),
      tags: {},
      data: { SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' },
    },
    {
      kind: 'ec2:vpc',
      id: arn('ec2', 'vpc/vpc-1'),
      tags: {},
      data: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' },
    },
    ...services.map(service => ({
      kind: 'ec2:vpc-endpoint',
      id: arn('ec2', `vpc-endpoint/vpce-${service}`),
      tags: {},
      data: {
        VpcEndpointId: `vpce-${service}`,
        VpcEndpointType: 'Interface',
        VpcId: 'vpc-1',
        ServiceName: `com.amazonaws.${region}.${service}`,
        State: 'available',
        PrivateDnsEnabled: true,
      },
    })),
  ],
});

const both = (...parts: readonly NonNullable<Contract['around']>[]): NonNullable<Contract['around']> => ({
  template: parts.flatMap(({ template }) => template),
  answers: parts.flatMap(({ answers }) => answers),
});

const caller = (
  name: string,
  around: NonNullable<Contract['around']>,
  fails: Contract['fails'],
  alone = false,
): Contract => ({
  name,
  template: {
    type: 'AWS::Lambda::Function',
    properties: {
      FunctionName: 'f',
      Role: reference('app', 'Arn'),
      Code: { S3Bucket: 'c', S3Key: 'k' },
      VpcConfig: alone ? absent : { SubnetIds: [reference('subnet-1')], SecurityGroupIds: ['sg-1'] },
    },
  },
  answer: {
    kind: 'lambda:function',
    id: arn('lambda', 'function:f'),
    tags: {},
    data: {
      FunctionName: 'f',
      FunctionArn: arn('lambda', 'function:f'),
      Runtime: 'nodejs22.x',
      Role: iam('role/app'),
      VpcConfig: alone
        ? { SubnetIds: [], SecurityGroupIds: [], VpcId: '', Ipv6AllowedForDualStack: false }
        : { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'], VpcId: 'vpc-1' },
    },
  },
  around,
  fails,
});

const exposed = ['network/bedrock-callers-private'] as const;

const callers: readonly Contract[] = [
  caller(
    'that invokes models through an endpoint',
    both(role({ own: invoke }), network('bedrock-runtime')),
    [],
  ),
  caller(
    'that invokes models past an endpoint for something else',
    both(role({ own: invoke }), network('bedrock')),
    exposed,
  ),
  caller(
    'that may invoke models by a policy of the account',
    both(role({ attached: invoke }), network()),
    exposed,
  ),
  caller('that may read files by a policy of the account', both(role({ attached: reads }), network()), []),
  caller('that invokes models from no VPC', both(role({ own: invoke }), network()), [], true),
];

const vpc = (name: string, services: readonly string[], fails: Contract['fails']): Contract => {
  const { template, answers } = network(...services);
  return {
    name,
    template: { type: 'AWS::EC2::VPC', properties: { CidrBlock: '10.0.0.0/16' } },
    answer: {
      kind: 'ec2:vpc',
      id: arn('ec2', 'vpc/vpc-1'),
      tags,
      data: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', State: 'available', IsDefault: false },
    },
    around: {
      template: template
        .filter(({ key }) => key !== 'vpc-1')
        .map(one => ({ ...one, properties: { ...one.properties, VpcId: reference('Subject') } })),
      answers: answers.filter(({ kind }) => kind !== 'ec2:vpc'),
    },
    fails,
  };
};

export const networkContracts: readonly Contract[] = [
  ...endpoints,
  ...callers,
  vpc('with every endpoint', ['bedrock', 'bedrock-runtime'], []),
  vpc('with the endpoint for certified encryption', ['bedrock-agent', 'bedrock-runtime-fips'], []),
  vpc(
    'with an endpoint to administer agents alone',
    ['bedrock-agent'],
    ['network/bedrock-endpoints-complete'],
  ),
];
