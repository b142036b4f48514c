import { objectsIn, textsOf, without } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const lambdaFunction: Kind = {
  type: 'AWS::Lambda::Function',
  terraform: {
    aws_lambda_function: {
      rename: {
        'durable_config.retention_period': 'RetentionPeriodInDays',
        image_uri: 'Code.ImageUri',
        s3_bucket: 'Code.S3Bucket',
        s3_key: 'Code.S3Key',
        s3_object_version: 'Code.S3ObjectVersion',
        source_kms_key_arn: 'Code.SourceKMSKeyArn',
      },
      leftOut: {
        code_sha256: noProperty,
        filename: 'a file that is uploaded',
        publish: noProperty,
        publish_to: noProperty,
        replace_security_groups_on_destroy: ofProvider,
        replacement_security_group_ids: ofProvider,
        skip_destroy: ofProvider,
        source_code_hash: ofProvider,
        use_resource_timeout_for_propagation: ofProvider,
      },
    },
  },
  api: {
    'lambda:function': {
      // A layer is given with its size and keys; the type has its ARN.
      reshape: data => ({
        ...without(data, 'Environment'),
        Layers: textsOf(objectsIn(data, 'Layers'), 'Arn'),
      }),
      unseen: ['Code', 'Environment', 'ReservedConcurrentExecutions'],
    },
  },
};
