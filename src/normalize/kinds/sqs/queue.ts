import type { Kind } from '../kind.ts';

export const queue: Kind = {
  type: 'AWS::SQS::Queue',
  terraform: {
    aws_sqs_queue: {},
  },
};
