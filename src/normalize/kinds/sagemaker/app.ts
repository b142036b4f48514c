import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const app: Kind = {
  type: 'AWS::SageMaker::App',
  terraform: {
    aws_sagemaker_app: {
      leftOut: { 'resource_spec.sagemaker_image_version_alias': noProperty, space_name: noProperty },
    },
  },
  api: {
    'sagemaker:app': {},
  },
};
