import { unknown } from '../../../model/value.ts';
import type { Dict, Value } from '../../../model/value.ts';
import type { Kind } from '../kind.ts';

const inStrategy = 'in the strategy of its type';

export const memory: Kind = {
  type: 'AWS::BedrockAgentCore::Memory',
  terraform: {
    aws_bedrockagentcore_memory: {},
    aws_bedrockagentcore_memory_strategy: {
      part: { of: 'memory_id', within: 'MemoryStrategies[]' },
      reshape: ofType,
      leftOut: {
        configuration: inStrategy,
        description: inStrategy,
        memory_execution_role_arn: 'a property of the memory',
        memory_record_schema: inStrategy,
        name: inStrategy,
        namespace_templates: inStrategy,
        namespaces: inStrategy,
        reflection_configuration: inStrategy,
        type: inStrategy,
      },
    },
  },
  api: {
    'bedrock-agentcore:memory': {
      names: ['id'],
      unseen: ['MemoryStrategies'],
    },
  },
};

const strategies: Readonly<Record<string, string>> = {
  CUSTOM: 'CustomMemoryStrategy',
  EPISODIC: 'EpisodicMemoryStrategy',
  SEMANTIC: 'SemanticMemoryStrategy',
  SUMMARIZATION: 'SummaryMemoryStrategy',
  USER_PREFERENCE: 'UserPreferenceMemoryStrategy',
};

/** What CloudFormation has in a block for each type. */
function ofType(strategy: Dict): Dict {
  const { at } = strategy;
  const type = strategy.entries.get('type');
  const id = strategy.entries.get('memory_id');
  const entries = new Map<string, Value>(id ? [['memory_id', id]] : []);
  const name = type?.kind === 'known' ? strategies[String(type.value)] : undefined;
  if (name === undefined) {
    const link = { what: 'a strategy of which the type is not known', ...(at && { at }) };
    return { ...strategy, entries, rest: unknown('unresolved-value', [link], at) };
  }
  const inner = new Map([...strategy.entries].filter(([one]) => one !== 'memory_id' && one !== 'type'));
  return { kind: 'dict', entries: entries.set(name, { ...strategy, entries: inner }), ...(at && { at }) };
}
