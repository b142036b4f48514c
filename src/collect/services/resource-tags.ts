import {
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';

import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<ResourceGroupsTaggingAPIClient>();

/** Kinds of which accounts have thousands: one list of what carries tags says as much as a call for each of them. */
const ResourceTypeFilters = ['lambda:function', 'logs:log-group'];

const tagged = resource({
  kind: 'tag:resource',
  list: {
    read: client =>
      each(
        paginateGetResources({ client }, { ResourceTypeFilters, ResourcesPerPage: 100 }),
        page => page.ResourceTagMappingList,
      ),
  },
  id: ({ ResourceARN }) => ResourceARN ?? '',
  tagsOf: ({ Tags }) => Tags ?? [],
});

/** https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html */
export const resourceTags = service({
  name: 'tag',
  scope: 'regional',
  client: settings => new ResourceGroupsTaggingAPIClient(settings),
  actions: { GetResources: 'tag:GetResources' },
  resources: [tagged],
});
