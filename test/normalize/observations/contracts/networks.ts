import type { JsonObject } from '../../../../src/model/observation.ts';
import { absent } from '../../../../src/model/value.ts';
import { reference } from '../../build.ts';
import { account, arn, region, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const iam = (rest: string): string => `arn:aws:iam::${account}:${rest}`;

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

const encoded = (document: JsonObject): string => encodeURIComponent(JSON.stringify(document));

/** A role with a document of its own or in a policy of the account. */
const role = ({ own, attached }: Holds): NonNullable<Contract['around']> => {
  const policy = attached && managed(attached);
  return {
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
      ...(policy?.template ?? []),
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
          AssumeRolePolicyDocument: encoded(trust),
          RolePolicyList: own ? [{ PolicyName: 'p', PolicyDocument: encoded(own) }] : [],
          AttachedManagedPolicies: attached ? [{ PolicyName: 'p', PolicyArn: iam('policy/p') }] : [],
        },
      },
      ...(policy?.answers ?? []),
    ],
  };
};

const managed = (document: JsonObject): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::IAM::ManagedPolicy',
      key: 'policy',
      properties: { ManagedPolicyName: 'p', PolicyDocument: document },
    },
  ],
  answers: [
    {
      kind: 'iam:policy',
      id: iam('policy/p'),
      region: 'global',
      data: {
        PolicyName: 'p',
        Arn: iam('policy/p'),
        DefaultVersionId: 'v1',
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: encoded(document) }],
      },
    },
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
  ...callers,
  vpc('with every endpoint', ['bedrock', 'bedrock-runtime'], []),
  vpc('with the endpoint for certified encryption', ['bedrock-agent', 'bedrock-runtime-fips'], []),
  vpc(
    'with an endpoint to administer agents alone',
    ['bedrock-agent'],
    ['network/bedrock-endpoints-complete'],
  ),
];
