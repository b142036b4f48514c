import { account, arn, key, sideBySide, tagList } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const guardrailArn = arn('bedrock', 'guardrail/abcd1234efgh');
const stamps = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-02T00:00:00.000Z' } as const;
const guardrailProfile = arn('bedrock', 'guardrail-profile/eu.guardrail.v1:0');
const filters = ['HATE', 'INSULTS', 'MISCONDUCT', 'SEXUAL', 'VIOLENCE'];

const guardrails: readonly Contract[] = [
  sideBySide(
    {
      name: 'that judges in approved Regions only, with what AWS answers of what is off',
      type: 'AWS::Bedrock::Guardrail',
      kind: 'bedrock:guardrail',
      id: guardrailArn,
    },
    {
      Name: 'g',
      KmsKeyArn: key,
      BlockedInputMessaging: 'No.',
      BlockedOutputsMessaging: 'No.',
      ContentPolicyConfig: {
        FiltersConfig: [
          ...filters.map(Type => ({ Type, InputStrength: 'HIGH', OutputStrength: 'MEDIUM' })),
          { Type: 'PROMPT_ATTACK', InputStrength: 'HIGH', OutputStrength: 'NONE' },
        ],
      },
      TopicPolicyConfig: { TopicsConfig: [{ Name: 't', Definition: 'd', Type: 'DENY' }] },
      SensitiveInformationPolicyConfig: {
        PiiEntitiesConfig: [{ Type: 'EMAIL', Action: 'BLOCK' }],
        RegexesConfig: [],
      },
      CrossRegionConfig: { GuardrailProfileArn: guardrailProfile },
      Tags: tagList,
    },
    {
      name: 'g',
      guardrailId: 'abcd1234efgh',
      guardrailArn,
      version: 'DRAFT',
      status: 'READY',
      kmsKeyArn: key,
      blockedInputMessaging: 'No.',
      blockedOutputsMessaging: 'No.',
      statusReasons: [],
      failureRecommendations: [],
      contentPolicy: {
        filters: [
          ...filters.map(type => ({
            type,
            inputStrength: 'HIGH',
            outputStrength: 'MEDIUM',
            inputModalities: ['TEXT'],
            outputModalities: ['TEXT'],
            inputAction: 'BLOCK',
            outputAction: 'BLOCK',
            inputEnabled: true,
            outputEnabled: true,
          })),
          {
            type: 'PROMPT_ATTACK',
            inputStrength: 'HIGH',
            outputStrength: 'NONE',
            inputModalities: ['TEXT'],
            inputAction: 'BLOCK',
            outputAction: 'NONE',
            inputEnabled: true,
            outputEnabled: false,
          },
        ],
        tier: { tierName: 'CLASSIC' },
      },
      topicPolicy: {
        topics: [
          {
            name: 't',
            definition: 'd',
            examples: [],
            type: 'DENY',
            inputAction: 'BLOCK',
            outputAction: 'BLOCK',
            inputEnabled: true,
            outputEnabled: true,
          },
        ],
        tier: { tierName: 'CLASSIC' },
      },
      sensitiveInformationPolicy: {
        piiEntities: [
          {
            type: 'EMAIL',
            action: 'BLOCK',
            inputAction: 'BLOCK',
            outputAction: 'BLOCK',
            inputEnabled: true,
            outputEnabled: true,
          },
        ],
        regexes: [],
      },
      crossRegionDetails: { guardrailProfileId: 'eu.guardrail.v1:0', guardrailProfileArn: guardrailProfile },
      resourcePolicy: null,
      ...stamps,
    },
    {
      parameters: {
        approvedRegions: [
          'eu-central-1',
          'eu-central-2',
          'eu-north-1',
          'eu-south-1',
          'eu-south-2',
          'eu-west-1',
          'eu-west-2',
          'eu-west-3',
        ],
      },
      fails: [],
    },
  ),
];

