import type { Kind } from '../kind.ts';

export const organization: Kind = {
  type: 'AWS::Organizations::Organization',
  api: {
    'organizations:organization': { names: ['Id'] },
  },
};
