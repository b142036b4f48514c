import type { JsonObject } from '../../../../src/model/observation.ts';
import { arn, key, sideBySide, tagList, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const sm = (rest: string): string => arn('sagemaker', rest);

const config = (
  name: string,
  properties: JsonObject,
  more: Pick<Contract, 'fails'> & Partial<Contract>,
  data: Answer['data'] = {},
): Contract =>
  sideBySide(
    {
      name,
      type: 'AWS::SageMaker::EndpointConfig',
      kind: 'sagemaker:endpoint-config',
      id: sm('endpoint-config/c'),
    },
    { EndpointConfigName: 'c', ...properties },
    {
      EndpointConfigName: 'c',
      EndpointConfigArn: sm('endpoint-config/c'),
      CreationTime: '2026-01-01T00:00:00.000Z',
      EnableNetworkIsolation: false,
      ...properties,
      ...data,
    },
    { parameters: { approvedAccelerators: ['m5'] }, ...more },
  );

const variant = (InstanceType: string) => ({
  VariantName: 'v',
  ModelName: 'm',
  InstanceType,
  InitialInstanceCount: 1,
  InitialVariantWeight: 1,
});
const plain = { ProductionVariants: [variant('ml.m5.large')] } as const;

const capture = {
  EnableCapture: true,
  InitialSamplingPercentage: 100,
  DestinationS3Uri: 's3://captured/chat',
  CaptureOptions: [{ CaptureMode: 'Input' }],
} as const;

type Rule = JsonObject & { readonly SSEAlgorithm: string };

const bucket = (rule: Rule): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::S3::Bucket',
      key: 'captured',
      properties: {
        BucketName: 'captured',
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: rule }] },
      },
    },
  ],
  answers: [
    {
      kind: 's3:bucket',
      id: 'arn:aws:s3:::captured',
      tags,
      data: {
        Name: 'captured',
        bucketEncryption: { Rules: [{ ApplyServerSideEncryptionByDefault: rule, BucketKeyEnabled: false }] },
      },
    },
  ],
});

const lacking = ['sagemaker/endpoint-data-customer-key'] as const;

const configs: readonly Contract[] = [
  config('with a key', { ...plain, KmsKeyId: key }, { fails: [] }),
  config('with a key that is empty', plain, { fails: ['sagemaker/endpoint-customer-key'] }, { KmsKeyId: '' }),
  config(
    'with the key that AWS keeps',
    { ...plain, KmsKeyId: 'alias/aws/sagemaker' },
    { fails: ['sagemaker/endpoint-customer-key'] },
  ),
  config(
    'without servers',
    {
      ProductionVariants: [
        { VariantName: 'v', ModelName: 'm', ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } },
      ],
    },
    { fails: [] },
  ),
  config(
    'that captures with a key',
    { ...plain, KmsKeyId: key, DataCaptureConfig: { ...capture, KmsKeyId: key } },
    { fails: [] },
  ),
  config(
    'that captures into a bucket with a key',
    { ...plain, KmsKeyId: key, DataCaptureConfig: capture },
    { around: bucket({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key }), fails: [] },
    { DataCaptureConfig: { ...capture, KmsKeyId: '' } },
  ),
  config(
    'that captures into a bucket with a key of Amazon S3',
    { ...plain, KmsKeyId: key, DataCaptureConfig: capture },
    { around: bucket({ SSEAlgorithm: 'AES256' }), fails: lacking },
  ),
  config(
    'that captures into a bucket with the key that AWS keeps',
    { ...plain, KmsKeyId: key, DataCaptureConfig: capture },
    {
      around: bucket({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn('kms', 'alias/aws/s3') }),
      fails: lacking,
    },
  ),
  config(
    'that captures no more',
    { ...plain, KmsKeyId: key, DataCaptureConfig: { ...capture, EnableCapture: false } },
    { fails: [] },
  ),
  config(
    'that answers later, with a key',
    {
      ...plain,
      KmsKeyId: key,
      AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://captured/out', KmsKeyId: key } },
    },
    { fails: [] },
  ),
];

const componentOf = (name: string, devices: number, fails: Contract['fails']): Contract => {
  const asked = {
    ModelName: 'm',
    ComputeResourceRequirements: {
      NumberOfAcceleratorDevicesRequired: devices,
      MinMemoryRequiredInMb: 1024,
    },
  } as const;
  const served: Declared['properties'] & Answer['data'] = {
    EndpointConfigName: 'c',
    ProductionVariants: [{ VariantName: 'v', InstanceType: 'ml.g5.12xlarge' }],
  };
  return sideBySide(
    {
      name,
      type: 'AWS::SageMaker::InferenceComponent',
      kind: 'sagemaker:inference-component',
      id: sm('inference-component/i'),
    },
    {
      InferenceComponentName: 'i',
      EndpointName: 'e',
      VariantName: 'v',
      Specification: asked,
      Tags: tagList,
    },
    {
      InferenceComponentName: 'i',
      InferenceComponentArn: sm('inference-component/i'),
      EndpointName: 'e',
      EndpointArn: sm('endpoint/e'),
      VariantName: 'v',
      Specification: asked,
      RuntimeConfig: { DesiredCopyCount: 1, CurrentCopyCount: 1 },
      InferenceComponentStatus: 'InService',
    },
    {
      around: {
        template: [
          {
            type: 'AWS::SageMaker::Endpoint',
            key: 'e',
            properties: { EndpointName: 'e', EndpointConfigName: 'c' },
          },
          { type: 'AWS::SageMaker::EndpointConfig', key: 'c', properties: served },
        ],
        answers: [
          {
            kind: 'sagemaker:endpoint',
            id: sm('endpoint/e'),
            data: { EndpointName: 'e', EndpointConfigName: 'c' },
          },
          { kind: 'sagemaker:endpoint-config', id: sm('endpoint-config/c'), data: served },
        ],
      },
      fails,
    },
  );
};

export const sagemakerServingContracts: readonly Contract[] = [
  ...configs,
  componentOf('that fits its instance', 4, []),
  componentOf('that asks for one device too many', 5, ['sagemaker/endpoint-fits-accelerator']),
];