const enforcement = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
): Contract => ({
  name,
  template: {
    type: 'AWS::Bedrock::EnforcedGuardrailConfiguration',
    properties: { GuardrailIdentifier: guardrailArn, GuardrailVersion: '3', ...properties },
  },
  answer: {
    kind: 'bedrock:enforced-guardrail',
    id: arn('bedrock', 'enforced-guardrail-configuration/c1'),
    data: {
      configId: 'c1',
      guardrailArn,
      guardrailId: 'abcd1234efgh',
      guardrailVersion: '3',
      inputTags: 'IGNORE',
      owner: 'ACCOUNT',
      ...stamps,
      ...data,
    },
  },
  fails,
});

const enforced: readonly Contract[] = [
  enforcement('for all models', {}, {}, []),
  enforcement(
    'for all models by name',
    { ModelEnforcement: { IncludedModels: ['ALL'], ExcludedModels: [] } },
    { modelEnforcement: { includedModels: ['ALL'], excludedModels: [] } },
    [],
  ),
  enforcement(
    'for one model',
    { ModelEnforcement: { IncludedModels: ['amazon.nova-lite-v1:0'], ExcludedModels: [] } },
    { modelEnforcement: { includedModels: ['amazon.nova-lite-v1:0'], excludedModels: [] } },
    ['bedrock/enforced-guardrail-complete'],
  ),
  enforcement('of a draft', { GuardrailVersion: 'DRAFT' }, { guardrailVersion: 'DRAFT' }, [
    'bedrock/enforced-guardrail-complete',
  ]),
];

const shared = (name: string, statement: Answer['data'], fails: Contract['fails']): readonly Contract[] => {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Resource: '*', ...statement }],
  } as const;
  const baseArn = arn('bedrock', 'knowledge-base/KB00000001');
  return [
    {
      name,
      template: {
        type: 'AWS::Bedrock::ResourcePolicy',
        properties: { ResourceArn: guardrailArn, PolicyDocument: document },
      },
      answer: {
        kind: 'bedrock:guardrail',
        id: guardrailArn,
        data: { name: 'g', resourcePolicy: JSON.stringify(document) },
      },
      subject: `${guardrailArn}#resourcePolicy`,
      fails,
    },
    {
      name,
      template: {
        type: 'AWS::Bedrock::KnowledgeBasePolicy',
        properties: { KnowledgeBaseId: 'KB00000001', PolicyDocument: document },
      },
      answer: {
        kind: 'bedrock-agent:knowledge-base',
        id: baseArn,
        data: { knowledgeBaseId: 'KB00000001', resourcePolicy: JSON.stringify(document) },
      },
      subject: `${baseArn}#resourcePolicy`,
      fails,
    },
  ];
};

const emptied: Contract = {
  ...enforcement(
    'for no model by name',
    {},
    { modelEnforcement: { includedModels: [], excludedModels: [] } },
    [],
  ),
  unknown: ['bedrock/enforced-guardrail-complete'],
};

const policies: readonly Contract[] = [
  ...shared(
    'within the organisation',
    {
      Principal: { AWS: '*' },
      Action: ['bedrock:ApplyGuardrail', 'bedrock:Retrieve'],
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    },
    [],
  ),
  ...shared(
    'of another organisation',
    {
      Principal: { AWS: '*' },
      Action: ['bedrock:ApplyGuardrail', 'bedrock:Retrieve'],
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' } },
    },
    ['bedrock/resource-policy-organisation'],
  ),
  ...shared(
    'for a role of the account',
    {
      Principal: { AWS: `arn:aws:iam::${account}:role/app` },
      Action: ['bedrock:ApplyGuardrail', 'bedrock:Retrieve'],
    },
    [],
  ),
  ...shared(
    'for another account',
    {
      Principal: { AWS: 'arn:aws:iam::999999999999:root' },
      Action: ['bedrock:ApplyGuardrail', 'bedrock:Retrieve'],
    },
    ['bedrock/resource-policy-organisation'],
  ),
];

export const guardrailContracts: readonly Contract[] = [...guardrails, ...enforced, emptied, ...policies];
