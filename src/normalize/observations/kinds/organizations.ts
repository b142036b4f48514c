import type { ApiSpellings } from '../api-spelling.ts';
import { objectIn, objectOf, objectsIn, textsOf } from '../json.ts';

export const organizations: ApiSpellings = {
  'organizations:organization': { type: 'AWS::Organizations::Organization', names: ['Id'] },
  'organizations:root': {
    type: { among: [], of: () => undefined },
    further: {
      PolicyTypes: {
        type: 'AWS::Organizations::EnabledPolicyType',
        of: (_, { data }) =>
          objectsIn(data, 'PolicyTypes')
            .filter(({ Status }) => Status === 'ENABLED')
            .map(({ Type }) => objectOf({ PolicyType: Type, RootId: data['Id'] })),
      },
    },
  },
  'organizations:unit': { type: 'AWS::Organizations::OrganizationalUnit', names: ['Id'] },
  'organizations:account': {
    type: 'AWS::Organizations::Account',
    rename: { Name: 'AccountName' },
    reshape: data => ({ ...data, ParentIds: textsOf(objectsIn(data, 'parents'), 'Id') }),
    names: ['Id'],
  },
  'organizations:policy': {
    type: 'AWS::Organizations::Policy',
    reshape: data => ({ ...data, TargetIds: textsOf(objectsIn(data, 'targets'), 'TargetId') }),
    parts: { targets: ['TargetIds'] },
    names: ['Id'],
  },
  'organizations:effective-policy': { type: 'AWS::Organizations::EffectivePolicy' },
  'organizations:delegated-administrator': {
    type: { among: [], of: () => undefined },
    further: {
      services: {
        type: 'AWS::Organizations::DelegatedAdministrator',
        of: (_, { data }) =>
          textsOf(objectsIn(data, 'services'), 'ServicePrincipal').map(ServicePrincipal =>
            objectOf({ AccountId: data['Id'], ServicePrincipal }),
          ),
      },
    },
  },
  'organizations:service-access': { type: 'AWS::Organizations::ServiceAccess' },
  'organizations:resource-policy': {
    type: 'AWS::Organizations::ResourcePolicy',
    reshape: data => objectOf({ ...data, Id: objectIn(data, 'ResourcePolicySummary')?.['Id'] }),
  },
};
