import type { Kind } from '../kind.ts';

export const openSearchVpcEndpoint: Kind = {
  type: 'AWS::OpenSearchServerless::VpcEndpoint',
  terraform: {
    aws_opensearchserverless_vpc_endpoint: {},
  },
};
