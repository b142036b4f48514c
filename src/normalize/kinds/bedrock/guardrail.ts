import type { Kind } from '../kind.ts';

export const guardrail: Kind = {
  type: 'AWS::Bedrock::Guardrail',
  terraform: {
    aws_bedrock_guardrail: {
      rename: {
        'content_policy_config.tier_config': 'ContentFiltersTierConfig',
        'cross_region_config.guardrail_profile_identifier': 'GuardrailProfileArn',
        'topic_policy_config.tier_config': 'TopicsTierConfig',
      },
    },
  },
};
