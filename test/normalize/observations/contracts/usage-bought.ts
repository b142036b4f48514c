import type { JsonObject } from '../../../../src/model/observation.ts';
import { arn, region, sideBySide, tagList } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

/** Of the answers, all are read on 1 January 2026. */
const old = { creationTime: '2025-09-03T12:00:00.000Z', age: 119 } as const;
const window = { From: '2025-12-18T00:00:00.000Z', To: '2026-01-01T00:00:00.000Z', Hours: 336 } as const;
const measured = (Sum: number, BusiestHour: number) => ({ Sum, BusiestHour });

const model = `arn:aws:bedrock:${region}::foundation-model/amazon.nova-pro-v1:0:300k`;
const throughputArn = arn('bedrock', 'provisioned-model/abc');

const watched = (ModelId: string) => ({
  AlarmName: 'a',
  ActionsEnabled: true,
  AlarmActions: [arn('sns', 'operations')],
  Namespace: 'AWS/Bedrock',
  MetricName: 'InvocationThrottles',
  Dimensions: [{ Name: 'ModelId', Value: ModelId }],
  ComparisonOperator: 'GreaterThanThreshold',
  EvaluationPeriods: 1,
});

const throughput = (
  name: string,
  bought: { readonly ModelUnits: number; readonly CommitmentDuration?: string },
  metrics: JsonObject,
  fails: Contract['fails'],
): Contract => {
  const { ModelUnits, CommitmentDuration } = bought;
  return sideBySide(
    {
      name,
      type: 'AWS::Bedrock::ProvisionedModelThroughput',
      kind: 'bedrock:provisioned-throughput',
      id: throughputArn,
    },
    {
      ProvisionedModelName: 'p',
      ModelId: model,
      ModelUnits,
      ...(CommitmentDuration && { CommitmentDuration }),
      AgeInDays: old.age,
      Tags: tagList,
    },
    {
      provisionedModelName: 'p',
      provisionedModelArn: throughputArn,
      modelArn: model,
      desiredModelArn: model,
      foundationModelArn: model,
      modelUnits: ModelUnits,
      desiredModelUnits: ModelUnits,
      status: 'InService',
      creationTime: old.creationTime,
      lastModifiedTime: old.creationTime,
      ...(CommitmentDuration && {
        commitmentDuration: CommitmentDuration,
        commitmentExpirationTime: '2026-03-03T12:00:00.000Z',
      }),
    },
    { around: usedAndWatched(metrics), fails },
  );
};

const usedAndWatched = (metrics: JsonObject): NonNullable<Contract['around']> => ({
  template: [
    { type: 'AWS::Bedrock::ModelUsage', key: 'u', properties: { ModelId: 'p', ...window, ...metrics } },
    { type: 'AWS::CloudWatch::Alarm', key: 'a', properties: watched('Subject') },
  ],
  answers: [
    {
      kind: 'cloudwatch:model-usage',
      id: arn('bedrock', `model-usage/${throughputArn}`),
      data: { ModelId: throughputArn, ...window, ...metrics },
    },
    { kind: 'cloudwatch:alarm', id: arn('cloudwatch', 'alarm:a'), data: watched(throughputArn) },
  ],
});

/** A unit takes 100 tokens a minute. */
const busy = { InputTokenCount: measured(90_000, 4500), Invocations: measured(900, 90) } as const;

const delivery = (name: string, metrics: JsonObject, fails: Contract['fails']): Contract => {
  const data = { ...window, ...metrics };
  return {
    name,
    template: { type: 'AWS::Bedrock::InvocationLogDelivery', properties: data },
    answer: {
      kind: 'cloudwatch:invocation-log-delivery',
      id: arn('bedrock', 'invocation-log-delivery'),
      data,
    },
    fails,
  };
};

interface Served {
  readonly count?: number;
  readonly metrics: JsonObject;
  readonly target?: JsonObject;
  readonly variant?: JsonObject;
}

const endpoint = (name: string, served: Served, fails: Contract['fails']): Contract => {
  const { count = 1 } = served;
  return sideBySide(
    {
      name,
      type: 'AWS::SageMaker::Endpoint',
      kind: 'sagemaker:endpoint',
      id: arn('sagemaker', 'endpoint/e'),
    },
    {
      EndpointName: 'e',
      EndpointConfigName: 'c',
      EndpointStatus: 'InService',
      ProductionVariants: [{ VariantName: 'v', CurrentInstanceCount: count }],
      AgeInDays: old.age,
      Tags: tagList,
    },
    {
      EndpointName: 'e',
      EndpointArn: arn('sagemaker', 'endpoint/e'),
      EndpointConfigName: 'c',
      EndpointStatus: 'InService',
      ProductionVariants: [
        { VariantName: 'v', CurrentInstanceCount: count, DesiredInstanceCount: count, CurrentWeight: 1 },
      ],
      CreationTime: old.creationTime,
    },
    { around: aroundEndpoint(served), fails },
  );
};

