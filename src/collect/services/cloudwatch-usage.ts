import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';

import type { Resource } from '../resource-spec.ts';
import { resourcesOf } from '../service.ts';
import { usageOf } from './metric-statistics.ts';
import type { Measured, Usage } from './metric-statistics.ts';

const resource = resourcesOf<CloudWatchClient>();

/** What was measured has no ARN: it is called after what it is of. */
const usage = (kind: string, service: string, measured: Measured): Resource<CloudWatchClient, undefined> =>
  resource<Usage>({
    kind: `cloudwatch:${kind}`,
    list: { read: (client, { started }) => usageOf(client, started, measured) },
    id: (item, { partition, region, account }) =>
      [`arn:${partition}:${service}:${region}:${account}:${kind}`, ...valuesOf(item, measured)].join('/'),
  });

const valuesOf = (item: Usage, { dimensions = [] }: Measured): readonly string[] =>
  dimensions.flatMap(name => {
    const value = item[name];
    return typeof value === 'string' ? [value] : [];
  });

/** https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html */
const modelUsage = usage('model-usage', 'bedrock', {
  dimensions: ['ModelId'],
  sources: [
    {
      namespace: 'AWS/Bedrock',
      statistics: {
        CacheReadInputTokenCount: 'Sum',
        CacheWriteInputTokenCount: 'Sum',
        InputTokenCount: 'Sum',
        InvocationThrottles: 'Sum',
        Invocations: 'Sum',
        OutputTokenCount: 'Sum',
      },
    },
  ],
});

/** https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html */
const variantUsage = usage('variant-usage', 'sagemaker', {
  dimensions: ['EndpointName', 'VariantName'],
  sources: [
    // The requests of an endpoint that answers later are those that were processed.
    { namespace: 'AWS/SageMaker', statistics: { Invocations: 'Sum', InvocationsProcessed: 'Sum' } },
    // There as long as an instance is, asked or not.
    {
      namespace: '/aws/sagemaker/Endpoints',
      statistics: { CPUUtilization: 'Average', GPUUtilization: 'Average' },
    },
  ],
});

const componentUsage = usage('inference-component-usage', 'sagemaker', {
  dimensions: ['InferenceComponentName'],
  sources: [
    { namespace: 'AWS/SageMaker', statistics: { Invocations: 'Sum', InvocationsPerCopy: 'Sum' } },
    { namespace: '/aws/sagemaker/InferenceComponents', statistics: { CPUUtilizationNormalized: 'Average' } },
  ],
});

/** What became of the log of invocations, one in every account and Region. */
const logDelivery = usage('invocation-log-delivery', 'bedrock', {
  sources: [
    {
      namespace: 'AWS/Bedrock',
      statistics: {
        ModelInvocationLargeDataS3DeliveryFailure: 'Sum',
        ModelInvocationLargeDataS3DeliverySuccess: 'Sum',
        ModelInvocationLogsCloudWatchDeliveryFailure: 'Sum',
        ModelInvocationLogsCloudWatchDeliverySuccess: 'Sum',
        ModelInvocationLogsS3DeliveryFailure: 'Sum',
        ModelInvocationLogsS3DeliverySuccess: 'Sum',
      },
    },
  ],
});

/** How much of what is bought is used, and what is lost: of all that had datapoints in the last two weeks. */
export const cloudwatchUsage = [modelUsage, variantUsage, componentUsage, logDelivery];
