import { absent } from '../../../../src/model/value.ts';
import { reference } from '../../build.ts';
import { account, arn, key, region, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const agentArn = arn('bedrock', 'agent/AGENT00001');
const role = `arn:aws:iam::${account}:role/agents`;
const stamps = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-02T00:00:00.000Z' } as const;

/** An agent with all that is asked for but for what is told. */
function agent(
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  more: Pick<Contract, 'fails'> & Partial<Contract>,
): Contract {
  return {
    name,
    template: {
      type: 'AWS::Bedrock::Agent',
      properties: {
        AgentName: 'a',
        AgentResourceRoleArn: role,
        IdleSessionTTLInSeconds: 600,
        CustomerEncryptionKeyArn: key,
        GuardrailConfiguration: { GuardrailIdentifier: 'abcd1234efgh', GuardrailVersion: '3' },
        Tags: tags,
        ...properties,
      },
    },
    answer: {
      kind: 'bedrock-agent:agent',
      id: agentArn,
      tags,
      data: {
        agentId: 'AGENT00001',
        agentArn,
        agentName: 'a',
        agentVersion: 'DRAFT',
        agentStatus: 'PREPARED',
        agentResourceRoleArn: role,
        idleSessionTTLInSeconds: 600,
        customerEncryptionKeyArn: key,
        guardrailConfiguration: { guardrailIdentifier: 'abcd1234efgh', guardrailVersion: '3' },
        orchestrationType: 'DEFAULT',
        agentCollaboration: 'DISABLED',
        actionGroups: [],
        agentKnowledgeBases: [],
        agentCollaborators: [],
        ...stamps,
        ...data,
      },
    },
    ...more,
  };
}

const approved = {
  approvedModels: ['amazon.nova-lite-v1:0', 'anthropic.claude-sonnet-4-20250514-v1:0'],
} as const;
const ofModel = (name: string, model: string, fails: Contract['fails']): Contract =>
  agent(name, { FoundationModel: model }, { foundationModel: model }, { parameters: approved, fails });

const profileArn = arn('bedrock', 'application-inference-profile/abc');
const nova = `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`;
const throughProfile = (model: string): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::Bedrock::ApplicationInferenceProfile',
      key: 'abc',
      properties: {
        InferenceProfileName: 'p',
        InferenceProfileArn: profileArn,
        ModelSource: { CopyFrom: model },
      },
    },
  ],
  answers: [
    {
      kind: 'bedrock:inference-profile',
      id: profileArn,
      data: {
        inferenceProfileName: 'p',
        inferenceProfileArn: profileArn,
        inferenceProfileId: 'abc',
        models: [{ modelArn: model }],
        status: 'ACTIVE',
        type: 'APPLICATION',
      },
    },
  ],
});

export const bedrockAgentContracts: readonly Contract[] = [
  ofModel('of a model that stays', 'amazon.nova-lite-v1:0', []),
  ofModel('of a profile that stays in the approved Regions', 'eu.amazon.nova-lite-v1:0', []),
  ofModel(
    'of a profile that stays, by its ARN',
    arn('bedrock', 'inference-profile/eu.amazon.nova-lite-v1:0'),
    [],
  ),
  ofModel('of a profile that leaves the approved Regions', 'us.amazon.nova-lite-v1:0', [
    'residency/agent-model-destinations',
  ]),
  ofModel('of a profile of the world', 'global.amazon.nova-lite-v1:0', [
    'residency/agent-model-destinations',
  ]),
  ofModel('of a model that ends', 'anthropic.claude-sonnet-4-20250514-v1:0', [
    'bedrock/agent-model-supported',
  ]),
  ofModel('of a model that ends elsewhere', 'amazon.nova-premier-v1:0', ['bedrock/agent-approved-model']),
  agent(
    'through a profile of the account',
    { FoundationModel: reference('abc', 'InferenceProfileArn') },
    { foundationModel: profileArn },
    { around: throughProfile(nova), parameters: approved, fails: [] },
  ),
  agent(
    'through a profile of the account, of another model',
    { FoundationModel: reference('abc', 'InferenceProfileArn') },
    { foundationModel: profileArn },
    {
      around: throughProfile(nova.replace('lite', 'pro')),
      parameters: approved,
      fails: ['bedrock/agent-approved-model'],
    },
  ),
  agent(
    'without a guardrail and without a model',
    { GuardrailConfiguration: absent },
    { guardrailConfiguration: {} },
    { fails: ['bedrock/agent-guardrail-attached'] },
  ),
  agent(
    'whose guardrail was taken away',
    { GuardrailConfiguration: absent },
    { guardrailConfiguration: { guardrailIdentifier: '', guardrailVersion: '' } },
    { fails: ['bedrock/agent-guardrail-attached'] },
  ),
];
