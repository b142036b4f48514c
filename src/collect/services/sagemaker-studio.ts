import {
  DescribeAppCommand,
  DescribeHubCommand,
  DescribeModelPackageCommand,
  DescribeModelPackageGroupCommand,
  DescribeSpaceCommand,
  DescribeUserProfileCommand,
  GetModelPackageGroupPolicyCommand,
  ListHubsCommand,
  paginateListApps,
  paginateListModelPackageGroups,
  paginateListModelPackages,
  paginateListSpaces,
  paginateListUserProfiles,
} from '@aws-sdk/client-sagemaker';
import type { HubInfo, SageMakerClient } from '@aws-sdk/client-sagemaker';

import type { Place } from '../../model/observation.ts';
import { each } from '../service.ts';
import { pagesOf } from './pages.ts';
import { isGone, sagemakerKind } from './sagemaker-kind.ts';

/** What stands in a domain is listed without its ARN. */
const arnOf = ({ partition, region, account }: Place, rest: string): string =>
  `arn:${partition}:sagemaker:${region}:${account}:${rest}`;

export const sagemakerStudio = [
  sagemakerKind({
    kind: 'sagemaker:user-profile',
    list: client => each(paginateListUserProfiles({ client }, {}), page => page.UserProfiles),
    arn: ({ DomainId, UserProfileName }, place) =>
      arnOf(place, `user-profile/${DomainId}/${UserProfileName}`),
    describe: (client, { DomainId, UserProfileName }) =>
      client.send(new DescribeUserProfileCommand({ DomainId, UserProfileName })),
  }),
  sagemakerKind({
    kind: 'sagemaker:space',
    list: client => each(paginateListSpaces({ client }, {}), page => page.Spaces),
    arn: ({ DomainId, SpaceName }, place) => arnOf(place, `space/${DomainId}/${SpaceName}`),
    describe: (client, { DomainId, SpaceName }) =>
      client.send(new DescribeSpaceCommand({ DomainId, SpaceName })),
  }),
  sagemakerKind({
    kind: 'sagemaker:app',
    list: async function* (client) {
      const apps = each(paginateListApps({ client }, {}), page => page.Apps);
      // Applications that were deleted are listed for a day.
      for await (const app of apps) if (app.Status !== 'Deleted') yield app;
    },
    arn: ({ DomainId, UserProfileName, SpaceName, AppType, AppName }, place) =>
      arnOf(place, `app/${DomainId}/${UserProfileName ?? SpaceName}/${AppType}/${AppName}`),
    describe: (client, { DomainId, UserProfileName, SpaceName, AppType, AppName }) =>
      client.send(new DescribeAppCommand({ DomainId, UserProfileName, SpaceName, AppType, AppName })),
  }),
  sagemakerKind({
    kind: 'sagemaker:model-package-group',
    list: client =>
      each(paginateListModelPackageGroups({ client }, {}), page => page.ModelPackageGroupSummaryList),
    arn: ({ ModelPackageGroupArn }) => ModelPackageGroupArn,
    describe: (client, { ModelPackageGroupName }) =>
      client.send(new DescribeModelPackageGroupCommand({ ModelPackageGroupName })),
    further: [
      {
        into: 'modelPackageGroupPolicy',
        read: async (client, { ModelPackageGroupName }) =>
          (await client.send(new GetModelPackageGroupPolicyCommand({ ModelPackageGroupName })))
            .ResourcePolicy,
        absent: isGone,
      },
    ],
  }),
  sagemakerKind({
    kind: 'sagemaker:model-package',
    list: client =>
      each(
        paginateListModelPackages({ client }, { ModelPackageType: 'Both' }),
        page => page.ModelPackageSummaryList,
      ),
    arn: ({ ModelPackageArn }) => ModelPackageArn,
    describe: (client, { ModelPackageArn: ModelPackageName }) =>
      client.send(new DescribeModelPackageCommand({ ModelPackageName })),
    secrets: [
      'InferenceSpecification.Containers.*.Environment',
      'AdditionalInferenceSpecifications.*.Containers.*.Environment',
      'ModelCard',
    ],
  }),
  sagemakerKind({
    kind: 'sagemaker:hub',
    list: client => hubs(client),
    arn: ({ HubArn }) => HubArn,
    describe: (client, { HubName }) => client.send(new DescribeHubCommand({ HubName })),
  }),
];

/** The one that AWS shows to everybody is not of the account. */
function hubs(client: SageMakerClient): AsyncIterable<HubInfo> {
  const pages = pagesOf(
    NextToken => client.send(new ListHubsCommand({ NextToken })),
    page => page.NextToken,
  );
  return each(pages, page => page.HubSummaries?.filter(({ HubArn = '' }) => !HubArn.includes(':aws:hub/')));
}
