import type { Observation } from '../../../model/observation.ts';
import type { Around } from '../../observations/api-spelling.ts';
import { objectOf, objectsIn, textIn, textsOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { namePrefix, ofProvider } from '../reasons.ts';
import { documentIn } from './identity.ts';

export const managedPolicy: Kind = {
  type: 'AWS::IAM::ManagedPolicy',
  terraform: {
    aws_iam_policy: {
      rename: { name: 'ManagedPolicyName', policy: 'PolicyDocument' },
      leftOut: { delay_after_policy_creation_in_ms: ofProvider, name_prefix: namePrefix },
    },
    aws_iam_policy_attachment: {
      part: { of: 'policy_arn', sets: ['Users', 'Roles', 'Groups'] },
      does: [
        { list: 'groups', type: 'aws_iam_group_policy_attachment', attribute: 'group' },
        { list: 'roles', type: 'aws_iam_role_policy_attachment', attribute: 'role' },
        { list: 'users', type: 'aws_iam_user_policy_attachment', attribute: 'user' },
      ],
      leftOut: { name: 'the name of the attachment' },
    },
  },
  api: {
    'iam:policy': {
      rename: { PolicyName: 'ManagedPolicyName' },
      reshape: (data, around) => {
        const inForce = objectsIn(data, 'PolicyVersionList').find(
          version => version['IsDefaultVersion'] === true,
        );
        return objectOf({
          ...data,
          PolicyDocument: inForce && documentIn(inForce, 'Document'),
          Roles: holders(around, 'iam:role', 'RoleName'),
          Users: holders(around, 'iam:user', 'UserName'),
          Groups: holders(around, 'iam:group', 'GroupName'),
        });
      },
      undecided: ({ isComplete }) => {
        const sides = [
          ['iam:role', 'Roles'],
          ['iam:user', 'Users'],
          ['iam:group', 'Groups'],
        ] as const;
        return Object.fromEntries(
          sides.flatMap(([kind, property]) =>
            isComplete(kind) ? [] : [[property, 'who has the policy could not be read']],
          ),
        );
      },
    },
  },
};

/** A policy does not say who has it; they do. */
function holders({ observation: { id }, others }: Around, kind: string, name: string): readonly string[] {
  return (
    attachments(others(kind))
      .get(id)
      ?.flatMap(({ data }) => textIn(data, name) ?? []) ?? []
  );
}

const attached = new WeakMap<readonly Observation[], ReadonlyMap<string, readonly Observation[]>>();

/** Roles, users or groups by the policies that they have. */
function attachments(holding: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const known = attached.get(holding);
  if (known) return known;
  const found = new Map<string, Observation[]>();
  for (const one of holding) {
    for (const policy of textsOf(objectsIn(one.data, 'AttachedManagedPolicies'), 'PolicyArn')) {
      const those = found.get(policy);
      if (those) those.push(one);
      else found.set(policy, [one]);
    }
  }
  attached.set(holding, found);
  return found;
}
