import { CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';

import { each, resourcesOf, service } from '../service.ts';
import { cloudwatchUsage } from './cloudwatch-usage.ts';

const resource = resourcesOf<CloudWatchClient>();

/** Namespaces of the metrics of models, agents and endpoints. */
const ofAi = /bedrock|sagemaker|qbusiness|kendra/i;

const alarms = resource({
  kind: 'cloudwatch:alarm',
  list: {
    read: client =>
      each(paginateDescribeAlarms({ client }, { AlarmTypes: ['MetricAlarm'] }), page => page.MetricAlarms),
  },
  skip: ({ Namespace = '', Metrics = [] }) =>
    !ofAi.test(Namespace) &&
    !Metrics.some(
      ({ MetricStat, Expression = '' }) =>
        ofAi.test(MetricStat?.Metric?.Namespace ?? '') || ofAi.test(Expression),
    ),
  id: ({ AlarmArn }) => AlarmArn ?? '',
  secrets: ['StateReason', 'StateReasonData', 'StateValue'],
});

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Operations.html */
export const cloudwatch = service({
  name: 'cloudwatch',
  scope: 'regional',
  client: settings => new CloudWatchClient(settings),
  actions: {
    DescribeAlarms: 'cloudwatch:DescribeAlarms',
    GetMetricData: 'cloudwatch:GetMetricData',
    ListMetrics: 'cloudwatch:ListMetrics',
  },
  resources: [alarms, ...cloudwatchUsage],
});
