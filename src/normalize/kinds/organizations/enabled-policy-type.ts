import { objectOf, objectsIn } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const enabledPolicyType: Kind = {
  type: 'AWS::Organizations::EnabledPolicyType',
  api: {
    'organizations:root': {
      within: 'PolicyTypes',
      of: (_, { data }) =>
        objectsIn(data, 'PolicyTypes')
          .filter(({ Status }) => Status === 'ENABLED')
          .map(({ Type }) => objectOf({ PolicyType: Type, RootId: data['Id'] })),
    },
  },
};
