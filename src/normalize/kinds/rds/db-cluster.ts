import { objectOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { groupIds } from './group-ids.ts';

export const dbCluster: Kind = {
  type: 'AWS::RDS::DBCluster',
  api: {
    'rds:db-cluster': {
      rename: {
        DBClusterParameterGroup: 'DBClusterParameterGroupName',
        DBSubnetGroup: 'DBSubnetGroupName',
        IAMDatabaseAuthenticationEnabled: 'EnableIAMDatabaseAuthentication',
        EnabledCloudwatchLogsExports: 'EnableCloudwatchLogsExports',
        HttpEndpointEnabled: 'EnableHttpEndpoint',
      },
      reshape: data => objectOf({ ...data, VpcSecurityGroupIds: groupIds(data) }),
      unseen: ['MasterUserPassword'],
    },
  },
};
