import type { Kind } from '../kind.ts';

export const logGroup: Kind = {
  type: 'AWS::Logs::LogGroup',
  terraform: {
    aws_cloudwatch_log_group: {},
    aws_cloudwatch_log_data_protection_policy: {},
  },
};
