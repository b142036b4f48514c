import type { FurtherSpelling } from '../../observations/api-spelling.ts';
import type { Kind } from '../kind.ts';

const policy: FurtherSpelling = {
  within: 'resourcePolicy',
  of: (answer, { id }) => ({ ResourceArn: id, Policy: answer }),
};

export const agentCoreResourcePolicy: Kind = {
  type: 'AWS::BedrockAgentCore::ResourcePolicy',
  terraform: {
    aws_bedrockagentcore_resource_policy: {},
  },
  api: {
    'bedrock-agentcore:runtime': policy,
    'bedrock-agentcore:gateway': policy,
    'bedrock-agentcore:harness': policy,
  },
};
