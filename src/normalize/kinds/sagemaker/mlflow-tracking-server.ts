import type { Kind } from '../kind.ts';

export const mlflowTrackingServer: Kind = {
  type: 'AWS::SageMaker::MlflowTrackingServer',
  terraform: {
    aws_sagemaker_mlflow_tracking_server: {},
  },
};
