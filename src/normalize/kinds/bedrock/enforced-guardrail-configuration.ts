import { objectIn, textsIn } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const enforcedGuardrailConfiguration: Kind = {
  type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
  api: {
    'bedrock:enforced-guardrail': {
      rename: { guardrailArn: 'GuardrailIdentifier' },
      // Without an enforcement it holds for all models, with one that names none perhaps for no model.
      undecided: ({ observation: { data } }) => {
        const enforcement = objectIn(data, 'modelEnforcement');
        return enforcement && textsIn(enforcement, 'includedModels').length === 0
          ? { ModelEnforcement: 'AWS names no model that the guardrail is enforced on' }
          : {};
      },
    },
  },
};
