import type { Kind } from '../kind.ts';

export const automatedReasoningPolicy: Kind = {
  type: 'AWS::Bedrock::AutomatedReasoningPolicy',
  api: {
    'bedrock:automated-reasoning-policy': {
      rename: { kmsKeyArn: 'KmsKeyId' },
      names: ['policyId'],
      unseen: ['PolicyDefinition'],
    },
  },
};
