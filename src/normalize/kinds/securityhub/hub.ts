import type { Kind } from '../kind.ts';

export const securityHub: Kind = {
  type: 'AWS::SecurityHub::Hub',
  api: {
    'securityhub:hub': { unseen: ['EnableDefaultStandards'] },
  },
};
