import type { Kind } from '../kind.ts';
import { certificates } from './certificates.ts';

export const codeInterpreter: Kind = {
  type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
  terraform: {
    aws_bedrockagentcore_code_interpreter: {
      rename: { 'certificate.location': 'CertificateLocation', 'certificate.location.secrets_manager': '' },
    },
  },
  api: {
    'bedrock-agentcore:code-interpreter': {
      ...certificates,
      names: ['codeInterpreterId'],
    },
  },
};
