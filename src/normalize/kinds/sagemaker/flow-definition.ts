import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const flowDefinition: Kind = {
  type: 'AWS::SageMaker::FlowDefinition',
  terraform: {
    aws_sagemaker_flow_definition: {
      leftOut: {
        'human_loop_config.task_availability_lifetime_in_seconds': noProperty,
        'human_loop_config.task_keywords': noProperty,
        'human_loop_config.task_time_limit_in_seconds': noProperty,
      },
    },
  },
};
