import { reference } from '../../build.ts';
import { arn, key, tagList, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const endpointName = 'com.amazonaws.eu-west-1.bedrock-runtime';
const iam = (rest: string): string => `arn:aws:iam::111122223333:${rest}`;
const everything = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};
const invoke = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' }],
};

export const oversightContracts: readonly Contract[] = [
  {
    name: 'as it should be',
    template: {
      type: 'AWS::CloudTrail::Trail',
      properties: {
        TrailName: 't',
        S3BucketName: 'logs',
        IsLogging: true,
        IsMultiRegionTrail: true,
        EnableLogFileValidation: true,
        KMSKeyId: key,
        AdvancedEventSelectors: [
          { Name: 'Management', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
        ],
      },
    },
    answer: {
      kind: 'cloudtrail:trail',
      id: arn('cloudtrail', 'trail/t'),
      tags: {},
      data: {
        Name: 't',
        TrailARN: arn('cloudtrail', 'trail/t'),
        HomeRegion: 'eu-west-1',
        S3BucketName: 'logs',
        IsMultiRegionTrail: true,
        LogFileValidationEnabled: true,
        KmsKeyId: key,
        trailStatus: true,
        eventSelectors: {
          basic: [],
          advanced: [
            { Name: 'Management', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
          ],
        },
      },
    },
    fails: [],
  },
  {
    name: 'switched off, of one Region, for writes',
    template: {
      type: 'AWS::CloudTrail::Trail',
      properties: {
        TrailName: 't',
        S3BucketName: 'logs',
        IsLogging: false,
        EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }],
      },
    },
    answer: {
      kind: 'cloudtrail:trail',
      id: arn('cloudtrail', 'trail/t'),
      tags: {},
      data: {
        Name: 't',
        S3BucketName: 'logs',
        IsMultiRegionTrail: false,
        LogFileValidationEnabled: false,
        trailStatus: false,
        eventSelectors: {
          basic: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [] }],
          advanced: [],
        },
      },
    },
    fails: ['logging/trail-complete', 'logging/trail-customer-key'],
  },
  {
    name: 'that forgets too soon',
    template: { type: 'AWS::Logs::LogGroup', properties: { LogGroupName: '/x', RetentionInDays: 30 } },
    answer: {
      kind: 'logs:log-group',
      id: arn('logs', 'log-group:/x'),
      data: { logGroupName: '/x', retentionInDays: 30, arn: arn('logs', 'log-group:/x:*') },
    },
    fails: ['logging/log-group-retention'],
  },
  {
    name: 'open in every way',
    template: {
      type: 'AWS::EC2::VPCEndpoint',
      properties: {
        VpcId: 'vpc-1',
        VpcEndpointType: 'Interface',
        ServiceName: endpointName,
        PrivateDnsEnabled: false,
        PolicyDocument: everything,
        SecurityGroupIds: ['sg-1'],
      },
    },
    answer: {
      kind: 'ec2:vpc-endpoint',
      id: arn('ec2', 'vpc-endpoint/vpce-1'),
      tags: {},
      data: {
        VpcEndpointId: 'vpce-1',
        VpcEndpointType: 'Interface',
        VpcId: 'vpc-1',
        ServiceName: endpointName,
        State: 'available',
        PolicyDocument: JSON.stringify(everything),
        PrivateDnsEnabled: false,
        Groups: [{ GroupId: 'sg-1', GroupName: 'g' }],
      },
    },
    around: {
      template: [
        {
          type: 'AWS::EC2::SecurityGroup',
          key: 'sg-1',
          // CloudFormation calls a group by its id, which no template holds.
          properties: {
            GroupName: 'sg-1',
            GroupDescription: 'g',
            SecurityGroupIngress: [
              { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8' },
              { IpProtocol: '-1', CidrIp: '0.0.0.0/0' },
            ],
          },
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
            IpPermissions: [
              { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
              { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [] },
            ],
          },
        },
      ],
    },
    fails: [
      'network/endpoint-group-closed',
      'network/endpoint-policy-restricted',
      'network/endpoint-private-dns',
    ],
  },
  {
    name: 'that invokes models from a VPC without an endpoint',
    template: {
      type: 'AWS::Lambda::Function',
      properties: {
        FunctionName: 'f',
        Role: reference('app', 'Arn'),
        Code: { S3Bucket: 'c', S3Key: 'k' },
        VpcConfig: { SubnetIds: [reference('subnet-1')], SecurityGroupIds: ['sg-1'] },
      },
    },
    answer: {
      kind: 'lambda:function',
      id: arn('lambda', 'function:f'),
      tags: {},
      data: {
        FunctionName: 'f',
        FunctionArn: arn('lambda', 'function:f'),
        Role: iam('role/app'),
        VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'], VpcId: 'vpc-1' },
        Layers: [{ Arn: arn('lambda', 'layer:l:1'), CodeSize: 1 }],
      },
    },
    around: {
      template: [
        {
          type: 'AWS::IAM::Role',
          key: 'app',
          properties: {
            RoleName: 'app',
            AssumeRolePolicyDocument: everything,
            Policies: [{ PolicyName: 'p', PolicyDocument: invoke }],
          },
        },
        {
          type: 'AWS::EC2::Subnet',
          key: 'subnet-1',
          properties: { VpcId: reference('vpc-1'), CidrBlock: '10.0.0.0/24' },
        },
        { type: 'AWS::EC2::VPC', key: 'vpc-1', properties: { CidrBlock: '10.0.0.0/16' } },
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
            AssumeRolePolicyDocument: JSON.stringify(everything),
            RolePolicyList: [{ PolicyName: 'p', PolicyDocument: encodeURIComponent(JSON.stringify(invoke)) }],
          },
        },
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
      ],
    },
    fails: ['network/bedrock-callers-private'],
  },
  {
    name: 'that fences off other Regions but not all that counts',
    template: {
      type: 'AWS::Organizations::Policy',
      properties: {
        Name: 'fence',
        Type: 'SERVICE_CONTROL_POLICY',
        TargetIds: ['ou-1'],
        Content: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Deny',
              NotAction: ['iam:*', 'sts:*'],
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } },
            },
          ],
        },
        Tags: tagList,
      },
    },
    answer: {
      kind: 'organizations:policy',
      id: 'arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-1',
      region: 'global',
      tags,
      data: {
        Id: 'p-1',
        Arn: 'arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-1',
        Name: 'fence',
        Type: 'SERVICE_CONTROL_POLICY',
        AwsManaged: false,
        Content: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Deny',
              NotAction: ['iam:*', 'sts:*'],
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } },
            },
          ],
        }),
        targets: [{ TargetId: 'ou-1', Arn: 'arn:ou', Name: 'w', Type: 'ORGANIZATIONAL_UNIT' }],
      },
    },
    fails: ['organisation/region-deny'],
  },
];
