import type { Kind } from '../kind.ts';

export const accountDataRetention: Kind = {
  type: 'AWS::Bedrock::AccountDataRetention',
  api: {
    'bedrock:account-data-retention': {},
  },
};
