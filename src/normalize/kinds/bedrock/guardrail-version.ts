import { objectOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const guardrailVersion: Kind = {
  type: 'AWS::Bedrock::GuardrailVersion',
  terraform: {
    aws_bedrock_guardrail_version: {
      rename: { guardrail_arn: 'GuardrailIdentifier' },
      leftOut: { skip_destroy: ofProvider },
      attributes: { guardrail_arn: 'GuardrailArn' },
    },
  },
  api: {
    'bedrock:guardrail-version': {
      reshape: data => objectOf({ GuardrailIdentifier: data['arn'], Description: data['description'] }),
    },
  },
};
