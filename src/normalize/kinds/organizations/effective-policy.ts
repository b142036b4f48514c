import type { Kind } from '../kind.ts';

export const effectivePolicy: Kind = {
  type: 'AWS::Organizations::EffectivePolicy',
  api: {
    'organizations:effective-policy': {},
  },
};
