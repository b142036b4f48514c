import type { Kind } from '../kind.ts';

export const serviceAccess: Kind = {
  type: 'AWS::Organizations::ServiceAccess',
  api: {
    'organizations:service-access': {},
  },
};
