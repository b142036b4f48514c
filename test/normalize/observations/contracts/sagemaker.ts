import { account, arn, key, region } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/sagemaker';
const sm = (rest: string): string => arn('sagemaker', rest);
const image = (name: string): string => `${account}.dkr.ecr.${region}.amazonaws.com/${name}`;
const vpc = { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] } as const;

const capture = {
  CaptureOptions: [{ CaptureMode: 'Input' }],
  DestinationS3Uri: 's3://captured/chat',
  EnableCapture: true,
  InitialSamplingPercentage: 100,
} as const;

const model = (name: string): Declared & { readonly properties: { readonly ModelName: string } } => ({
  type: 'AWS::SageMaker::Model',
  key: 'm',
  properties: { ModelName: 'm', PrimaryContainer: { Image: image(name) } },
});
const modelAnswer = (name: string): Answer => ({
  kind: 'sagemaker:model',
  id: sm('model/m'),
  tags: {},
  data: { ModelName: 'm', ModelArn: sm('model/m'), PrimaryContainer: { Image: image(name) } },
});

export const sagemakerContracts: readonly Contract[] = [
  {
    name: 'in a VPC by its configuration alone',
    template: {
      type: 'AWS::SageMaker::Model',
      properties: { ModelName: 'm', ExecutionRoleArn: role, PrimaryContainer: { Image: image('llm:1') } },
    },
    answer: {
      kind: 'sagemaker:model',
      id: sm('model/m'),
      tags: {},
      data: {
        ModelName: 'm',
        ModelArn: sm('model/m'),
        ExecutionRoleArn: role,
        PrimaryContainer: { Image: image('llm:1'), Mode: 'SingleModel' },
        EnableNetworkIsolation: false,
      },
    },
    around: {
      template: [
        {
          type: 'AWS::SageMaker::EndpointConfig',
          key: 'c',
          properties: {
            EndpointConfigName: 'c',
            VpcConfig: vpc,
            ProductionVariants: [{ VariantName: 'v', ModelName: 'm', InstanceType: 'ml.inf2.xlarge' }],
          },
        },
      ],
      answers: [
        {
          kind: 'sagemaker:endpoint-config',
          id: sm('endpoint-config/c'),
          tags: {},
          data: {
            EndpointConfigName: 'c',
            VpcConfig: vpc,
            ProductionVariants: [{ VariantName: 'v', ModelName: 'm', InstanceType: 'ml.inf2.xlarge' }],
          },
        },
      ],
    },
    fails: ['sagemaker/model-network-isolation'],
  },
  {
    name: 'without a key, with a shell, for the wrong accelerator',
    template: {
      type: 'AWS::SageMaker::EndpointConfig',
      properties: {
        EndpointConfigName: 'c',
        ProductionVariants: [
          { VariantName: 'v', ModelName: 'm', InstanceType: 'ml.inf2.xlarge', EnableSSMAccess: true },
        ],
      },
    },
    answer: {
      kind: 'sagemaker:endpoint-config',
      id: sm('endpoint-config/c'),
      tags: {},
      data: {
        EndpointConfigName: 'c',
        EndpointConfigArn: sm('endpoint-config/c'),
        ProductionVariants: [
          {
            VariantName: 'v',
            ModelName: 'm',
            InstanceType: 'ml.inf2.xlarge',
            InitialInstanceCount: 1,
            EnableSSMAccess: true,
          },
        ],
        EnableNetworkIsolation: false,
      },
    },
    around: { template: [model('llm-gpu:1')], answers: [modelAnswer('llm-gpu:1')] },
    fails: [
      'sagemaker/endpoint-customer-key',
      'sagemaker/endpoint-image-fits-accelerator',
      'sagemaker/endpoint-no-shell',
    ],
  },
  {
    name: 'of an accelerator that is not approved',
    template: {
      type: 'AWS::SageMaker::EndpointConfig',
      properties: {
        EndpointConfigName: 'c',
        KmsKeyId: key,
        DataCaptureConfig: capture,
        ProductionVariants: [{ VariantName: 'v', ModelName: 'm', InstanceType: 'ml.p5.48xlarge' }],
      },
    },
    answer: {
      kind: 'sagemaker:endpoint-config',
      id: sm('endpoint-config/c'),
      tags: {},
      data: {
        EndpointConfigName: 'c',
        KmsKeyId: key,
        DataCaptureConfig: capture,
        ProductionVariants: [{ VariantName: 'v', ModelName: 'm', InstanceType: 'ml.p5.48xlarge' }],
      },
    },
    around: { template: [model('llm-gpu:1')], answers: [modelAnswer('llm-gpu:1')] },
    fails: ['sagemaker/endpoint-approved-accelerator'],
    unknown: ['sagemaker/endpoint-data-customer-key'],
  },
  {
    name: 'without tags',
    template: {
      type: 'AWS::SageMaker::Endpoint',
      // The answer is of 1 January 2026.
      properties: { EndpointName: 'e', EndpointConfigName: 'c', AgeInDays: 2 },
    },
    answer: {
      kind: 'sagemaker:endpoint',
      id: sm('endpoint/e'),
      tags: {},
      data: {
        EndpointName: 'e',
        EndpointArn: sm('endpoint/e'),
        EndpointConfigName: 'c',
        EndpointStatus: 'InService',
        CreationTime: '2025-12-30T00:00:00.000Z',
      },
    },
    fails: ['cost/required-tags'],
  },
  {
    name: 'that asks for more than its instance has',
    template: {
      type: 'AWS::SageMaker::InferenceComponent',
      properties: {
        InferenceComponentName: 'i',
        EndpointName: 'e',
        VariantName: 'v',
        Specification: {
          ModelName: 'm',
          ComputeResourceRequirements: {
            NumberOfAcceleratorDevicesRequired: 16,
            MinMemoryRequiredInMb: 1024,
          },
        },
      },
    },
    answer: {
      kind: 'sagemaker:inference-component',
      id: sm('inference-component/i'),
      tags: {},
      data: {
        InferenceComponentName: 'i',
        EndpointName: 'e',
        VariantName: 'v',
        Specification: {
          ModelName: 'm',
          ComputeResourceRequirements: {
            NumberOfAcceleratorDevicesRequired: 16,
            MinMemoryRequiredInMb: 1024,
          },
        },
        RuntimeConfig: { DesiredCopyCount: 1, CurrentCopyCount: 1 },
      },
    },
    around: {
      template: [
        {
          type: 'AWS::SageMaker::Endpoint',
          key: 'e',
          properties: { EndpointName: 'e', EndpointConfigName: 'c' },
        },
        {
          type: 'AWS::SageMaker::EndpointConfig',
          key: 'c',
          properties: {
            EndpointConfigName: 'c',
            ProductionVariants: [{ VariantName: 'v', InstanceType: 'ml.g5.12xlarge' }],
          },
        },
      ],
      answers: [
        {
          kind: 'sagemaker:endpoint',
          id: sm('endpoint/e'),
          data: { EndpointName: 'e', EndpointConfigName: 'c' },
        },
        {
          kind: 'sagemaker:endpoint-config',
          id: sm('endpoint-config/c'),
          data: {
            EndpointConfigName: 'c',
            ProductionVariants: [{ VariantName: 'v', InstanceType: 'ml.g5.12xlarge' }],
          },
        },
      ],
    },
    fails: ['sagemaker/endpoint-fits-accelerator'],
  },
];
