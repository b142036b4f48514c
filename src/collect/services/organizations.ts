import {
  DescribeOrganizationCommand,
  DescribeResourcePolicyCommand,
  ListParentsCommand,
  OrganizationsClient,
  paginateListAccounts,
  paginateListAWSServiceAccessForOrganization,
  paginateListDelegatedAdministrators,
  paginateListDelegatedServicesForAccount,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
  paginateListTagsForResource,
} from '@aws-sdk/client-organizations';
import type { OrganizationalUnit } from '@aws-sdk/client-organizations';

import { all, each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<OrganizationsClient>();

const tagsOf = (client: OrganizationsClient, id: string | undefined) =>
  all(paginateListTagsForResource({ client }, { ResourceId: id }), page => page.Tags);

const organization = resource({
  kind: 'organizations:organization',
  list: {
    read: async client => {
      const { Organization: found } = await client.send(new DescribeOrganizationCommand({}));
      return found ? [found] : [];
    },
    absent: named('AWSOrganizationsNotInUseException'),
  },
  id: ({ Arn }) => Arn ?? '',
});

const roots = resource({
  kind: 'organizations:root',
  list: { read: client => each(paginateListRoots({ client }, {}), page => page.Roots) },
  id: ({ Arn }) => Arn ?? '',
});

interface PlacedUnit extends OrganizationalUnit {
  readonly ParentId: string;
}

const units = resource({
  kind: 'organizations:unit',
  list: {
    read: async function* read(client) {
      for await (const root of each(paginateListRoots({ client }, {}), page => page.Roots))
        yield* unitsBelow(client, root.Id ?? '');
    },
  },
  id: ({ Arn }) => Arn ?? '',
  tags: { read: (client, { Id }) => tagsOf(client, Id) },
});

async function* unitsBelow(client: OrganizationsClient, ParentId: string): AsyncGenerator<PlacedUnit, void> {
  const pages = paginateListOrganizationalUnitsForParent({ client }, { ParentId });
  for await (const unit of each(pages, page => page.OrganizationalUnits)) {
    yield { ...unit, ParentId };
    yield* unitsBelow(client, unit.Id ?? '');
  }
}

const accounts = resource({
  kind: 'organizations:account',
  list: { read: client => each(paginateListAccounts({ client }, {}), page => page.Accounts) },
  id: ({ Arn }) => Arn ?? '',
  details: [
    {
      into: 'parents',
      when: ({ Paths }) => (Paths ?? []).length === 0,
      read: async (client, { Id }) => (await client.send(new ListParentsCommand({ ChildId: Id }))).Parents,
    },
  ],
  tags: { read: (client, { Id }) => tagsOf(client, Id) },
});

const delegatedAdministrators = resource({
  kind: 'organizations:delegated-administrator',
  list: {
    read: client =>
      each(paginateListDelegatedAdministrators({ client }, {}), page => page.DelegatedAdministrators),
  },
  id: ({ Arn }) => `${Arn ?? ''}/delegated-administrator`,
  details: [
    {
      into: 'services',
      read: (client, { Id }) =>
        all(
          paginateListDelegatedServicesForAccount({ client }, { AccountId: Id }),
          page => page.DelegatedServices,
        ),
    },
  ],
});

const serviceAccess = resource({
  kind: 'organizations:service-access',
  list: {
    read: client =>
      each(
        paginateListAWSServiceAccessForOrganization({ client }, {}),
        page => page.EnabledServicePrincipals,
      ),
  },
  id: ({ ServicePrincipal }) => `organizations/service-access/${ServicePrincipal ?? ''}`,
});

const resourcePolicy = resource({
  kind: 'organizations:resource-policy',
  list: {
    read: async client => {
      const { ResourcePolicy: found } = await client.send(new DescribeResourcePolicyCommand({}));
      return found ? [found] : [];
    },
    absent: named('ResourcePolicyNotFoundException'),
  },
  id: ({ ResourcePolicySummary }) => ResourcePolicySummary?.Arn ?? 'organizations/resource-policy',
});

/** Who belongs to the organisation, and who may do what in it. Its accounts decide what else a run reads. */
export const organizations = service({
  name: 'organizations',
  scope: 'organisation',
  maxRps: 5,
  client: settings => new OrganizationsClient(settings),
  actions: {
    DescribeOrganization: 'organizations:DescribeOrganization',
    DescribeResourcePolicy: 'organizations:DescribeResourcePolicy',
    ListAWSServiceAccessForOrganization: 'organizations:ListAWSServiceAccessForOrganization',
    ListAccounts: 'organizations:ListAccounts',
    ListDelegatedAdministrators: 'organizations:ListDelegatedAdministrators',
    ListDelegatedServicesForAccount: 'organizations:ListDelegatedServicesForAccount',
    ListOrganizationalUnitsForParent: 'organizations:ListOrganizationalUnitsForParent',
    ListParents: 'organizations:ListParents',
    ListRoots: 'organizations:ListRoots',
    ListTagsForResource: 'organizations:ListTagsForResource',
  },
  resources: [organization, roots, units, accounts, delegatedAdministrators, serviceAccess, resourcePolicy],
});
