import { objectOf, textIn } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const flowLog: Kind = {
  type: 'AWS::EC2::FlowLog',
  api: {
    'ec2:flow-log': {
      reshape: data => objectOf({ ...data, ResourceType: loggedType(textIn(data, 'ResourceId')) }),
    },
  },
};

/** The answer gives the id alone, whose first letters say what it is of. */
function loggedType(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (id.startsWith('vpc-')) return 'VPC';
  return id.startsWith('subnet-') ? 'Subnet' : 'NetworkInterface';
}
