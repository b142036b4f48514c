import {
  CloudWatchLogsClient,
  DescribeResourcePoliciesCommand,
  GetDataProtectionPolicyCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<CloudWatchLogsClient>();

/** Only groups whose name speaks of AI are asked for more; an account may have thousands. */
const ofAi = ({ logGroupName = '' }: { logGroupName?: string | undefined }): boolean =>
  /bedrock|sagemaker|genai|invocation|qbusiness|kendra|agentcore/i.test(logGroupName);

const logGroups = resource({
  kind: 'logs:log-group',
  list: { read: client => each(paginateDescribeLogGroups({ client }, {}), page => page.logGroups) },
  id: ({ logGroupArn, arn }) => logGroupArn ?? arn?.replace(/:\*$/, '') ?? '',
  details: [
    {
      into: 'dataProtectionPolicy',
      when: group => ofAi(group) && group.dataProtectionStatus === 'ACTIVATED',
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
