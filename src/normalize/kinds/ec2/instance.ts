import { objectIn, objectOf, objectsIn, textIn, textsOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const instance: Kind = {
  type: 'AWS::EC2::Instance',
  api: {
    'ec2:instance': {
      names: ['InstanceId'],
      reshape: data =>
        objectOf({
          ...data,
          IamInstanceProfile: textIn(objectIn(data, 'IamInstanceProfile') ?? {}, 'Arn'),
          SecurityGroupIds: textsOf(objectsIn(data, 'SecurityGroups'), 'GroupId'),
          SecurityGroups: undefined,
          Monitoring: textIn(objectIn(data, 'Monitoring') ?? {}, 'State') === 'enabled',
          AvailabilityZone: textIn(objectIn(data, 'Placement') ?? {}, 'AvailabilityZone'),
          Tenancy: textIn(objectIn(data, 'Placement') ?? {}, 'Tenancy'),
        }),
      unseen: ['UserData', 'BlockDeviceMappings'],
    },
  },
};
