import type { Kind } from '../kind.ts';

export const customModel: Kind = {
  type: 'AWS::Bedrock::CustomModel',
  terraform: {
    aws_bedrock_custom_model: {
      rename: {
        base_model_identifier: 'BaseModelArn',
        custom_model_kms_key_id: 'ModelKmsKeyArn',
        custom_model_name: 'ModelName',
      },
      leftOut: {
        hyperparameters: 'belongs to the job that makes the model',
        job_name: 'belongs to the job that makes the model',
      },
      attributes: { custom_model_arn: 'ModelArn' },
    },
  },
  api: {
    'bedrock:custom-model': {
      unseen: ['CustomModelDataSource', 'RoleArn'],
      undecided: () => ({ VpcConfig: 'the VPC is that of the job that made the model' }),
    },
  },
};
