import type { Kind } from '../kind.ts';

export const agentCoreCodeInterpreter: Kind = {
  type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
  terraform: {
    aws_bedrockagentcore_code_interpreter: {},
  },
};
