import {
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  paginateListCustomerManagedPolicyReferencesInPermissionSet,
  paginateListInstances,
  paginateListManagedPoliciesInPermissionSet,
  paginateListPermissionSets,
  paginateListTagsForResource,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin';

import { all, each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<SSOAdminClient>();

const gone = named('ResourceNotFoundException');

interface PermissionSet {
  readonly InstanceArn: string | undefined;
  readonly PermissionSetArn: string;
}

/** Of the instances that the account owns; a member of the organisation sees the one of its management account too. */
async function* permissionSets(client: SSOAdminClient, account: string): AsyncGenerator<PermissionSet, void> {
  const instances = each(paginateListInstances({ client }, {}), page => page.Instances);
  for await (const { InstanceArn, OwnerAccountId } of instances) {
    if (OwnerAccountId !== account) continue;
    const arns = each(paginateListPermissionSets({ client }, { InstanceArn }), page => page.PermissionSets);
    for await (const PermissionSetArn of arns) yield { InstanceArn, PermissionSetArn };
  }
}

const sets = resource({
  kind: 'sso:permission-set',
  list: { read: (client, { account }) => permissionSets(client, account) },
  id: ({ PermissionSetArn }) => PermissionSetArn,
  details: [
    {
      read: async (client, set) => (await client.send(new DescribePermissionSetCommand(set))).PermissionSet,
      absent: gone,
    },
    {
      into: 'inlinePolicy',
      read: async (client, set) => {
        const { InlinePolicy } = await client.send(new GetInlinePolicyForPermissionSetCommand(set));
        // None is an empty text.
        return InlinePolicy === '' ? undefined : InlinePolicy;
      },
      absent: gone,
    },
    {
      into: 'managedPolicies',
      read: async (client, set) => {
        const pages = paginateListManagedPoliciesInPermissionSet({ client }, set);
        const policies = await all(pages, page => page.AttachedManagedPolicies);
        return policies.flatMap(({ Arn }) => Arn ?? []);
      },
      absent: gone,
    },
    {
      into: 'customerManagedPolicyReferences',
      read: (client, set) =>
        all(
          paginateListCustomerManagedPolicyReferencesInPermissionSet({ client }, set),
          page => page.CustomerManagedPolicyReferences,
        ),
      absent: gone,
    },
  ],
  tags: {
    read: (client, { InstanceArn, PermissionSetArn: ResourceArn }) =>
      all(paginateListTagsForResource({ client }, { InstanceArn, ResourceArn }), page => page.Tags),
  },
});

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_Operations.html */
export const ssoAdmin = service({
  name: 'sso',
  scope: 'regional',
  client: settings => new SSOAdminClient(settings),
  actions: {
    DescribePermissionSet: 'sso:DescribePermissionSet',
    GetInlinePolicyForPermissionSet: 'sso:GetInlinePolicyForPermissionSet',
    ListCustomerManagedPolicyReferencesInPermissionSet:
      'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
    ListInstances: 'sso:ListInstances',
    ListManagedPoliciesInPermissionSet: 'sso:ListManagedPoliciesInPermissionSet',
    ListPermissionSets: 'sso:ListPermissionSets',
    ListTagsForResource: 'sso:ListTagsForResource',
  },
  resources: [sets],
});
