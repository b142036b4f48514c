import { AccountClient, paginateListRegions } from '@aws-sdk/client-account';

import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<AccountClient>();

/** The Regions that an account has switched on; nothing is read in the others. */
const regions = resource({
  kind: 'account:region',
  list: {
    read: client => each(paginateListRegions({ client }, {}), page => page.Regions),
  },
  skip: ({ RegionOptStatus: status }) => status !== 'ENABLED' && status !== 'ENABLED_BY_DEFAULT',
  id: (region, { partition, account }) =>
    `arn:${partition}:account::${account}:region/${region.RegionName ?? ''}`,
});

export const account = service({
  name: 'account',
  scope: 'global',
  client: settings => new AccountClient(settings),
  actions: { ListRegions: 'account:ListRegions' },
  resources: [regions],
});
