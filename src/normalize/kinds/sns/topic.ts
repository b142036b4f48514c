import type { Kind } from '../kind.ts';

export const topic: Kind = {
  type: 'AWS::SNS::Topic',
  terraform: {
    aws_sns_topic: {},
    aws_sns_topic_policy: {},
  },
};
