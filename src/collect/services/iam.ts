import {
  IAMClient,
  ListServiceSpecificCredentialsCommand,
  paginateGetAccountAuthorizationDetails,
} from '@aws-sdk/client-iam';

import { each, resourcesOf, service } from '../service.ts';
import { pagesOf } from './pages.ts';

const resource = resourcesOf<IAMClient>();

const roles = resource({
  kind: 'iam:role',
  list: {
    read: client =>
      each(
        paginateGetAccountAuthorizationDetails({ client }, { Filter: ['Role'] }),
        page => page.RoleDetailList,
      ),
  },
  id: ({ Arn }) => Arn ?? '',
  tagsOf: ({ Tags }) => Tags ?? [],
  secrets: ['InstanceProfileList'],
});

const users = resource({
  kind: 'iam:user',
  list: {
    read: client =>
      each(
        paginateGetAccountAuthorizationDetails({ client }, { Filter: ['User'] }),
        page => page.UserDetailList,
      ),
  },
  id: ({ Arn }) => Arn ?? '',
  tagsOf: ({ Tags }) => Tags ?? [],
});

const groups = resource({
  kind: 'iam:group',
  list: {
    read: client =>
      each(
        paginateGetAccountAuthorizationDetails({ client }, { Filter: ['Group'] }),
        page => page.GroupDetailList,
      ),
  },
  id: ({ Arn }) => Arn ?? '',
});

/** Those of the account; what those of AWS allow, everybody can read. Only the version that is in force is kept. */
const policies = resource({
  kind: 'iam:policy',
  list: {
    read: client =>
      each(paginateGetAccountAuthorizationDetails({ client }, { Filter: ['LocalManagedPolicy'] }), page =>
        page.Policies?.map(({ PolicyVersionList = [], ...policy }) => ({
          ...policy,
          PolicyVersionList: PolicyVersionList.filter(({ IsDefaultVersion }) => IsDefaultVersion),
        })),
      ),
  },
  id: ({ Arn }) => Arn ?? '',
});

/** Long-term API keys of Amazon Bedrock; what they are made of is never in the answer. */
const apiKeys = resource({
  kind: 'iam:service-specific-credential',
  list: {
    read: client => {
      const pages = pagesOf(
        Marker =>
          client.send(
            new ListServiceSpecificCredentialsCommand({
              AllUsers: true,
              ServiceName: 'bedrock.amazonaws.com',
              Marker,
            }),
          ),
        page => (page.IsTruncated === true ? page.Marker : undefined),
      );
      return each(pages, page => page.ServiceSpecificCredentials);
    },
  },
  id: ({ ServiceSpecificCredentialId }, { partition, account }) =>
    `arn:${partition}:iam::${account}:service-specific-credential/${ServiceSpecificCredentialId}`,
});

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html */
export const iam = service({
  name: 'iam',
  scope: 'global',
  client: settings => new IAMClient(settings),
  actions: {
    GetAccountAuthorizationDetails: 'iam:GetAccountAuthorizationDetails',
    ListServiceSpecificCredentials: 'iam:ListServiceSpecificCredentials',
  },
  resources: [roles, users, groups, policies, apiKeys],
});
