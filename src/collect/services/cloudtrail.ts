import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  ListTagsCommand,
} from '@aws-sdk/client-cloudtrail';

import { named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<CloudTrailClient>();

const gone = named('TrailNotFoundException');

/** A trail is seen where it lives; its shadows in other Regions and in the members of its organisation are left out. */
const trails = resource({
  kind: 'cloudtrail:trail',
  list: {
    read: async (client, { account, region }) => {
      const { trailList = [] } = await client.send(new DescribeTrailsCommand({ includeShadowTrails: false }));
      return trailList.filter(
        ({ HomeRegion, TrailARN = '' }) => HomeRegion === region && TrailARN.split(':')[4] === account,
      );
    },
  },
  id: ({ TrailARN }) => TrailARN ?? '',
  details: [
    {
      into: 'trailStatus',
      read: async (client, { TrailARN: Name }) => {
        const { IsLogging } = await client.send(new GetTrailStatusCommand({ Name }));
        return IsLogging ?? false;
      },
      absent: gone,
    },
    {
      into: 'eventSelectors',
      read: async (client, { TrailARN: TrailName }) => {
        const answer = await client.send(new GetEventSelectorsCommand({ TrailName }));
        return { basic: answer.EventSelectors ?? [], advanced: answer.AdvancedEventSelectors ?? [] };
      },
      absent: gone,
    },
  ],
  tags: {
    read: async (client, { TrailARN }) => {
      const ResourceIdList = TrailARN === undefined ? [] : [TrailARN];
      const { ResourceTagList = [] } = await client.send(new ListTagsCommand({ ResourceIdList }));
      return ResourceTagList.flatMap(({ TagsList = [] }) => TagsList);
    },
  },
});

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Operations.html */
export const cloudtrail = service({
  name: 'cloudtrail',
  scope: 'regional',
  client: settings => new CloudTrailClient(settings),
  actions: {
    DescribeTrails: 'cloudtrail:DescribeTrails',
    GetEventSelectors: 'cloudtrail:GetEventSelectors',
    GetTrailStatus: 'cloudtrail:GetTrailStatus',
    ListTags: 'cloudtrail:ListTags',
  },
  resources: [trails],
});
