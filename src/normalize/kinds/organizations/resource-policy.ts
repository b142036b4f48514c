import { objectIn, objectOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const organizationsResourcePolicy: Kind = {
  type: 'AWS::Organizations::ResourcePolicy',
  api: {
    'organizations:resource-policy': {
      reshape: data => objectOf({ ...data, Id: objectIn(data, 'ResourcePolicySummary')?.['Id'] }),
    },
  },
};
