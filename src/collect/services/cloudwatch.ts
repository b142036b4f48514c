import { CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';

import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<CloudWatchClient>();

const alarms = resource({
  kind: 'cloudwatch:alarm',
  list: {
    read: client =>
      each(paginateDescribeAlarms({ client }, { AlarmTypes: ['MetricAlarm'] }), page => page.MetricAlarms),
  },
  id: ({ AlarmArn }) => AlarmArn ?? '',
  secrets: ['StateReason', 'StateReasonData', 'StateValue'],
});

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Operations.html */
export const cloudwatch = service({
  name: 'cloudwatch',
  scope: 'regional',
  client: settings => new CloudWatchClient(settings),
  actions: { DescribeAlarms: 'cloudwatch:DescribeAlarms' },
  resources: [alarms],
});