function aroundEndpoint({ metrics, target, variant = {} }: Served): NonNullable<Contract['around']> {
  const config: Declared['properties'] & Answer['data'] = {
    EndpointConfigName: 'c',
    ProductionVariants: [{ VariantName: 'v', ModelName: 'm', InstanceType: 'ml.g5.12xlarge', ...variant }],
  };
  const usage = { EndpointName: 'e', VariantName: 'v', ...window, ...metrics };
  const scaling = target && scaledBy(target);
  return {
    template: [
      { type: 'AWS::SageMaker::EndpointConfig', key: 'c', properties: config },
      { type: 'AWS::SageMaker::VariantUsage', key: 'u', properties: usage },
      ...(scaling?.template ?? []),
    ],
    answers: [
      { kind: 'sagemaker:endpoint-config', id: arn('sagemaker', 'endpoint-config/c'), data: config },
      { kind: 'cloudwatch:variant-usage', id: arn('sagemaker', 'variant-usage/e/v'), data: usage },
      ...(scaling?.answers ?? []),
    ],
  };
}

function scaledBy(target: JsonObject): NonNullable<Contract['around']> {
  const scaled = {
    ServiceNamespace: 'sagemaker',
    ResourceId: 'endpoint/e/variant/v',
    ScalableDimension: 'sagemaker:variant:DesiredInstanceCount',
    MinCapacity: 1,
    MaxCapacity: 4,
    ...target,
  };
  return {
    template: [{ type: 'AWS::ApplicationAutoScaling::ScalableTarget', key: 't', properties: scaled }],
    answers: [
      {
        kind: 'application-autoscaling:scalable-target',
        id: arn('application-autoscaling', 'scalable-target/abc'),
        data: { ...scaled, CreationTime: old.creationTime },
      },
    ],
  };
}

const steady = {
  Invocations: measured(336_000, 1500),
  GPUUtilization: { Average: 60, BusiestHour: 90 },
} as const;
const peaked = {
  Invocations: measured(336_000, 9000),
  GPUUtilization: { Average: 60, BusiestHour: 90 },
} as const;
const suspended = (all: boolean) => ({
  SuspendedState: {
    DynamicScalingInSuspended: all,
    DynamicScalingOutSuspended: all,
    ScheduledScalingSuspended: all,
  },
});

export const boughtContracts: readonly Contract[] = [
  throughput(
    'that is committed, used and large enough',
    { ModelUnits: 1, CommitmentDuration: 'SixMonths' },
    busy,
    [],
  ),
  throughput('that is much too large', { ModelUnits: 4, CommitmentDuration: 'OneMonth' }, busy, [
    'cost/provisioned-throughput-sized',
  ]),
  delivery('that loses nothing', { ModelInvocationLogsS3DeliverySuccess: measured(1000, 90) }, []),
  delivery(
    'that loses what is large',
    {
      ModelInvocationLogsCloudWatchDeliverySuccess: measured(1000, 90),
      ModelInvocationLargeDataS3DeliveryFailure: measured(2, 1),
    },
    ['logging/invocation-logs-delivered'],
  ),
  endpoint('of GPUs that have much to do', { metrics: steady }, []),
  endpoint('of two instances with even load', { count: 2, metrics: steady }, []),
  endpoint('of two instances with uneven load', { count: 2, metrics: peaked }, ['cost/endpoint-scales']),
  endpoint('of two instances that scale', { count: 2, metrics: peaked, target: suspended(false) }, []),
  endpoint('of two instances that would scale', { count: 2, metrics: peaked, target: suspended(true) }, [
    'cost/endpoint-scales',
  ]),
  endpoint(
    'of two instances that may not be fewer',
    { count: 2, metrics: peaked, target: { MinCapacity: 4 } },
    ['cost/endpoint-scales'],
  ),
  endpoint(
    'of two instances that AWS scales',
    {
      count: 2,
      metrics: peaked,
      variant: { ManagedInstanceScaling: { Status: 'ENABLED', MinInstanceCount: 1, MaxInstanceCount: 4 } },
    },
    [],
  ),
];
