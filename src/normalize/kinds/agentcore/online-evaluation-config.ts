import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const onlineEvaluationConfig: Kind = {
  type: 'AWS::BedrockAgentCore::OnlineEvaluationConfig',
  terraform: {
    aws_bedrockagentcore_online_evaluation_config: { leftOut: { enable_on_create: ofProvider } },
  },
};
