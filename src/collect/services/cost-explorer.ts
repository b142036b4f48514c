import {
  CostExplorerClient,
  paginateGetAnomalyMonitors,
  paginateListCostAllocationTags,
} from '@aws-sdk/client-cost-explorer';

import type { Failure } from '../failure.ts';
import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<CostExplorerClient>();

/** Members of an organisation may not see them: the management account says which tags count. */
const isOfManagement = ({ name, message }: Failure): boolean =>
  name === 'ValidationException' && /linked account|management account|payer/i.test(message);

const allocationTags = resource({
  kind: 'ce:cost-allocation-tag',
  list: {
    read: client => each(paginateListCostAllocationTags({ client }, {}), page => page.CostAllocationTags),
    absent: isOfManagement,
  },
  id: ({ TagKey }, { partition, account }) => `arn:${partition}:ce::${account}:cost-allocation-tag/${TagKey}`,
});

const anomalyMonitors = resource({
  kind: 'ce:anomaly-monitor',
  list: { read: client => each(paginateGetAnomalyMonitors({ client }, {}), page => page.AnomalyMonitors) },
  id: ({ MonitorArn }) => MonitorArn ?? '',
});

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_Operations_AWS_Cost_Explorer_Service.html */
export const costExplorer = service({
  name: 'ce',
  // Every request costs, and only the management account sees the tags.
  scope: 'organisation',
  client: settings => new CostExplorerClient(settings),
  actions: {
    GetAnomalyMonitors: 'ce:GetAnomalyMonitors',
    ListCostAllocationTags: 'ce:ListCostAllocationTags',
  },
  resources: [allocationTags, anomalyMonitors],
});
