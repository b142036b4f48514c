import type { Kind } from '../kind.ts';

export const accessPolicy: Kind = {
  type: 'AWS::OpenSearchServerless::AccessPolicy',
  terraform: {
    aws_opensearchserverless_access_policy: {},
  },
  api: {
    'opensearchserverless:access-policy': {},
  },
};
