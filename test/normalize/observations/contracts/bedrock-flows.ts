import { account, arn, key, sideBySide, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = `arn:aws:iam::${account}:role/agents`;
const promptArn = arn('bedrock', 'prompt/PROMPT0001');
const stamps = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-02T00:00:00.000Z' } as const;
const Guard = { GuardrailIdentifier: 'abcd1234efgh', GuardrailVersion: '2' } as const;
const guard = { guardrailIdentifier: 'abcd1234efgh', guardrailVersion: '2' } as const;

const flow = (name: string, Nodes: Declared['properties'], nodes: Answer['data'], fails: Contract['fails']) =>
  sideBySide(
    { name, type: 'AWS::Bedrock::Flow', kind: 'bedrock-agent:flow', id: arn('bedrock', 'flow/FLOW000001') },
    {
      Name: 'f',
      ExecutionRoleArn: role,
      CustomerEncryptionKeyArn: key,
      Definition: { Nodes: [{ Name: 'in', Type: 'Input' }, Nodes] },
      Tags: tags,
    },
    {
      id: 'FLOW000001',
      arn: arn('bedrock', 'flow/FLOW000001'),
      name: 'f',
      status: 'Prepared',
      version: 'DRAFT',
      executionRoleArn: role,
      customerEncryptionKeyArn: key,
      definition: {
        nodes: [
          {
            name: 'in',
            type: 'Input',
            configuration: { input: {} },
            inputs: [],
            outputs: [{ name: 'document', type: 'String' }],
          },
          nodes,
        ],
        connections: [],
      },
      validations: [],
      ...stamps,
    },
    { fails },
  );

/** Without a key, outside of the approved Regions. */
const elsewhere: Contract = {
  name: 'without a key, in a Region that is not approved',
  template: {
    type: 'AWS::Bedrock::Flow',
    properties: { Name: 'f', ExecutionRoleArn: role, Definition: { Nodes: [] }, Tags: tags },
  },
  answer: {
    kind: 'bedrock-agent:flow',
    id: `arn:aws:bedrock:us-east-1:${account}:flow/FLOW000001`,
    region: 'us-east-1',
    tags,
    data: {
      id: 'FLOW000001',
      arn: `arn:aws:bedrock:us-east-1:${account}:flow/FLOW000001`,
      name: 'f',
      status: 'NotPrepared',
      version: 'DRAFT',
      executionRoleArn: role,
      customerEncryptionKeyArn: '',
      definition: { nodes: [], connections: [] },
      ...stamps,
    },
  },
  fails: ['bedrock/agent-customer-key', 'residency/resource-region'],
};

const Ask = (more: Declared['properties'] = {}) => ({
  Name: 'ask',
  Type: 'Prompt',
  Configuration: { Prompt: { SourceConfiguration: { Resource: { PromptArn: promptArn } }, ...more } },
});
const ask = (more: Answer['data'] = {}) => ({
  name: 'ask',
  type: 'Prompt',
  configuration: { prompt: { sourceConfiguration: { resource: { promptArn } }, ...more } },
  inputs: [{ name: 'x', type: 'String', expression: '$.data' }],
  outputs: [],
});
const Loop = (node: Declared['properties']) => ({
  Name: 'again',
  Type: 'Loop',
  Configuration: { Loop: { Definition: { Nodes: [node] } } },
});
const loop = (node: Answer['data']) => ({
  name: 'again',
  type: 'Loop',
  configuration: { loop: { definition: { nodes: [node], connections: [] } } },
  inputs: [],
  outputs: [],
});

export const flowContracts: readonly Contract[] = [
  elsewhere,
  flow(
    'with a guardrail',
    Ask({ GuardrailConfiguration: Guard }),
    ask({ guardrailConfiguration: guard }),
    [],
  ),
  flow(
    'with the draft of a guardrail',
    Ask({ GuardrailConfiguration: { ...Guard, GuardrailVersion: 'DRAFT' } }),
    ask({ guardrailConfiguration: { ...guard, guardrailVersion: 'DRAFT' } }),
    ['bedrock/flow-guardrail'],
  ),
  flow(
    'with a guardrail that is empty',
    Ask(),
    ask({ guardrailConfiguration: { guardrailIdentifier: '', guardrailVersion: '' } }),
    ['bedrock/flow-guardrail'],
  ),
  flow('with a loop without a guardrail', Loop(Ask()), loop(ask()), ['bedrock/flow-guardrail']),
  flow(
    'with a loop with a guardrail',
    Loop(Ask({ GuardrailConfiguration: Guard })),
    loop(ask({ guardrailConfiguration: guard })),
    [],
  ),
  flow(
    'with a knowledge base that answers',
    {
      Name: 'find',
      Type: 'KnowledgeBase',
      Configuration: { KnowledgeBase: { KnowledgeBaseId: 'KB00000001', ModelId: 'amazon.nova-lite-v1:0' } },
    },
    {
      name: 'find',
      type: 'KnowledgeBase',
      configuration: { knowledgeBase: { knowledgeBaseId: 'KB00000001', modelId: 'amazon.nova-lite-v1:0' } },
    },
    ['bedrock/flow-guardrail'],
  ),
  flow(
    'with a knowledge base that returns what it finds',
    {
      Name: 'find',
      Type: 'KnowledgeBase',
      Configuration: { KnowledgeBase: { KnowledgeBaseId: 'KB00000001' } },
    },
    {
      name: 'find',
      type: 'KnowledgeBase',
      configuration: { knowledgeBase: { knowledgeBaseId: 'KB00000001' } },
    },
    [],
  ),
];
