import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { stringify } from 'yaml';

/**
 * Writes `count` templates of `perTemplate` resources each into `folder`, deterministic, as YAML or JSON.
 * Half of the resources break some rule, a tenth holds a value that cannot be resolved.
 */
export function generateTemplates(
  folder: string,
  { count, perTemplate, format }: { count: number; perTemplate: number; format: 'yaml' | 'json' },
): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const template = templateOf(index, perTemplate);
    const text =
      format === 'json'
        ? JSON.stringify(template, undefined, 2)
        : stringify(template, { aliasDuplicateObjects: false });
    writeFileSync(join(folder, `stack-${index}.${format}`), text);
  }
}

function templateOf(index: number, resources: number): object {
  const entries = Array.from({ length: resources }, (_, place) => {
    const make = kinds[place % kinds.length] ?? key;
    return [`Resource${place}`, make(index, place)];
  });
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Generated stack ${index}`,
    Parameters: {
      Environment: { Type: 'String', AllowedValues: ['test', 'production'] },
      ModelId: { Type: 'String' },
    },
    Conditions: { IsProduction: { 'Fn::Equals': [{ Ref: 'Environment' }, 'production'] } },
    Resources: Object.fromEntries(entries),
  };
}

type Make = (index: number, place: number) => object;

const tags = (place: number): object[] => [
  { Key: 'owner', Value: `team-${place % 7}` },
  { Key: 'cost-center', Value: String(4000 + place) },
];

const key: Make = (_, place) => ({
  Type: 'AWS::KMS::Key',
  Properties: {
    Description: 'Encrypts the data of one workload, with rotation where the policy asks for it',
    EnableKeyRotation: place % 2 === 0,
    KeyPolicy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Administration',
          Effect: 'Allow',
          Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
    Tags: tags(place),
  },
});

const bucket: Make = (index, place) => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    BucketName: `workload-${index}-${place}-documents`,
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: {
            SSEAlgorithm: place % 2 === 0 ? 'aws:kms' : 'AES256',
            KMSMasterKeyID: { 'Fn::GetAtt': ['Resource0', 'Arn'] },
          },
        },
      ],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: place % 3 !== 0,
    },
    Tags: tags(place),
  },
});

const role: Make = (_, place) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'bedrock.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    Policies: [
      {
        PolicyName: 'invoke',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: place % 2 === 0 ? 'bedrock:*' : ['bedrock:InvokeModel'],
              Resource: {
                'Fn::Sub': 'arn:aws:bedrock:${AWS::Region}::foundation-model/amazon.nova-lite-v1:0',
              },
            },
          ],
        },
      },
    ],
  },
});

const agent: Make = (index, place) => ({
  Type: 'AWS::Bedrock::Agent',
  Properties: {
    AgentName: `agent-${index}-${place}`,
    AgentResourceRoleArn: { 'Fn::GetAtt': ['Resource2', 'Arn'] },
    FoundationModel: place % 10 === 3 ? { Ref: 'ModelId' } : 'amazon.nova-lite-v1:0',
    Instruction:
      'Answer questions about orders from the knowledge base and from nothing else, in short sentences.',
    IdleSessionTTLInSeconds: place % 2 === 0 ? 600 : 5400,
    CustomerEncryptionKeyArn: {
      'Fn::If': ['IsProduction', { 'Fn::GetAtt': ['Resource0', 'Arn'] }, { Ref: 'AWS::NoValue' }],
    },
  },
});

const logGroup: Make = (index, place) => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: {
    LogGroupName: `/workload/${index}/${place}`,
    RetentionInDays: place % 2 === 0 ? 365 : 30,
    KmsKeyId: { 'Fn::GetAtt': ['Resource0', 'Arn'] },
  },
});

const kinds: readonly Make[] = [key, bucket, role, agent, logGroup];
