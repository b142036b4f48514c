import type { CompactFields, CompactType } from '../shape.ts';

/** Of the hours of the window; `Sum` of what is counted, `Average` of a level. */
const statistics: CompactFields = { Average: 'double', BusiestHour: 'double!', Sum: 'double' };

/** The time that is spoken of: two weeks, or from the first datapoint of any of the metrics. */
const window: CompactFields = { From: 'string!', Hours: 'int!', To: 'string!' };

const usage = (
  source: string,
  of: readonly string[],
  metrics: readonly string[],
): Omit<CompactType, 'names'> => ({
  source,
  properties: Object.fromEntries(
    [
      ...Object.entries(window),
      ...of.map(name => [name, 'string!'] as const),
      ...metrics.map(name => [name, 'Statistics'] as const),
    ].toSorted(([left], [right]) => (left < right ? -1 : 1)),
  ),
  definitions: { Statistics: statistics },
});

/**
 * What CloudWatch measured of what is bought, over two weeks. Properties are the dimensions and the names of the metrics;
 * a metric that is left out had no datapoint. Only an account that is read has any.
 */
export const usages: Readonly<Record<string, CompactType>> = {
  'AWS::Bedrock::InvocationLogDelivery': usage(
    'https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html',
    [],
    [
      'ModelInvocationLargeDataS3DeliveryFailure',
      'ModelInvocationLargeDataS3DeliverySuccess',
      'ModelInvocationLogsCloudWatchDeliveryFailure',
      'ModelInvocationLogsCloudWatchDeliverySuccess',
      'ModelInvocationLogsS3DeliveryFailure',
      'ModelInvocationLogsS3DeliverySuccess',
    ],
  ),
  'AWS::Bedrock::ModelUsage': {
    ...usage(
      'https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html',
      ['ModelId'],
      [
        'CacheReadInputTokenCount',
        'CacheWriteInputTokenCount',
        'InputTokenCount',
        'InvocationThrottles',
        'Invocations',
        'OutputTokenCount',
      ],
    ),
    names: ['ModelId'],
  },
  'AWS::SageMaker::InferenceComponentUsage': usage(
    'https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html',
    ['InferenceComponentName'],
    ['CPUUtilizationNormalized', 'Invocations', 'InvocationsPerCopy'],
  ),
  'AWS::SageMaker::VariantUsage': usage(
    'https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html',
    ['EndpointName', 'VariantName'],
    ['CPUUtilization', 'GPUUtilization', 'Invocations', 'InvocationsProcessed'],
  ),
};
