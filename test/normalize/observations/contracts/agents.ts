import { arn, key, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const agentArn = arn('bedrock', 'agent/AGENT00001');
const role = 'arn:aws:iam::111122223333:role/agents';
const sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
export const agentContracts: readonly Contract[] = [
  {
    name: 'with a key, a guardrail and tools that ask',
    template: {
      type: 'AWS::Bedrock::Agent',
      properties: {
        AgentName: 'support',
        AgentResourceRoleArn: role,
        FoundationModel: sonnet,
        IdleSessionTTLInSeconds: 600,
        CustomerEncryptionKeyArn: key,
        GuardrailConfiguration: { GuardrailIdentifier: 'abcd1234efgh', GuardrailVersion: '3' },
        ActionGroups: [
          {
            ActionGroupName: 'orders',
            FunctionSchema: { Functions: [{ Name: 'delete_order', RequireConfirmation: 'ENABLED' }] },
          },
        ],
        Tags: tags,
      },
    },
    answer: {
      kind: 'bedrock-agent:agent',
      id: agentArn,
      tags,
      data: {
        agentId: 'AGENT00001',
        agentArn,
        agentName: 'support',
        agentVersion: 'DRAFT',
        agentStatus: 'PREPARED',
        agentResourceRoleArn: role,
        foundationModel: sonnet,
        idleSessionTTLInSeconds: 600,
        customerEncryptionKeyArn: key,
        orchestrationType: 'DEFAULT',
        guardrailConfiguration: { guardrailIdentifier: 'abcd1234efgh', guardrailVersion: '3' },
        actionGroups: [
          {
            actionGroupId: 'G1',
            actionGroupName: 'orders',
            actionGroupState: 'ENABLED',
            functionSchema: { functions: [{ name: 'delete_order', requireConfirmation: 'ENABLED' }] },
          },
        ],
        agentKnowledgeBases: [],
        agentCollaborators: [],
      },
    },
    fails: ['bedrock/agent-model-supported'],
  },
  {
    name: 'with the draft of a guardrail and a tool that does not ask',
    template: {
      type: 'AWS::Bedrock::Agent',
      properties: {
        AgentName: 'support',
        FoundationModel: 'amazon.nova-lite-v1:0',
        IdleSessionTTLInSeconds: 7200,
        GuardrailConfiguration: { GuardrailIdentifier: 'abcd1234efgh', GuardrailVersion: 'DRAFT' },
        ActionGroups: [
          { ActionGroupName: 'orders', FunctionSchema: { Functions: [{ Name: 'delete_order' }] } },
          { ActionGroupName: 'ask', ParentActionGroupSignature: 'AMAZON.UserInput' },
        ],
      },
    },
    answer: {
      kind: 'bedrock-agent:agent',
      id: agentArn,
      tags: {},
      data: {
        agentId: 'AGENT00001',
        agentName: 'support',
        foundationModel: 'amazon.nova-lite-v1:0',
        idleSessionTTLInSeconds: 7200,
        guardrailConfiguration: { guardrailIdentifier: 'abcd1234efgh', guardrailVersion: 'DRAFT' },
        actionGroups: [
          {
            actionGroupName: 'orders',
            actionGroupState: 'ENABLED',
            functionSchema: { functions: [{ name: 'delete_order', requireConfirmation: 'DISABLED' }] },
          },
          { actionGroupName: 'ask', actionGroupState: 'ENABLED', parentActionSignature: 'AMAZON.UserInput' },
        ],
      },
    },
    fails: [
      'bedrock/agent-approved-model',
      'bedrock/agent-customer-key',
      'bedrock/agent-function-confirmation',
      'bedrock/agent-session-timeout',
      'bedrock/guardrail-version-pinned',
      'cost/required-tags',
    ],
  },
];
