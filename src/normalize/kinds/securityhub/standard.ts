import type { Kind } from '../kind.ts';

export const standard: Kind = {
  type: 'AWS::SecurityHub::Standard',
  api: {
    'securityhub:standard': { unseen: ['DisabledStandardsControls'] },
  },
};
