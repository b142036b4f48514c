import type { Kind } from '../kind.ts';

export const collection: Kind = {
  type: 'AWS::OpenSearchServerless::Collection',
  terraform: {
    aws_opensearchserverless_collection: {},
  },
};
