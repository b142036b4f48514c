import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const trainingJob: Kind = {
  type: 'AWS::SageMaker::TrainingJob',
  terraform: {
    aws_sagemaker_training_job: {
      leftOut: {
        debug_rule_configurations: noProperty,
        delete_model_packages_on_destroy: ofProvider,
        delete_vpc_enis_on_destroy: ofProvider,
        infra_check_config: noProperty,
        mlflow_config: noProperty,
        model_package_config: noProperty,
        profiler_rule_configurations: noProperty,
        'resource_config.instance_placement_config': noProperty,
        session_chaining_config: noProperty,
      },
    },
  },
  api: {
    'sagemaker:training-job': {
      unseen: ['Environment', 'HyperParameters'],
    },
  },
};
