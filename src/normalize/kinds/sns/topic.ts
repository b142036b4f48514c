import type { Kind } from '../kind.ts';
import { namePrefix, noProperty } from '../reasons.ts';

const feedback = 'part of DeliveryStatusLogging, one entry for each protocol';

export const topic: Kind = {
  type: 'AWS::SNS::Topic',
  terraform: {
    aws_sns_topic: {
      rename: { name: 'TopicName' },
      apart: { policy: { type: 'AWS::SNS::TopicPolicy', of: 'Topics', as: 'PolicyDocument' } },
      leftOut: {
        application_failure_feedback_role_arn: feedback,
        application_success_feedback_role_arn: feedback,
        application_success_feedback_sample_rate: feedback,
        delivery_policy: noProperty,
        firehose_failure_feedback_role_arn: feedback,
        firehose_success_feedback_role_arn: feedback,
        firehose_success_feedback_sample_rate: feedback,
        http_failure_feedback_role_arn: feedback,
        http_success_feedback_role_arn: feedback,
        http_success_feedback_sample_rate: feedback,
        lambda_failure_feedback_role_arn: feedback,
        lambda_success_feedback_role_arn: feedback,
        lambda_success_feedback_sample_rate: feedback,
        name_prefix: namePrefix,
        sqs_failure_feedback_role_arn: feedback,
        sqs_success_feedback_role_arn: feedback,
        sqs_success_feedback_sample_rate: feedback,
      },
    },
  },
};
