import {
  DescribeEffectivePolicyCommand,
  DescribePolicyCommand,
  EffectivePolicyType,
  OrganizationsClient,
  paginateListAccounts,
  paginateListPolicies,
  paginateListRoots,
  paginateListTagsForResource,
  paginateListTargetsForPolicy,
} from '@aws-sdk/client-organizations';
import type { PolicySummary, PolicyType } from '@aws-sdk/client-organizations';

import { all, each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<OrganizationsClient>();

const policies = resource({
  kind: 'organizations:policy',
  list: {
    read: async function* read(client): AsyncGenerator<PolicySummary, void> {
      for (const Filter of await enabledTypes(client))
        yield* each(paginateListPolicies({ client }, { Filter }), page => page.Policies);
    },
  },
  id: ({ Arn }) => Arn ?? '',
  details: [
    {
      read: async (client, { Id }) => {
        const { Policy: policy } = await client.send(new DescribePolicyCommand({ PolicyId: Id }));
        return { Content: policy?.Content };
      },
      absent: named('PolicyNotFoundException'),
    },
    {
      into: 'targets',
      read: (client, { Id }) =>
        all(paginateListTargetsForPolicy({ client }, { PolicyId: Id }), page => page.Targets),
    },
  ],
  tags: {
    read: async (client, { Id, AwsManaged }) =>
      AwsManaged ? [] : all(paginateListTagsForResource({ client }, { ResourceId: Id }), page => page.Tags),
  },
});

interface Wanted {
  readonly TargetId: string;
  readonly PolicyType: EffectivePolicyType;
}

/** What the policies of management (not those of access) come down to for each account. */
const effectivePolicies = resource({
  kind: 'organizations:effective-policy',
  list: {
    read: async function* read(client): AsyncGenerator<Wanted, void> {
      const enabled = new Set<string>(await enabledTypes(client));
      const types = Object.values(EffectivePolicyType).filter(type => enabled.has(type));
      for await (const { Id, State, Status } of each(
        paginateListAccounts({ client }, {}),
        page => page.Accounts,
      )) {
        if (Id === undefined || (State ?? Status) === 'SUSPENDED') continue;
        yield* types.map(PolicyType => ({ TargetId: Id, PolicyType }));
      }
    },
  },
  id: ({ TargetId, PolicyType }) => `organizations/effective-policy/${TargetId}/${PolicyType}`,
  details: [
    {
      read: async (client, { TargetId, PolicyType }) =>
        (await client.send(new DescribeEffectivePolicyCommand({ TargetId, PolicyType }))).EffectivePolicy,
      // None of the type is attached to the account or above it.
      absent: named('EffectivePolicyNotFoundException'),
    },
  ],
});

/** Types that are switched on: the others have no effect, and cannot be attached. */
async function enabledTypes(client: OrganizationsClient): Promise<readonly PolicyType[]> {
  const roots = await all(paginateListRoots({ client }, {}), page => page.Roots);
  const types = roots.flatMap(({ PolicyTypes }) => PolicyTypes ?? []);
  return [...new Set(types.flatMap(({ Type, Status }) => (Type && Status === 'ENABLED' ? [Type] : [])))];
}

/** The policies of the organisation, what they are attached to, and what they come down to. */
export const organizationPolicies = service({
  name: 'organization-policies',
  scope: 'organisation',
  maxRps: 5,
  client: settings => new OrganizationsClient(settings),
  actions: {
    DescribeEffectivePolicy: 'organizations:DescribeEffectivePolicy',
    DescribePolicy: 'organizations:DescribePolicy',
    ListAccounts: 'organizations:ListAccounts',
    ListPolicies: 'organizations:ListPolicies',
    ListRoots: 'organizations:ListRoots',
    ListTagsForResource: 'organizations:ListTagsForResource',
    ListTargetsForPolicy: 'organizations:ListTargetsForPolicy',
  },
  resources: [policies, effectivePolicies],
});
