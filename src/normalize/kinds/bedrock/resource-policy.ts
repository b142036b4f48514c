import type { Kind } from '../kind.ts';

export const bedrockResourcePolicy: Kind = {
  type: 'AWS::Bedrock::ResourcePolicy',
  api: {
    'bedrock:guardrail': {
      within: 'resourcePolicy',
      of: (answer, { id }) => ({ ResourceArn: id, PolicyDocument: answer }),
    },
  },
};
