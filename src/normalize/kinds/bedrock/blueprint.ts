import type { Kind } from '../kind.ts';

export const blueprint: Kind = {
  type: 'AWS::Bedrock::Blueprint',
  api: {
    'bedrock-data-automation:blueprint': { unseen: ['Schema'] },
  },
};
