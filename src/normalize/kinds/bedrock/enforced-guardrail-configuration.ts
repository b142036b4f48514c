import type { Kind } from '../kind.ts';

export const enforcedGuardrailConfiguration: Kind = {
  type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
  api: {
    'bedrock:enforced-guardrail': {
      rename: { guardrailArn: 'GuardrailIdentifier' },
    },
  },
};
