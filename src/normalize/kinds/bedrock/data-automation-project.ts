import type { Kind } from '../kind.ts';

export const dataAutomationProject: Kind = {
  type: 'AWS::Bedrock::DataAutomationProject',
  api: {
    'bedrock-data-automation:project': {},
  },
};
