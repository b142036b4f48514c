import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const labelingJob: Kind = {
  type: 'AWS::SageMaker::LabelingJob',
  terraform: {
    aws_sagemaker_labeling_job: {
      leftOut: {
        'human_task_config.annotation_consolidation_config': noProperty,
        'human_task_config.max_concurrent_task_count': noProperty,
        'human_task_config.number_of_human_workers_per_data_object': noProperty,
        'human_task_config.pre_human_task_lambda_arn': noProperty,
        'human_task_config.task_availability_lifetime_in_seconds': noProperty,
        'human_task_config.task_description': noProperty,
        'human_task_config.task_keywords': noProperty,
        'human_task_config.task_time_limit_in_seconds': noProperty,
        'human_task_config.ui_config': noProperty,
        label_category_config_s3_uri: noProperty,
        'labeling_job_algorithms_config.initial_active_learning_model_arn': noProperty,
        stopping_conditions: noProperty,
      },
    },
  },
};
