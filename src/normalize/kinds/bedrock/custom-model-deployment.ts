import type { Kind } from '../kind.ts';

export const customModelDeployment: Kind = {
  type: 'AWS::Bedrock::CustomModelDeployment',
  api: {
    'bedrock:custom-model-deployment': {},
  },
};
