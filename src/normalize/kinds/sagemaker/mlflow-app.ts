import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const mlflowApp: Kind = {
  type: 'AWS::SageMaker::MlflowApp',
  terraform: {
    aws_sagemaker_mlflow_app: {
      leftOut: { account_default_status: noProperty, default_domain_id_list: noProperty },
    },
  },
};
