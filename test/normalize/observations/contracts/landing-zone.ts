import { reference } from '../../build.ts';
import { arn } from './contract.ts';
import type { Contract } from './contract.ts';

const endpoint = (service: string) => ({
  VpcEndpointType: 'Interface',
  VpcId: 'vpc-1',
  ServiceName: `com.amazonaws.eu-west-1.${service}`,
});

/** What an account has besides its workloads. */
export const landingZoneContracts: readonly Contract[] = [
  {
    name: 'with every protection',
    template: {
      type: 'AWS::GuardDuty::Detector',
      properties: {
        Enable: true,
        FindingPublishingFrequency: 'SIX_HOURS',
        Features: [
          { Name: 'AI_PROTECTION', Status: 'ENABLED' },
          { Name: 'EKS_AUDIT_LOGS', Status: 'DISABLED' },
        ],
      },
    },
    answer: {
      kind: 'guardduty:detector',
      id: arn('guardduty', 'detector/abc'),
      data: {
        detectorId: 'abc',
        Status: 'ENABLED',
        FindingPublishingFrequency: 'SIX_HOURS',
        DataSources: { S3Logs: { Status: 'ENABLED' }, CloudTrail: { Status: 'ENABLED' } },
        Features: [
          { Name: 'CLOUD_TRAIL', Status: 'ENABLED' },
          { Name: 'AI_PROTECTION', Status: 'ENABLED', UpdatedAt: '2026-01-01T00:00:00.000Z' },
          { Name: 'EKS_AUDIT_LOGS', Status: 'DISABLED', UpdatedAt: '2026-01-01T00:00:00.000Z' },
        ],
        Tags: {},
      },
    },
    fails: [],
  },
  {
    name: 'suspended, without a protection',
    template: {
      type: 'AWS::GuardDuty::Detector',
      properties: { Enable: false, Features: [{ Name: 'S3_DATA_EVENTS', Status: 'DISABLED' }] },
    },
    answer: {
      kind: 'guardduty:detector',
      id: arn('guardduty', 'detector/abc'),
      data: {
        detectorId: 'abc',
        Status: 'DISABLED',
        Features: [{ Name: 'S3_DATA_EVENTS', Status: 'DISABLED', UpdatedAt: '2026-01-01T00:00:00.000Z' }],
      },
    },
    fails: ['oversight/guardduty-protections'],
  },
  {
    name: 'of all types',
    template: {
      type: 'AWS::Config::ConfigurationRecorder',
      properties: {
        Name: 'default',
        RoleARN: 'arn:aws:iam::111122223333:role/config',
        RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
      },
    },
    answer: {
      kind: 'config:configuration-recorder',
      id: arn('config', 'configuration-recorder/default/abc'),
      data: {
        arn: arn('config', 'configuration-recorder/default/abc'),
        name: 'default',
        roleARN: 'arn:aws:iam::111122223333:role/config',
        recordingGroup: {
          allSupported: true,
          includeGlobalResourceTypes: true,
          resourceTypes: [],
          exclusionByResourceTypes: { resourceTypes: [] },
          recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
        },
        recordingMode: { recordingFrequency: 'CONTINUOUS' },
        recordingScope: 'PAID',
      },
    },
    fails: [],
  },
  {
    name: 'of all types but keys',
    template: {
      type: 'AWS::Config::ConfigurationRecorder',
      properties: {
        Name: 'default',
        RoleARN: 'arn:aws:iam::111122223333:role/config',
        RecordingGroup: {
          AllSupported: false,
          ExclusionByResourceTypes: { ResourceTypes: ['AWS::KMS::Key'] },
          RecordingStrategy: { UseOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
        },
      },
    },
    answer: {
      kind: 'config:configuration-recorder',
      id: arn('config', 'configuration-recorder/default/abc'),
      data: {
        arn: arn('config', 'configuration-recorder/default/abc'),
        name: 'default',
        roleARN: 'arn:aws:iam::111122223333:role/config',
        recordingGroup: {
          allSupported: false,
          includeGlobalResourceTypes: false,
          resourceTypes: [],
          exclusionByResourceTypes: { resourceTypes: ['AWS::KMS::Key'] },
          recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
        },
      },
    },
    fails: ['oversight/config-recorder-complete'],
  },
  {
    name: 'that leaves policies out',
    template: {
      type: 'AWS::S3::AccountPublicAccessBlock',
      properties: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      },
    },
    answer: {
      kind: 's3:account-public-access-block',
      id: 'arn:aws:s3::111122223333:account-public-access-block',
      region: 'global',
      data: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      },
    },
    fails: ['s3/account-public-access-set'],
  },
  {
    name: 'for Amazon Bedrock, active',
    template: {
      type: 'AWS::IAM::ServiceSpecificCredential',
      properties: { ServiceName: 'bedrock.amazonaws.com', UserName: 'ci', Status: 'Active' },
    },
    answer: {
      kind: 'iam:service-specific-credential',
      id: 'arn:aws:iam::111122223333:service-specific-credential/ACCA1',
      region: 'global',
      data: {
        UserName: 'ci',
        Status: 'Active',
        ServiceName: 'bedrock.amazonaws.com',
        ServiceUserName: 'ci-at-111122223333',
        ServiceCredentialAlias: 'ci-v1-1',
        CreateDate: '2026-01-01T00:00:00.000Z',
        ServiceSpecificCredentialId: 'ACCA1',
      },
    },
    fails: ['iam/no-bedrock-api-keys'],
  },
  {
    name: 'with an endpoint to administer alone',
    template: { type: 'AWS::EC2::VPC', properties: { CidrBlock: '10.0.0.0/16' } },
    answer: {
      kind: 'ec2:vpc',
      id: arn('ec2', 'vpc/vpc-1'),
      tags: {},
      data: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', State: 'available', IsDefault: false },
    },
    around: {
      template: [
        {
          type: 'AWS::EC2::VPCEndpoint',
          key: 'control',
          properties: { ...endpoint('bedrock'), VpcId: reference('Subject') },
        },
        {
          type: 'AWS::EC2::VPCEndpoint',
          key: 'logs',
          properties: { ...endpoint('logs'), VpcId: reference('Subject') },
        },
      ],
      answers: ['bedrock', 'logs'].map(service => ({
        kind: 'ec2:vpc-endpoint',
        id: arn('ec2', `vpc-endpoint/vpce-${service}`),
        tags: {},
        data: { VpcEndpointId: `vpce-${service}`, State: 'available', ...endpoint(service) },
      })),
    },
    fails: ['network/bedrock-endpoints-complete'],
  },
];
