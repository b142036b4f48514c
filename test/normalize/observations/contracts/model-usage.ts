import type { JsonObject } from '../../../../src/model/observation.ts';
import { arn, region } from './contract.ts';
import type { Contract } from './contract.ts';

const window = { From: '2025-12-18T00:00:00.000Z', To: '2026-01-01T00:00:00.000Z', Hours: 336 } as const;
const measured = (Sum: number, BusiestHour: number) => ({ Sum, BusiestHour });

const measuredModel = (
  name: string,
  metrics: JsonObject,
  fails: Contract['fails'],
  ModelId = 'amazon.nova-lite-v1:0',
): Contract => {
  const data = { ModelId, ...window, ...metrics };
  return {
    name,
    template: { type: 'AWS::Bedrock::ModelUsage', properties: data },
    answer: { kind: 'cloudwatch:model-usage', id: arn('bedrock', `model-usage/${ModelId}`), data },
    fails,
  };
};

const called = { Invocations: measured(1000, 90) } as const;
const claude = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';

/** Of an application inference profile, which has an id of its own. */
const ofProfile = (id: string, fails: Contract['fails']): Contract => {
  const profile = arn('bedrock', 'application-inference-profile/abc');
  const CopyFrom = `arn:aws:bedrock:${region}::foundation-model/${id}`;
  return {
    ...measuredModel(
      `of a profile of ${id}, that writes prompts and never reads them`,
      { ...called, CacheWriteInputTokenCount: measured(10_000, 900) },
      fails,
      profile,
    ),
    around: {
      template: [
        {
          type: 'AWS::Bedrock::ApplicationInferenceProfile',
          key: profile,
          properties: { InferenceProfileName: 'p', ModelSource: { CopyFrom } },
        },
      ],
      answers: [
        {
          kind: 'bedrock:inference-profile',
          id: profile,
          data: {
            inferenceProfileName: 'p',
            inferenceProfileArn: profile,
            inferenceProfileId: 'abc',
            models: [{ modelArn: CopyFrom }],
            status: 'ACTIVE',
            type: 'APPLICATION',
          },
        },
      ],
    },
  };
};

export const modelUsageContracts: readonly Contract[] = [
  measuredModel(
    'of a model on demand, seldom throttled',
    { Invocations: measured(1000, 90), InvocationThrottles: measured(3, 3) },
    [],
  ),
  measuredModel('of a model on demand, never throttled', { Invocations: measured(1000, 90) }, []),
  measuredModel('of a model on demand, only throttled', { InvocationThrottles: measured(3, 3) }, [
    'cost/model-not-throttled',
  ]),
  measuredModel(
    'of a model of Anthropic, that writes prompts and seldom reads them',
    {
      ...called,
      CacheWriteInputTokenCount: measured(10_000, 900),
      CacheReadInputTokenCount: measured(2000, 90),
    },
    ['cost/prompt-cache-read'],
    claude,
  ),
  measuredModel(
    'of a model of Anthropic, that reads what it writes',
    {
      ...called,
      CacheWriteInputTokenCount: measured(10_000, 900),
      CacheReadInputTokenCount: measured(90_000, 900),
    },
    [],
    claude,
  ),
  ofProfile('anthropic.claude-sonnet-4-5-20250929-v1:0', ['cost/prompt-cache-read']),
  ofProfile('amazon.nova-lite-v1:0', []),
];
