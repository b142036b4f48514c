import { objectOf, objectsIn, textsOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const delegatedAdministrator: Kind = {
  type: 'AWS::Organizations::DelegatedAdministrator',
  api: {
    'organizations:delegated-administrator': {
      within: 'services',
      of: (_, { data }) =>
        textsOf(objectsIn(data, 'services'), 'ServicePrincipal').map(ServicePrincipal =>
          objectOf({ AccountId: data['Id'], ServicePrincipal }),
        ),
    },
  },
};
