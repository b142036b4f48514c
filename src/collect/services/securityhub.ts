import {
  DescribeHubCommand,
  paginateGetEnabledStandards,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<SecurityHubClient>();

/** Where it is not switched on, every call is refused with this name. */
const switchedOff = named('InvalidAccessException', 'ResourceNotFoundException');

const hub = resource({
  kind: 'securityhub:hub',
  list: {
    read: async client => {
      const { HubArn, AutoEnableControls, ControlFindingGenerator, SubscribedAt } = await client.send(
        new DescribeHubCommand({}),
      );
      return [{ HubArn, AutoEnableControls, ControlFindingGenerator, SubscribedAt }];
    },
    absent: switchedOff,
  },
  id: ({ HubArn }) => HubArn ?? '',
});

const standards = resource({
  kind: 'securityhub:standard',
  list: {
    read: client => each(paginateGetEnabledStandards({ client }, {}), page => page.StandardsSubscriptions),
    absent: switchedOff,
  },
  id: ({ StandardsSubscriptionArn }) => StandardsSubscriptionArn ?? '',
});

/** https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Operations.html */
export const securityhub = service({
  name: 'securityhub',
  scope: 'regional',
  client: settings => new SecurityHubClient(settings),
  actions: {
    DescribeHub: 'securityhub:DescribeHub',
    GetEnabledStandards: 'securityhub:GetEnabledStandards',
  },
  resources: [hub, standards],
});
