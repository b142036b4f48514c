import type { Kind } from '../kind.ts';

export const securityPolicy: Kind = {
  type: 'AWS::OpenSearchServerless::SecurityPolicy',
  terraform: {
    aws_opensearchserverless_security_policy: {},
  },
  api: {
    'opensearchserverless:security-policy': {},
  },
};
