import type { Kind } from '../kind.ts';

export const codeInterpreter: Kind = {
  type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
  terraform: {
    aws_bedrockagentcore_code_interpreter: {
      rename: { 'certificate.location': 'CertificateLocation', 'certificate.location.secrets_manager': '' },
    },
  },
};
