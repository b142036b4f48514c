import {
  CloudWatchLogsClient,
  DescribeResourcePoliciesCommand,
  GetDataProtectionPolicyCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<CloudWatchLogsClient>();

const logGroups = resource({
  kind: 'logs:log-group',
  list: { read: client => each(paginateDescribeLogGroups({ client }, {}), page => page.logGroups) },
  id: ({ logGroupArn, arn }) => logGroupArn ?? arn?.replace(/:\*$/, '') ?? '',
  details: [
    {
      into: 'dataProtectionPolicy',
      when: ({ dataProtectionStatus }) => dataProtectionStatus === 'ACTIVATED',
      read: async (client, { logGroupName: logGroupIdentifier }) =>
        (await client.send(new GetDataProtectionPolicyCommand({ logGroupIdentifier }))).policyDocument,
      absent: named('ResourceNotFoundException'),
    },
  ],
});

const resourcePolicies = resource({
  kind: 'logs:resource-policy',
  list: {
    read: async client => (await client.send(new DescribeResourcePoliciesCommand({}))).resourcePolicies ?? [],
  },
  id: ({ policyName }, { partition, region, account }) =>
    `arn:${partition}:logs:${region}:${account}:resource-policy:${policyName}`,
});

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html */
export const logs = service({
  name: 'logs',
  scope: 'regional',
  client: settings => new CloudWatchLogsClient(settings),
  actions: {
    DescribeLogGroups: 'logs:DescribeLogGroups',
    DescribeResourcePolicies: 'logs:DescribeResourcePolicies',
    GetDataProtectionPolicy: 'logs:GetDataProtectionPolicy',
  },
  resources: [logGroups, resourcePolicies],
});
