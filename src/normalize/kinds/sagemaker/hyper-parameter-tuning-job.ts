import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const hyperParameterTuningJob: Kind = {
  type: 'AWS::SageMaker::HyperParameterTuningJob',
  terraform: {
    aws_sagemaker_hyper_parameter_tuning_job: {
      rename: { config: 'HyperParameterTuningJobConfig', name: 'HyperParameterTuningJobName' },
      leftOut: {
        autotune: noProperty,
        'training_job_definition.resource_config.instance_placement_config': noProperty,
        'training_job_definition.tuning_objective': noProperty,
        'training_job_definitions.resource_config.instance_placement_config': noProperty,
        'training_job_definitions.tuning_objective': noProperty,
      },
    },
  },
};
