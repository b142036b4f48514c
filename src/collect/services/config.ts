import {
  ConfigServiceClient,
  DescribeConfigurationRecordersCommand,
  DescribeConfigurationRecorderStatusCommand,
  DescribeDeliveryChannelsCommand,
} from '@aws-sdk/client-config-service';

import { resourcesOf, service } from '../service.ts';

const resource = resourcesOf<ConfigServiceClient>();

const recorders = resource({
  kind: 'config:configuration-recorder',
  list: {
    read: async client =>
      (await client.send(new DescribeConfigurationRecordersCommand({}))).ConfigurationRecorders ?? [],
  },
  id: ({ arn, name }, { partition, region, account }) =>
    arn ?? `arn:${partition}:config:${region}:${account}:configuration-recorder/${name}`,
});

const statuses = resource({
  kind: 'config:configuration-recorder-status',
  list: {
    read: async client => {
      const { ConfigurationRecordersStatus = [] } = await client.send(
        new DescribeConfigurationRecorderStatusCommand({}),
      );
      return ConfigurationRecordersStatus.map(({ name, recording, lastStatus }) => ({
        name,
        recording,
        lastStatus,
      }));
    },
  },
  id: ({ name }, { partition, region, account }) =>
    `arn:${partition}:config:${region}:${account}:configuration-recorder-status/${name}`,
});

const channels = resource({
  kind: 'config:delivery-channel',
  list: {
    read: async client => (await client.send(new DescribeDeliveryChannelsCommand({}))).DeliveryChannels ?? [],
  },
  id: ({ name }, { partition, region, account }) =>
    `arn:${partition}:config:${region}:${account}:delivery-channel/${name}`,
});

/** https://docs.aws.amazon.com/config/latest/APIReference/API_Operations.html */
export const config = service({
  name: 'config',
  scope: 'regional',
  client: settings => new ConfigServiceClient(settings),
  actions: {
    DescribeConfigurationRecorders: 'config:DescribeConfigurationRecorders',
    DescribeConfigurationRecorderStatus: 'config:DescribeConfigurationRecorderStatus',
    DescribeDeliveryChannels: 'config:DescribeDeliveryChannels',
  },
  resources: [recorders, statuses, channels],
});
