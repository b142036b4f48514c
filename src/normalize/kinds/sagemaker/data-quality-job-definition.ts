import type { Kind } from '../kind.ts';

export const dataQualityJobDefinition: Kind = {
  type: 'AWS::SageMaker::DataQualityJobDefinition',
  terraform: {
    aws_sagemaker_data_quality_job_definition: { rename: { name: 'JobDefinitionName' } },
  },
  api: {
    'sagemaker:data-quality-job-definition': {},
  },
};
