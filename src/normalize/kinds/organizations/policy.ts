import { objectsIn, textsOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const organizationsPolicy: Kind = {
  type: 'AWS::Organizations::Policy',
  terraform: {
    aws_organizations_policy: {
      defaults: { type: 'SERVICE_CONTROL_POLICY' },
      leftOut: { skip_destroy: ofProvider },
    },
    aws_organizations_policy_attachment: {
      part: { of: 'policy_id', sets: ['TargetIds'] },
      leftOut: { skip_destroy: ofProvider },
    },
  },
  api: {
    'organizations:policy': {
      reshape: data => ({ ...data, TargetIds: textsOf(objectsIn(data, 'targets'), 'TargetId') }),
      parts: { targets: ['TargetIds'] },
      names: ['Id'],
    },
  },
};
