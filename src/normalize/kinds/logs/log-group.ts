import type { Kind } from '../kind.ts';
import { namePrefix, ofProvider } from '../reasons.ts';

export const logGroup: Kind = {
  type: 'AWS::Logs::LogGroup',
  terraform: {
    aws_cloudwatch_log_group: {
      rename: { name: 'LogGroupName' },
      values: { retention_in_days: { 0: null } },
      leftOut: { name_prefix: namePrefix, skip_destroy: ofProvider },
    },
    aws_cloudwatch_log_data_protection_policy: {
      part: { of: 'log_group_name', sets: ['DataProtectionPolicy'] },
      rename: { policy_document: 'DataProtectionPolicy' },
    },
  },
  api: {
    'logs:log-group': { unseen: ['FieldIndexPolicies', 'ResourcePolicyDocument'] },
  },
};
