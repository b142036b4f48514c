import { arn, key, tagList, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const guardrailArn = arn('bedrock', 'guardrail/abcd1234efgh');
const stamps = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-02T00:00:00.000Z' } as const;
const filter = (type: string, inputStrength: string, outputStrength: string) => ({
  type,
  inputStrength,
  outputStrength,
});
const Filter = (Type: string, InputStrength: string, OutputStrength: string) => ({
  Type,
  InputStrength,
  OutputStrength,
});
export const bedrockContracts: readonly Contract[] = [
  {
    name: 'with everything that a guardrail can do',
    template: {
      type: 'AWS::Bedrock::Guardrail',
      properties: {
        Name: 'g',
        BlockedInputMessaging: 'No.',
        BlockedOutputsMessaging: 'No.',
        KmsKeyArn: key,
        ContentPolicyConfig: {
          FiltersConfig: [
            ...['SEXUAL', 'VIOLENCE', 'HATE', 'INSULTS', 'MISCONDUCT'].map(type =>
              Filter(type, 'HIGH', 'HIGH'),
            ),
            Filter('PROMPT_ATTACK', 'HIGH', 'NONE'),
          ],
          ContentFiltersTierConfig: { TierName: 'STANDARD' },
        },
        TopicPolicyConfig: {
          TopicsConfig: [
            { Name: 'advice', Definition: 'Investment advice.', Type: 'DENY', InputAction: 'BLOCK' },
          ],
        },
        SensitiveInformationPolicyConfig: {
          PiiEntitiesConfig: [{ Type: 'EMAIL', Action: 'ANONYMIZE', InputEnabled: true }],
        },
        CrossRegionConfig: { GuardrailProfileArn: arn('bedrock', 'guardrail-profile/eu.guardrail.v1:0') },
        Tags: tagList,
      },
    },
    answer: {
      kind: 'bedrock:guardrail',
      id: guardrailArn,
      tags,
      data: {
        id: 'abcd1234efgh',
        arn: guardrailArn,
        name: 'g',
        guardrailId: 'abcd1234efgh',
        guardrailArn,
        version: 'DRAFT',
        status: 'READY',
        blockedInputMessaging: 'No.',
        blockedOutputsMessaging: 'No.',
        kmsKeyArn: key,
        contentPolicy: {
          filters: [
            ...['SEXUAL', 'VIOLENCE', 'HATE', 'INSULTS', 'MISCONDUCT'].map(type =>
              filter(type, 'HIGH', 'HIGH'),
            ),
            filter('PROMPT_ATTACK', 'HIGH', 'NONE'),
          ],
          tier: { tierName: 'STANDARD' },
        },
        topicPolicy: {
          topics: [{ name: 'advice', definition: 'Investment advice.', type: 'DENY', inputAction: 'BLOCK' }],
        },
        sensitiveInformationPolicy: {
          piiEntities: [{ type: 'EMAIL', action: 'ANONYMIZE', inputEnabled: true }],
        },
        crossRegionDetails: {
          guardrailProfileId: 'eu.guardrail.v1:0',
          guardrailProfileArn: arn('bedrock', 'guardrail-profile/eu.guardrail.v1:0'),
        },
        resourcePolicy: null,
        ...stamps,
      },
    },
    fails: ['residency/guardrail-destinations'],
  },
  {
    name: 'that lets everything through',
    template: {
      type: 'AWS::Bedrock::Guardrail',
      properties: {
        Name: 'g',
        BlockedInputMessaging: 'No.',
        BlockedOutputsMessaging: 'No.',
        ContentPolicyConfig: {
          FiltersConfig: [
            Filter('HATE', 'LOW', 'NONE'),
            { ...Filter('PROMPT_ATTACK', 'HIGH', 'NONE'), InputEnabled: false },
          ],
        },
        SensitiveInformationPolicyConfig: { PiiEntitiesConfig: [{ Type: 'EMAIL', Action: 'NONE' }] },
      },
    },
    answer: {
      kind: 'bedrock:guardrail',
      id: guardrailArn,
      tags: {},
      data: {
        id: 'abcd1234efgh',
        arn: guardrailArn,
        name: 'g',
        contentPolicy: {
          filters: [
            filter('HATE', 'LOW', 'NONE'),
            { ...filter('PROMPT_ATTACK', 'HIGH', 'NONE'), inputEnabled: false },
          ],
        },
        sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', action: 'NONE' }] },
        resourcePolicy: null,
        ...stamps,
      },
    },
    fails: [
      'bedrock/guardrail-content-filters',
      'bedrock/guardrail-customer-key',
      'bedrock/guardrail-denied-topics',
      'bedrock/guardrail-filters-on',
      'bedrock/guardrail-pii',
      'bedrock/guardrail-prompt-attack',
      'cost/required-tags',
    ],
  },
  {
    name: 'shared with everybody',
    template: {
      type: 'AWS::Bedrock::ResourcePolicy',
      properties: {
        ResourceArn: guardrailArn,
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: '*', Action: 'bedrock:ApplyGuardrail', Resource: guardrailArn },
          ],
        },
      },
    },
    answer: {
      kind: 'bedrock:guardrail',
      id: guardrailArn,
      data: {
        name: 'g',
        resourcePolicy: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"bedrock:ApplyGuardrail","Resource":"${guardrailArn}"}]}`,
      },
    },
    subject: `${guardrailArn}#resourcePolicy`,
    fails: ['bedrock/resource-policy-organisation'],
  },
  {
    name: 'to a bucket and a group without keys of the customer',
    template: {
      type: 'AWS::Bedrock::ModelInvocationLoggingConfiguration',
      properties: {
        CloudWatchConfig: {
          LogGroupName: '/genai/invocations',
          RoleArn: 'arn:aws:iam::111122223333:role/logs',
        },
        TextDataDeliveryEnabled: true,
      },
    },
    answer: {
      kind: 'bedrock:invocation-logging',
      id: arn('bedrock', 'model-invocation-logging-configuration'),
      data: {
        cloudWatchConfig: {
          logGroupName: '/genai/invocations',
          roleArn: 'arn:aws:iam::111122223333:role/logs',
        },
        textDataDeliveryEnabled: true,
      },
    },
    around: {
      template: [
        { type: 'AWS::Logs::LogGroup', key: 'Group', properties: { LogGroupName: '/genai/invocations' } },
      ],
      answers: [
        {
          kind: 'logs:log-group',
          id: arn('logs', 'log-group:/genai/invocations'),
          data: { logGroupName: '/genai/invocations', storedBytes: 1 },
        },
      ],
    },
    fails: ['logging/invocation-destination-customer-key', 'logging/invocation-modalities'],
  },
  {
    name: 'that excludes a model',
    template: {
      type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
      properties: {
        GuardrailIdentifier: guardrailArn,
        GuardrailVersion: '3',
        ModelEnforcement: { IncludedModels: ['ALL'], ExcludedModels: ['amazon.nova-lite-v1:0'] },
      },
    },
    answer: {
      kind: 'bedrock:enforced-guardrail',
      id: arn('bedrock', 'enforced-guardrail-configuration/c1'),
      data: {
        configId: 'c1',
        guardrailArn,
        guardrailId: 'abcd1234efgh',
        guardrailVersion: '3',
        modelEnforcement: { includedModels: ['ALL'], excludedModels: ['amazon.nova-lite-v1:0'] },
        owner: 'ACCOUNT',
        ...stamps,
      },
    },
    fails: ['bedrock/enforced-guardrail-complete'],
  },
];
