import type { JsonObject } from '../../../model/observation.ts';
import type { ApiSpellings } from '../api-spelling.ts';
import { objectIn, objectOf, objectsIn, textIn, textsIn, textsOf } from '../json.ts';

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
    // An account that is closed is no longer anybody's.
    type: {
      among: ['AWS::Organizations::Account'],
      of: data => (isClosed(data) ? undefined : 'AWS::Organizations::Account'),
    },
    rename: { Name: 'AccountName' },
    reshape: data => objectOf({ ...data, ParentIds: parentsOf(data) }),
    parts: { parents: ['ParentIds'] },
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

const isClosed = (data: JsonObject): boolean =>
  /^(?:SUSPENDED|PENDING_CLOSURE|CLOSED)$/.test(textIn(data, 'State') ?? textIn(data, 'Status') ?? '');

/** Paths lead from the organisation down to the account: `o-1/r-1/ou-1/111122223333/`. */
function parentsOf(data: JsonObject): readonly string[] | undefined {
  const asked = textsOf(objectsIn(data, 'parents'), 'Id');
  if (asked.length > 0) return asked;
  const above = textsIn(data, 'Paths').flatMap(path => path.split('/').at(-3) ?? []);
  return above.length > 0 ? above : undefined;
}
