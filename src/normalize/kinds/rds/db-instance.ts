import { objectOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { groupIds } from './group-ids.ts';

export const dbInstance: Kind = {
  type: 'AWS::RDS::DBInstance',
  api: {
    'rds:db-instance': {
      rename: { IAMDatabaseAuthenticationEnabled: 'EnableIAMDatabaseAuthentication' },
      reshape: data =>
        objectOf({
          ...data,
          VPCSecurityGroups: groupIds(data),
          VpcSecurityGroups: undefined,
          DBSubnetGroup: undefined,
          DBSecurityGroups: undefined,
        }),
      unseen: ['MasterUserPassword'],
    },
  },
};
