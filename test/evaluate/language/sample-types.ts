import type { ResourceType, TypeRegistry } from '../../../src/model/types.ts';

const agent: ResourceType = {
  name: 'AWS::Bedrock::Agent',
  properties: {
    AgentName: { type: { kind: 'string' }, required: true },
    FoundationModel: { type: { kind: 'string' } },
    KmsKeyArn: { type: { kind: 'string' } },
    Mode: { type: { kind: 'string' }, values: ['STRICT', 'LOOSE'] },
    Guardrail: { type: { kind: 'object', name: 'GuardrailConfiguration' } },
    Actions: { type: { kind: 'list', of: { kind: 'object', name: 'ActionGroup' } } },
    PolicyDocument: { type: { kind: 'policy' }, required: true },
    Free: { type: { kind: 'json' }, required: true },
  },
  definitions: {
    GuardrailConfiguration: {
      Id: { type: { kind: 'string' }, required: true },
      Version: { type: { kind: 'string' } },
    },
    ActionGroup: {
      Name: { type: { kind: 'string' } },
      Inner: { type: { kind: 'object', name: 'ActionGroup' } },
    },
  },
  attributes: ['AgentArn'],
  names: ['AgentName'],
};

const key: ResourceType = {
  name: 'AWS::KMS::Key',
  properties: { EnableKeyRotation: { type: { kind: 'bool' } }, KeyPolicy: { type: { kind: 'policy' } } },
  definitions: {},
  attributes: ['Arn'],
  names: [],
};

/** Two small resource types. */
export const registry: TypeRegistry = {
  names: [agent.name, key.name],
  get: name => [agent, key].find(type => type.name === name),
};
