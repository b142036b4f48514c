import type { Kind } from '../kind.ts';

export const pipeline: Kind = {
  type: 'AWS::SageMaker::Pipeline',
  terraform: {
    aws_sagemaker_pipeline: {
      rename: {
        pipeline_definition: 'PipelineDefinition.PipelineDefinitionBody',
        pipeline_definition_s3_location: 'PipelineDefinition.PipelineDefinitionS3Location',
        'pipeline_definition_s3_location.object_key': 'Key',
        'pipeline_definition_s3_location.version_id': 'Version',
      },
    },
  },
};
