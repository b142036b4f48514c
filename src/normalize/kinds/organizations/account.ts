import type { Value } from '../../../model/value.ts';
import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const organizationsAccount: Kind = {
  type: 'AWS::Organizations::Account',
  terraform: {
    aws_organizations_account: {
      rename: { name: 'AccountName', parent_id: 'ParentIds' },
      change: { parent_id: inList },
      leftOut: {
        close_on_deletion: ofProvider,
        create_govcloud: noProperty,
        iam_user_access_to_billing: noProperty,
      },
    },
  },
};

/** The type has a list of parents, of which there is one. */
function inList(value: Value): Value {
  return value.kind === 'absent' ? value : { kind: 'list', items: [value] };
}
