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
  api: {
    'bedrock:guardrail': {
      // Members end in `Config` where a guardrail is made, and do not where it is read.
      rename: {
        topicPolicy: 'TopicPolicyConfig',
        'topicPolicy.topics': 'TopicsConfig',
        'topicPolicy.tier': 'TopicsTierConfig',
        contentPolicy: 'ContentPolicyConfig',
        'contentPolicy.filters': 'FiltersConfig',
        'contentPolicy.tier': 'ContentFiltersTierConfig',
        wordPolicy: 'WordPolicyConfig',
        'wordPolicy.words': 'WordsConfig',
        'wordPolicy.managedWordLists': 'ManagedWordListsConfig',
        sensitiveInformationPolicy: 'SensitiveInformationPolicyConfig',
        'sensitiveInformationPolicy.piiEntities': 'PiiEntitiesConfig',
        'sensitiveInformationPolicy.regexes': 'RegexesConfig',
        contextualGroundingPolicy: 'ContextualGroundingPolicyConfig',
        'contextualGroundingPolicy.filters': 'FiltersConfig',
        automatedReasoningPolicy: 'AutomatedReasoningPolicyConfig',
        crossRegionDetails: 'CrossRegionConfig',
      },
      names: ['guardrailId', 'id'],
    },
  },
};
