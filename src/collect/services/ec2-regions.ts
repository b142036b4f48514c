import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';

import { resourcesOf, service } from '../service.ts';

const resource = resourcesOf<EC2Client>();

const regions = resource({
  kind: 'account:region',
  list: {
    read: async client =>
      (await client.send(new DescribeRegionsCommand({ AllRegions: false }))).Regions ?? [],
  },
  id: (region, { partition, account }) =>
    `arn:${partition}:account::${account}:region/${region.RegionName ?? ''}`,
});

/** The same as `account`, asked of EC2, for roles and organisations that do not allow the other. */
export const ec2Regions = service({
  name: 'account',
  scope: 'global',
  client: settings => new EC2Client(settings),
  actions: { DescribeRegions: 'ec2:DescribeRegions' },
  resources: [regions],
});
