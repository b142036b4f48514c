import type { JsonObject } from '../../../model/observation.ts';
import { objectsIn, textsOf } from '../../observations/json.ts';

/** The security groups of a cluster or an instance, by id. */
export const groupIds = (data: JsonObject): readonly string[] =>
  textsOf(objectsIn(data, 'VpcSecurityGroups'), 'VpcSecurityGroupId');
