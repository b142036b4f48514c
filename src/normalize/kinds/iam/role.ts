import type { Value } from '../../../model/value.ts';
import { objectOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { namePrefix, ofProvider } from '../reasons.ts';
import { identity, documentIn } from './identity.ts';

export const role: Kind = {
  type: 'AWS::IAM::Role',
  terraform: {
    aws_iam_role: {
      rename: {
        assume_role_policy: 'AssumeRolePolicyDocument',
        inline_policy: 'Policies',
        'inline_policy.name': 'PolicyName',
        'inline_policy.policy': 'PolicyDocument',
        name: 'RoleName',
      },
      change: { inline_policy: withoutEmpty },
      shows: { inline_policy: { type: 'AWS::IAM::RolePolicy', of: 'RoleName' } },
      leftOut: { force_detach_policies: ofProvider, name_prefix: namePrefix },
      attributes: { unique_id: 'RoleId' },
    },
    aws_iam_role_policy_attachment: {
      part: { of: 'role', sets: ['ManagedPolicyArns'] },
      rename: { policy_arn: 'ManagedPolicyArns' },
    },
    aws_iam_role_policy_attachments_exclusive: {
      part: { of: 'role_name', sets: ['ManagedPolicyArns'] },
      rename: { policy_arns: 'ManagedPolicyArns' },
    },
  },
  api: {
    'iam:role': {
      reshape: data =>
        objectOf({
          ...identity(data, 'RolePolicyList'),
          AssumeRolePolicyDocument: documentIn(data, 'AssumeRolePolicyDocument'),
        }),
    },
  },
};

/** An empty block is how to say that there are no inline policies. */
const isNone = (block: Value): boolean => block.kind === 'dict' && block.entries.size === 0 && !block.rest;

function withoutEmpty(blocks: Value): Value {
  return blocks.kind === 'list' ? { ...blocks, items: blocks.items.filter(block => !isNone(block)) } : blocks;
}
