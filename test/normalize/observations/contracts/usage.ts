import { arn, region, tagList, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const model = `arn:aws:bedrock:${region}::foundation-model/amazon.nova-pro-v1:0:300k`;
const throughputArn = arn('bedrock', 'provisioned-model/abc');
const window = { From: '2025-12-18T00:00:00.000Z', To: '2026-01-01T00:00:00.000Z', Hours: 336 } as const;

/** Of the answers, all are read on 1 January 2026. */
const old = { creationTime: '2025-09-03T12:00:00.000Z', age: 119 } as const;

const throughput: Declared = {
  type: 'AWS::Bedrock::ProvisionedModelThroughput',
  properties: {
    ProvisionedModelName: 'p',
    ModelId: model,
    ModelUnits: 1,
    AgeInDays: old.age,
    Tags: tagList,
  },
};
const throughputAnswer: Answer = {
  kind: 'bedrock:provisioned-throughput',
  id: throughputArn,
  tags,
  data: {
    provisionedModelName: 'p',
    provisionedModelArn: throughputArn,
    modelArn: model,
    desiredModelArn: model,
    foundationModelArn: model,
    modelUnits: 1,
    desiredModelUnits: 1,
    status: 'InService',
    creationTime: old.creationTime,
  },
};

const modelUsage = (of: string, metrics: Declared['properties']): Declared['properties'] => ({
  ModelId: of,
  ...window,
  ...metrics,
});

const throttled = {
  InputTokenCount: { Sum: 90_000, BusiestHour: 9000 },
  Invocations: { Sum: 900, BusiestHour: 90 },
  InvocationThrottles: { Sum: 100, BusiestHour: 100 },
} as const;

const alarmOn = (Value: string): Answer['data'] & Declared['properties'] => ({
  AlarmName: 'a',
  ActionsEnabled: true,
  AlarmActions: [arn('sns', 'operations')],
  Namespace: 'AWS/Bedrock',
  MetricName: 'InvocationThrottles',
  Dimensions: [{ Name: 'ModelId', Value }],
  ComparisonOperator: 'GreaterThanThreshold',
  EvaluationPeriods: 1,
});

const lost = { ...window, ModelInvocationLogsS3DeliveryFailure: { Sum: 3, BusiestHour: 3 } } as const;

const endpoint = (CurrentInstanceCount: number): Declared => ({
  type: 'AWS::SageMaker::Endpoint',
  properties: {
    EndpointName: 'e',
    EndpointConfigName: 'c',
    EndpointStatus: 'InService',
    ProductionVariants: [{ VariantName: 'v', CurrentInstanceCount }],
    AgeInDays: old.age,
    Tags: tagList,
  },
});
const endpointAnswer = (CurrentInstanceCount: number): Answer => ({
  kind: 'sagemaker:endpoint',
  id: arn('sagemaker', 'endpoint/e'),
  tags,
  data: {
    EndpointName: 'e',
    EndpointArn: arn('sagemaker', 'endpoint/e'),
    EndpointConfigName: 'c',
    EndpointStatus: 'InService',
    ProductionVariants: [{ VariantName: 'v', CurrentInstanceCount, DesiredInstanceCount: 1 }],
    CreationTime: old.creationTime,
  },
});

const configuration = (InstanceType: string): Declared & Pick<Answer, 'id' | 'data'> => {
  const properties = {
    EndpointConfigName: 'c',
    ProductionVariants: [{ VariantName: 'v', ModelName: 'm', InstanceType }],
  } as const;
  return {
    type: 'AWS::SageMaker::EndpointConfig',
    key: 'c',
    id: arn('sagemaker', 'endpoint-config/c'),
    properties,
    data: properties,
  };
};

const variantUsage = {
  EndpointName: 'e',
  VariantName: 'v',
  ...window,
  Invocations: { Sum: 40, BusiestHour: 3 },
  GPUUtilization: { Average: 2.5, BusiestHour: 30 },
} as const;

const around = (InstanceType: string, measured: boolean): NonNullable<Contract['around']> => {
  const { id, data, ...declared } = configuration(InstanceType);
  return {
    template: [
      declared,
      ...(measured ? [{ type: 'AWS::SageMaker::VariantUsage', key: 'u', properties: variantUsage }] : []),
    ],
    answers: [
      { kind: 'sagemaker:endpoint-config', id, data },
      ...(measured
        ? [
            {
              kind: 'cloudwatch:variant-usage',
              id: arn('sagemaker', 'variant-usage/e/v'),
              data: variantUsage,
            },
          ]
        : []),
    ],
  };
};

export const usageContracts: readonly Contract[] = [
  {
    name: 'that nobody uses, without a commitment',
    template: throughput,
    answer: throughputAnswer,
    fails: [
      'cost/provisioned-throughput-alarm',
      'cost/provisioned-throughput-committed',
      'cost/provisioned-throughput-used',
    ],
  },
  {
    name: 'that is too small',
    template: throughput,
    answer: throughputAnswer,
    around: {
      template: [
        {
          type: 'AWS::Bedrock::ModelUsage',
          key: 'u',
          properties: modelUsage('p', throttled),
        },
        { type: 'AWS::CloudWatch::Alarm', key: 'a', properties: alarmOn('Subject') },
      ],
      answers: [
        {
          kind: 'cloudwatch:model-usage',
          id: arn('bedrock', `model-usage/${throughputArn}`),
          data: { ModelId: throughputArn, ...window, ...throttled },
        },
        { kind: 'cloudwatch:alarm', id: arn('cloudwatch', 'alarm:a'), data: alarmOn(throughputArn) },
      ],
    },
    fails: [
      'cost/provisioned-throughput-committed',
      'cost/provisioned-throughput-not-throttled',
      'cost/provisioned-throughput-sized',
    ],
  },
  {
    name: 'of a model on demand, throttled',
    template: {
      type: 'AWS::Bedrock::ModelUsage',
      properties: modelUsage('amazon.nova-lite-v1:0', throttled),
    },
    answer: {
      kind: 'cloudwatch:model-usage',
      id: arn('bedrock', 'model-usage/amazon.nova-lite-v1:0'),
      data: { ModelId: 'amazon.nova-lite-v1:0', ...window, ...throttled },
    },
    fails: ['cost/model-not-throttled'],
  },
  {
    name: 'that loses records',
    template: { type: 'AWS::Bedrock::InvocationLogDelivery', properties: lost },
    answer: {
      kind: 'cloudwatch:invocation-log-delivery',
      id: arn('bedrock', 'invocation-log-delivery'),
      data: lost,
    },
    fails: ['logging/invocation-logs-delivered'],
  },
  {
    name: 'that nobody asks',
    template: endpoint(1),
    answer: endpointAnswer(1),
    around: around('ml.m5.large', false),
    fails: ['cost/endpoint-used'],
  },
  {
    name: 'that nobody asks, scaled to zero',
    template: endpoint(0),
    answer: endpointAnswer(0),
    around: around('ml.g5.12xlarge', false),
    fails: [],
  },
  {
    name: 'of GPUs that have little to do',
    template: endpoint(1),
    answer: endpointAnswer(1),
    around: around('ml.g5.12xlarge', true),
    fails: ['cost/accelerated-endpoint-used'],
  },
];
