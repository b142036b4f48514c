import type { Kind } from '../kind.ts';

export const flowAlias: Kind = {
  type: 'AWS::Bedrock::FlowAlias',
  api: {
    'bedrock-agent:flow-alias': {
      rename: { flowId: 'FlowArn' },
      names: ['id'],
    },
  },
};
