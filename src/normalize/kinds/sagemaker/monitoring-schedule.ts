import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const monitoringSchedule: Kind = {
  type: 'AWS::SageMaker::MonitoringSchedule',
  terraform: {
    aws_sagemaker_monitoring_schedule: {
      rename: {
        name: 'MonitoringScheduleName',
        'monitoring_schedule_config.monitoring_job_definition.baseline': 'BaselineConfig',
      },
      leftOut: {
        'monitoring_schedule_config.monitoring_job_definition.baseline.baselining_job_name': noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.batch_transform_input.end_time_offset':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.batch_transform_input.features_attribute':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.batch_transform_input.inference_attribute':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.batch_transform_input.probability_attribute':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.batch_transform_input.probability_threshold_attribute':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.batch_transform_input.start_time_offset':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.endpoint_input.end_time_offset':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.endpoint_input.features_attribute':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.endpoint_input.inference_attribute':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.endpoint_input.probability_attribute':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.endpoint_input.probability_threshold_attribute':
          noProperty,
        'monitoring_schedule_config.monitoring_job_definition.monitoring_inputs.endpoint_input.start_time_offset':
          noProperty,
      },
    },
  },
  api: {
    'sagemaker:monitoring-schedule': {},
  },
};
