import { aged } from '../../observations/age.ts';
import type { Kind } from '../kind.ts';

export const provisionedModelThroughput: Kind = {
  type: 'AWS::Bedrock::ProvisionedModelThroughput',
  terraform: {
    aws_bedrock_provisioned_model_throughput: {
      rename: { model_arn: 'ModelId' },
      attributes: { provisioned_model_arn: 'Arn' },
    },
  },
  api: {
    'bedrock:provisioned-throughput': {
      rename: { modelArn: 'ModelId' },
      ...aged('creationTime'),
    },
  },
};
