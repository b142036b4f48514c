import { arn, region, tagList, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const modelArn = (where: string): string => `arn:aws:bedrock:${where}::foundation-model/${sonnet}`;
const profileArn = arn('bedrock', `inference-profile/eu.${sonnet}`);
const destinations = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];

export const modelContracts: readonly Contract[] = [
  {
    name: 'of more units than are allowed',
    template: {
      type: 'AWS::Bedrock::ProvisionedModelThroughput',
      properties: {
        ProvisionedModelName: 'p',
        ModelId: modelArn(region),
        ModelUnits: 8,
        // The answer is of 1 January 2026.
        AgeInDays: 2,
      },
    },
    answer: {
      kind: 'bedrock:provisioned-throughput',
      id: arn('bedrock', 'provisioned-model/abc'),
      tags: {},
      data: {
        provisionedModelName: 'p',
        provisionedModelArn: arn('bedrock', 'provisioned-model/abc'),
        modelArn: modelArn(region),
        desiredModelArn: modelArn(region),
        foundationModelArn: modelArn(region),
        modelUnits: 8,
        desiredModelUnits: 8,
        status: 'InService',
        creationTime: '2025-12-30T00:00:00.000Z',
      },
    },
    fails: ['cost/provisioned-throughput-alarm', 'cost/provisioned-throughput-bounded', 'cost/required-tags'],
  },
  {
    name: 'of a profile of AWS that leaves the approved Regions',
    template: {
      type: 'AWS::Bedrock::ApplicationInferenceProfile',
      properties: { InferenceProfileName: 'a', ModelSource: { CopyFrom: profileArn }, Tags: tagList },
    },
    answer: {
      kind: 'bedrock:inference-profile',
      id: arn('bedrock', 'application-inference-profile/abc'),
      tags,
      data: {
        inferenceProfileName: 'a',
        inferenceProfileId: 'abc',
        inferenceProfileArn: arn('bedrock', 'application-inference-profile/abc'),
        type: 'APPLICATION',
        status: 'ACTIVE',
        models: destinations.map(where => ({ modelArn: modelArn(where) })),
      },
    },
    around: {
      template: [],
      answers: [
        {
          kind: 'bedrock:system-inference-profile',
          id: profileArn,
          data: {
            inferenceProfileArn: profileArn,
            type: 'SYSTEM_DEFINED',
            models: destinations.toReversed().map(where => ({ modelArn: modelArn(where) })),
          },
        },
      ],
    },
    fails: ['residency/inference-profile-destinations'],
  },
  {
    name: 'of one model',
    template: {
      type: 'AWS::Bedrock::ApplicationInferenceProfile',
      properties: { InferenceProfileName: 'a', ModelSource: { CopyFrom: modelArn(region) }, Tags: tagList },
    },
    answer: {
      kind: 'bedrock:inference-profile',
      id: arn('bedrock', 'application-inference-profile/abc'),
      tags,
      data: {
        inferenceProfileName: 'a',
        inferenceProfileArn: arn('bedrock', 'application-inference-profile/abc'),
        type: 'APPLICATION',
        models: [{ modelArn: modelArn(region) }],
      },
    },
    fails: [],
  },
  {
    name: 'without tags',
    template: {
      type: 'AWS::Bedrock::CustomModel',
      properties: {
        ModelName: 'm',
        BaseModelArn: modelArn(region),
        JobArn: arn('bedrock', 'model-customization-job/abc'),
      },
    },
    answer: {
      kind: 'bedrock:custom-model',
      id: arn('bedrock', 'custom-model/m/abc'),
      tags: {},
      data: {
        modelArn: arn('bedrock', 'custom-model/m/abc'),
        modelName: 'm',
        baseModelArn: modelArn(region),
        customizationType: 'FINE_TUNING',
        jobArn: arn('bedrock', 'model-customization-job/abc'),
      },
    },
    fails: ['bedrock/custom-model-customer-key', 'cost/required-tags'],
  },
  {
    name: 'of a batch',
    template: {
      type: 'AWS::Bedrock::ModelInvocationJob',
      properties: {
        JobName: 'j',
        ModelId: sonnet,
        RoleArn: 'arn:aws:iam::111122223333:role/jobs',
        InputDataConfig: { S3InputDataConfig: { S3Uri: 's3://in/x' } },
        OutputDataConfig: { S3OutputDataConfig: { S3Uri: 's3://out/x' } },
      },
    },
    answer: {
      kind: 'bedrock:model-invocation-job',
      id: arn('bedrock', 'model-invocation-job/abc'),
      data: {
        jobArn: arn('bedrock', 'model-invocation-job/abc'),
        jobName: 'j',
        modelId: sonnet,
        roleArn: 'arn:aws:iam::111122223333:role/jobs',
        inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://in/x' } },
        outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://out/x' } },
        status: 'Completed',
      },
    },
    fails: ['bedrock/batch-output-customer-key', 'bedrock/model-job-in-vpc'],
  },
];
