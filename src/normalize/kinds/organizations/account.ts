import type { JsonObject } from '../../../model/observation.ts';
import type { Value } from '../../../model/value.ts';
import { objectOf, objectsIn, textIn, textsIn, textsOf } from '../../observations/json.ts';
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
  api: {
    'organizations:account': {
      // An account that is closed is no longer anybody's.
      type: {
        among: ['AWS::Organizations::Account'],
        of: data => (isClosed(data) ? undefined : 'AWS::Organizations::Account'),
      },
      rename: { Name: 'AccountName' },
      reshape: data => objectOf({ ...data, ParentIds: parentsOf(data) }),
      parts: { parents: ['ParentIds'] },
      names: ['Id'],
    },
  },
};

/** The type has a list of parents, of which there is one. */
function inList(value: Value): Value {
  return value.kind === 'absent' ? value : { kind: 'list', items: [value] };
}

const isClosed = (data: JsonObject): boolean =>
  /^(?:SUSPENDED|PENDING_CLOSURE|CLOSED)$/.test(textIn(data, 'State') ?? textIn(data, 'Status') ?? '');

/** Paths lead from the organisation down to the account: `o-1/r-1/ou-1/111122223333/`. */
function parentsOf(data: JsonObject): readonly string[] | undefined {
  const asked = textsOf(objectsIn(data, 'parents'), 'Id').filter(id => id !== '');
  if (asked.length > 0) return asked;
  const above = textsIn(data, 'Paths').flatMap(path => path.split('/').at(-3) ?? []);
  return above.length > 0 ? above : undefined;
}
