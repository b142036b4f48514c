import { aged } from '../../observations/age.ts';
import type { Kind } from '../kind.ts';

export const endpoint: Kind = {
  type: 'AWS::SageMaker::Endpoint',
  terraform: {
    aws_sagemaker_endpoint: { rename: { name: 'EndpointName' } },
  },
  api: {
    'sagemaker:endpoint': {
      rename: { LastDeploymentConfig: 'DeploymentConfig' },
      ...aged('CreationTime'),
    },
  },
};
