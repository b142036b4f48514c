import type { Kind } from '../kind.ts';

export const collectionEndpoint: Kind = {
  type: 'AWS::OpenSearchServerless::VpcEndpoint',
  terraform: {
    aws_opensearchserverless_vpc_endpoint: {},
  },
  api: {
    'opensearchserverless:vpc-endpoint': {
      names: ['id'],
      unseen: ['SecurityGroupIds', 'SubnetIds', 'VpcId'],
    },
  },
};
