import type { Kind } from '../kind.ts';

export const organizationalUnit: Kind = {
  type: 'AWS::Organizations::OrganizationalUnit',
  terraform: { aws_organizations_organizational_unit: {} },
  api: {
    'organizations:unit': { names: ['Id'] },
  },
};
